"""A message, a queue for it and a plan of both, for tests of messaging itself."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from pydantic import BaseModel

from shared.fields import utc_now
from shared.messaging.envelope import MessageKind, Occurrence, Outgoing
from shared.messaging.plan import Binding, ExchangePlan, MessagingPlan, QueuePlan


class Applied(BaseModel):
    """The data of the message."""

    amount: int


@dataclass(frozen=True)
class Sample:
    """What belongs together."""

    kind: MessageKind[Applied]
    queue: QueuePlan
    plan: MessagingPlan

    def outgoing(
        self,
        amount: int = 1,
        event_id: UUID | None = None,
        delay_seconds: int = 0,
    ) -> Outgoing:
        """Make a message."""
        occurrence = Occurrence(event_id=event_id or uuid4(), occurred_at=utc_now())
        return self.kind.seal(Applied(amount=amount), occurrence, delay_seconds)


def make_sample(
    context: str = "sample",
    *,
    retries: int = 2,
    dead_letter: bool = True,
    delivery_limit: int = 3,
    prefetch: int = 16,
) -> Sample:
    """Plan a queue that is impatient.

    Args:
        context: Makes the names unique.
        retries: How often a failed message is tried again.
        dead_letter: Whether messages that cannot be handled are kept.
        delivery_limit: How often a message may come back from a consumer that died.
        prefetch: How many unfinished messages a consumer gets at most.
    """
    exchange = f"{context}.events"
    queue = QueuePlan(
        name=f"{context}.applications",
        bindings=(Binding(exchange, "loan.applied"),),
        prefetch=prefetch,
        retries=retries,
        dead_letter=dead_letter,
        ladder=(0.05, 0.1),
        delivery_limit=delivery_limit,
    )
    return Sample(
        kind=MessageKind(exchange=exchange, name="loan.applied", version=1, data=Applied),
        queue=queue,
        plan=MessagingPlan(context, (ExchangePlan(exchange, "topic"),), (queue,)),
    )
