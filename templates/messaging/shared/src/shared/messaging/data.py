"""What messages tell: models that refuse what breaks their schema, and print nothing of the rest."""

from collections.abc import Iterable
from typing import Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)

from shared.errors import FieldError, InvalidInputError
from shared.problem import to_message


class MessagePart(BaseModel):
    """A part of what a message tells; what its reader does not know is ignored."""

    model_config = ConfigDict(from_attributes=True, frozen=True)

    def __repr_args__(self) -> Iterable[tuple[str | None, object]]:
        """Print no values: they may be personal."""
        return ()


class MessageData(MessagePart):
    """What a message tells.

    Raises:
        InvalidInputError: Something breaks the schema; each place is named.
    """

    @model_validator(mode="wrap")
    @classmethod
    def _name_faults(cls, given: object, read: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return read(given)
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)
            raise InvalidInputError(
                errors=[
                    FieldError(
                        "".join(f"/{step}" for step in fault["loc"]),
                        to_message(fault["type"], fault.get("ctx", {})),
                    )
                    for fault in faults
                ],
            ) from None
