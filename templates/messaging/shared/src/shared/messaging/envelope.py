"""What a message looks like on its way, and how its data get in and out."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from shared.context import current_correlation_id, current_traceparent
from shared.errors import InvalidInputError
from shared.fields import Moment
from shared.messaging.faults import InvalidMessageError

DataT = TypeVar("DataT", bound=BaseModel)

# RabbitMQ counts in milliseconds, and no delay in a design is longer.
MAX_DELAY_SECONDS = 30 * 24 * 60 * 60


class Envelope(BaseModel):
    """What the body of a message holds, whatever it is about.

    Attributes:
        event_id: Never changes, however often the message is sent.
        type: The name of the message, such as `user.created`.
        version: Of the schema of the data.
        traceparent: The trace in whose course it was published.
        entity_id: What the message is about, where it is about one thing.
        entity_version: Which version of it; messages may arrive in another order.
    """

    model_config = ConfigDict(frozen=True)

    event_id: UUID
    type: str
    version: int
    occurred_at: Moment
    correlation_id: str | None = None
    traceparent: str | None = None
    entity_id: UUID | None = None
    entity_version: int | None = None
    data: dict[str, JsonValue]


class Outgoing(BaseModel):
    """An envelope, and where it goes; an outbox keeps it as it is."""

    model_config = ConfigDict(frozen=True)

    exchange: str
    key: str
    delay_seconds: Annotated[int, Field(ge=0, le=MAX_DELAY_SECONDS)] = 0
    envelope: Envelope


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """When something happened, and to what.

    Attributes:
        event_id: The same whenever the same thing is told again.
    """

    event_id: UUID
    occurred_at: dt.datetime
    entity_id: UUID | None = None
    entity_version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageKind(Generic[DataT]):
    """One kind of message.

    Attributes:
        exchange: Where it is published.
        name: What it is called, which is also its routing key.
        version: Of the schema of its data.
        data: Its data.
    """

    exchange: str
    name: str
    version: int
    data: type[DataT]

    def seal(self, data: DataT, occurrence: Occurrence, delay_seconds: int = 0) -> Outgoing:
        """Put data into an envelope that carries on correlation and trace of the moment."""
        envelope = Envelope(
            event_id=occurrence.event_id,
            type=self.name,
            version=self.version,
            occurred_at=occurrence.occurred_at,
            correlation_id=current_correlation_id(),
            traceparent=current_traceparent(),
            entity_id=occurrence.entity_id,
            entity_version=occurrence.entity_version,
            data=data.model_dump(mode="json"),
        )
        return Outgoing(
            exchange=self.exchange,
            key=self.name,
            delay_seconds=delay_seconds,
            envelope=envelope,
        )

    def open(self, envelope: Envelope) -> DataT:
        """Take the data out of an envelope.

        Raises:
            InvalidMessageError: It has another version, or the data break the schema.
        """
        if envelope.version != self.version:
            message = f"{self.name} has version {envelope.version}, not {self.version}"
            raise InvalidMessageError(message)
        try:
            return self.data.model_validate(envelope.data)
        except ValidationError as error:
            raise InvalidMessageError(_faults(self.name, error)) from None
        except InvalidInputError as error:
            places = ", ".join(f"{self.name}{fault.pointer}" for fault in error.errors)
            message = f"Wrong: {places}"
            raise InvalidMessageError(message) from None


def read_envelope(body: bytes) -> Envelope:
    """Read the body of a message.

    Raises:
        InvalidMessageError: It is no envelope.
    """
    try:
        return Envelope.model_validate_json(body)
    except ValidationError as error:
        raise InvalidMessageError(_faults("envelope", error)) from None


def _faults(what: str, error: ValidationError) -> str:
    """Tell where the faults are, and nothing of the values: those may be personal."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    places = (".".join(map(str, (what, *fault["loc"]))) for fault in faults)
    return f"Wrong: {', '.join(places)}"
