"""Problem documents (RFC 9457)."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from shared import texts
from shared.context import current_correlation_id
from shared.errors import Location, ServiceError

MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "urn:problem:"


class ProblemItem(BaseModel):
    """One fault of the input."""

    model_config = ConfigDict(frozen=True)

    location: Location
    pointer: str
    message: str


class Problem(BaseModel):
    """What a caller is told about a failure."""

    model_config = ConfigDict(frozen=True)

    type: str
    title: str
    status: int
    detail: str
    instance: str
    correlation_id: str | None = None
    errors: Sequence[ProblemItem] = ()

    def to_bytes(self) -> bytes:
        """Write the document; characters that UTF-8 cannot carry are escaped."""
        safe = self.model_copy(
            update={
                "instance": _printable(self.instance),
                "errors": [
                    item.model_copy(update={"pointer": _printable(item.pointer)})
                    for item in self.errors
                ],
            }
        )
        empty = {"errors"} if not self.errors else set()
        return safe.model_dump_json(exclude=empty).encode()


def _printable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def to_problem(error: ServiceError, instance: str) -> Problem:
    """Make the problem document of a failure in the words of the project's locale."""
    return Problem(
        type=f"{TYPE_PREFIX}{error.slug}",
        title=error.title or texts.TITLES[error.slug],
        status=error.status,
        detail=error.detail or texts.DETAILS[error.slug],
        instance=instance,
        correlation_id=current_correlation_id(),
        errors=[
            ProblemItem(location=fault.location, pointer=fault.pointer, message=fault.message)
            for fault in error.errors
        ],
    )


def to_message(kind: str, context: Mapping[str, object]) -> str:
    """Say in the project's locale what pydantic found wrong with a value."""
    template = texts.INPUT_MESSAGES.get(kind, texts.INPUT_FALLBACK)
    words = {name: str(value).replace(" or ", ", ") for name, value in context.items()}
    return template.format_map(words)
