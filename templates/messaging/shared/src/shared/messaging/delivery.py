"""Messages as a broker takes and gives them; the same for RabbitMQ and its fake."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from shared.messaging.envelope import Envelope
from shared.messaging.plan import QueuePlan

Header = str | int

ATTEMPT_HEADER = "x-attempt"
# What a dead letter tells about itself.
REASON_HEADER = "x-reason"
ERROR_HEADER = "x-error"
ATTEMPTS_HEADER = "x-attempts"
QUEUE_HEADER = "x-queue"
OWN_HEADERS = frozenset(
    {ATTEMPT_HEADER, ATTEMPTS_HEADER, ERROR_HEADER, QUEUE_HEADER, REASON_HEADER}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A message as it lies in a queue."""

    message_id: str
    type: str
    correlation_id: str | None
    body: bytes = field(repr=False)
    headers: Mapping[str, Header] = field(default_factory=dict)

    @property
    def attempt(self) -> int:
        """Tell which attempt to handle it this is; the first one is 1."""
        attempt = self.headers.get(ATTEMPT_HEADER)
        return attempt if isinstance(attempt, int) and attempt > 0 else 1


def to_parcel(envelope: Envelope) -> Parcel:
    """Wrap an envelope."""
    return Parcel(
        message_id=str(envelope.event_id),
        type=envelope.type,
        correlation_id=envelope.correlation_id,
        body=envelope.model_dump_json().encode(),
    )


class Delivery(Protocol):
    """A message that a broker has given and waits to hear of."""

    @property
    def parcel(self) -> Parcel:
        """Give the message."""

    async def ack(self) -> None:
        """Take the message off the queue.

        Raises:
            UnavailableError: The connection is gone; the message will come again.
        """

    async def requeue(self) -> None:
        """Put the message back.

        Raises:
            UnavailableError: The connection is gone; the message will come again anyway.
        """


OnDelivery = Callable[[Delivery], None]


class Subscription(Protocol):
    """A stream of messages from a queue."""

    async def cancel(self) -> None:
        """Let no further message come; those that came can still be acknowledged."""

    async def close(self) -> None:
        """Give back what was not acknowledged."""


class MessageSource(Protocol):
    """What a consumer needs of a broker."""

    async def subscribe(self, queue: QueuePlan, on_delivery: OnDelivery) -> Subscription:
        """Let messages come, as soon as there is a connection.

        Args:
            queue: Where they come from, and how many at once.
            on_delivery: Is called with each; it must not block.
        """

    async def forward(self, queue: str, parcel: Parcel) -> None:
        """Put a message into a queue, and wait until it is safe there.

        Raises:
            UnavailableError: There is no connection, or no confirmation in time.
        """
