"""RabbitMQ and Redis in memory, with the promises that tests rely on."""

import asyncio
import dataclasses
from collections import defaultdict, deque
from types import TracebackType
from typing import Self
from uuid import UUID

from shared.errors import UnavailableError
from shared.messaging.delivery import Delivery, OnDelivery, Parcel, to_parcel
from shared.messaging.envelope import Outgoing
from shared.messaging.idempotency import ClaimState, LocalIdempotency
from shared.messaging.plan import MessagingPlan, QueuePlan

DELIVERY_COUNT = "x-delivery-count"


class FakeDelivery:
    """A message that the fake has delivered."""

    def __init__(self, broker: "FakeBroker", queue: str, parcel: Parcel) -> None:
        self.parcel = parcel
        self._broker = broker
        self._queue = queue

    async def ack(self) -> None:
        """Take the message off the queue."""
        self._broker.ensure_up()
        self._broker.settle(self._queue, self)

    async def requeue(self) -> None:
        """Put the message back."""
        self._broker.ensure_up()
        self._broker.give_back(self._queue, self)


class FakeSubscription:
    """A stream of messages of the fake."""

    def __init__(self, broker: "FakeBroker", queue: str) -> None:
        self._broker = broker
        self._queue = queue

    async def cancel(self) -> None:
        """Let no further message come."""
        self._broker.subscribers.pop(self._queue, None)

    async def close(self) -> None:
        """Give back what was not acknowledged."""
        for delivery in tuple(self._broker.unsettled[self._queue]):
            self._broker.give_back(self._queue, delivery)


class FakeBroker:
    """A broker in memory: waiting rooms are left at once, all else is as with RabbitMQ.

    Attributes:
        published: Everything that was published, in order.
        queues: What waits in each queue.
        unsettled: What was delivered and not acknowledged yet, by queue.
        waited: The waiting rooms that messages went through, in order.
        down: Whether there is an outage.
    """

    def __init__(self, plan: MessagingPlan) -> None:
        self.plan = plan
        self.published: list[Outgoing] = []
        self.queues: defaultdict[str, deque[Parcel]] = defaultdict(deque)
        self.unsettled: defaultdict[str, list[FakeDelivery]] = defaultdict(list)
        self.subscribers: dict[str, tuple[QueuePlan, OnDelivery]] = {}
        self.waited: list[str] = []
        self.down = False
        self._settled = asyncio.Event()

    async def __aenter__(self) -> Self:
        """Begin; nothing has to be connected."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End; what was published stays."""

    @property
    def told(self) -> dict[UUID, Outgoing]:
        """Give what was published as receivers count it: by its id, however often it came."""
        return {outgoing.envelope.event_id: outgoing for outgoing in self.published}

    def ensure_up(self) -> None:
        """Fail during an outage.

        Raises:
            UnavailableError: There is one.
        """
        if self.down:
            raise UnavailableError

    async def ping(self) -> None:
        """Tell whether messages can be sent at this moment."""
        self.ensure_up()

    async def publish(self, outgoing: Outgoing) -> None:
        """Put a message into every queue that carries it."""
        self.ensure_up()
        reached = [
            queue.name
            for queue in self.plan.queues
            for binding in queue.bindings
            if (binding.exchange, binding.key) == (outgoing.exchange, outgoing.key)
        ]
        if not reached:
            raise UnavailableError
        self.published.append(outgoing)
        for name in reached:
            self._put(name, to_parcel(outgoing.envelope))

    async def forward(self, queue: str, parcel: Parcel) -> None:
        """Put a message into a queue."""
        self.ensure_up()
        rooms = {
            plan.retry_queue(attempt): plan.name
            for plan in self.plan.queues
            for attempt in range(1, plan.retries + 1)
        }
        if queue in rooms:
            self.waited.append(queue)
        self._put(rooms.get(queue, queue), parcel)

    async def subscribe(self, queue: QueuePlan, on_delivery: OnDelivery) -> FakeSubscription:
        """Let messages come."""
        self.subscribers[queue.name] = (queue, on_delivery)
        self._deliver(queue.name)
        return FakeSubscription(self, queue.name)

    async def count(self, queue: str) -> int:
        """Count the messages that wait in a queue."""
        self.ensure_up()
        return len(self.queues[queue])

    async def take(self, queue: str) -> Delivery | None:
        """Take one message, if there is one."""
        self.ensure_up()
        if not self.queues[queue]:
            return None
        return self._hand_out(queue)

    async def drained(self, queue: str, seconds: float = 5.0) -> None:
        """Wait until a queue has nothing left, and nothing of it is being handled."""
        async with asyncio.timeout(seconds):
            while self.queues[queue] or self.unsettled[queue]:
                self._settled.clear()
                await self._settled.wait()

    def settle(self, queue: str, delivery: FakeDelivery) -> None:
        """Forget a message that was delivered."""
        self.unsettled[queue].remove(delivery)
        self._settled.set()
        self._deliver(queue)

    def give_back(self, queue: str, delivery: FakeDelivery) -> None:
        """Put a message back, or to the dead letters when it came back too often."""
        self.unsettled[queue].remove(delivery)
        parcel, plan = delivery.parcel, self.plan.queue(queue)
        count = parcel.headers.get(DELIVERY_COUNT, 0)
        returned = int(count) + 1
        if returned <= plan.delivery_limit:
            headers = {**parcel.headers, DELIVERY_COUNT: returned}
            self.queues[queue].appendleft(dataclasses.replace(parcel, headers=headers))
        elif plan.dead_letter:
            self.queues[plan.dead_letters].append(parcel)
        self._settled.set()
        self._deliver(queue)

    def _put(self, queue: str, parcel: Parcel) -> None:
        self.queues[queue].append(parcel)
        self._deliver(queue)

    def _deliver(self, queue: str) -> None:
        if queue not in self.subscribers:
            return
        plan, on_delivery = self.subscribers[queue]
        while self.queues[queue] and len(self.unsettled[queue]) < plan.prefetch:
            on_delivery(self._hand_out(queue))

    def _hand_out(self, queue: str) -> FakeDelivery:
        delivery = FakeDelivery(self, queue, self.queues[queue].popleft())
        self.unsettled[queue].append(delivery)
        return delivery


class FakeIdempotency(LocalIdempotency):
    """Redis in memory, which may have an outage.

    Attributes:
        down: Whether there is one.
    """

    down = False

    async def claim(self, key: str, token: str) -> ClaimState:
        """Claim a key, unless somebody else holds it or it is done."""
        self._ensure_up()
        return await super().claim(key, token)

    async def renew(self, key: str, token: str) -> bool:
        """Hold a claim for longer; tell whether it still was ours."""
        self._ensure_up()
        return await super().renew(key, token)

    async def finish(self, key: str) -> None:
        """Remember that it is done, whoever holds it by now."""
        self._ensure_up()
        await super().finish(key)

    async def release(self, key: str, token: str) -> None:
        """Let go of a claim, so that it can be tried again at once."""
        self._ensure_up()
        await super().release(key, token)

    async def ping(self) -> None:
        """Ask for a sign of life."""
        self._ensure_up()

    def _ensure_up(self) -> None:
        if self.down:
            raise UnavailableError
