"""What messages tell: models that refuse what breaks their schema, and print nothing of the rest."""

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    GetPydanticSchema,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)

from shared import fields
from shared.errors import FieldError, InvalidInputError
from shared.problem import to_message

# Checked like all JSON, but typed as services know it: what is inside is nobody's business.
Json = Annotated[
    dict[str, object] | list[object] | str | int | float | bool,
    GetPydanticSchema(lambda _kind, read: read(fields.Json)),
]


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
