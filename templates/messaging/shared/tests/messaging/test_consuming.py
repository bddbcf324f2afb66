"""What becomes of a message: the same with the fakes, and with RabbitMQ and Redis."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest

from shared.context import correlation, current_correlation_id, current_trace_id, trace
from shared.messaging.broker import Broker
from shared.messaging.consumer import On, QueueConsumer
from shared.messaging.delivery import Parcel
from shared.messaging.envelope import Envelope
from shared.messaging.faults import PermanentError, StopHandling
from shared.messaging.idempotency import Claims
from shared.messaging.replay import replay
from shared.testing.messages import Applied, Sample
from shared.testing.messaging import FakeBroker
from shared.testing.waiting import WAIT_SECONDS, eventually, until

AnyBroker = FakeBroker | Broker
TRACE_ID = "0af7651916cd43dd8448eb211c80319c"


class Work:
    """A handler that fails as it is told, and remembers what it was given."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.amounts: list[int] = []
        self.correlations: list[tuple[str | None, str | None]] = []

    async def __call__(self, data: Applied, _envelope: Envelope) -> None:
        """Handle a message."""
        self.amounts.append(data.amount)
        self.correlations.append((current_correlation_id(), current_trace_id()))
        if self.failures:
            raise self.failures.pop(0)


@asynccontextmanager
async def consuming(
    broker: AnyBroker, sample: Sample, claims: Claims, work: Work
) -> AsyncIterator[None]:
    """Handle the messages of the sample's queue for as long as the block runs."""
    consumer = QueueConsumer(broker, sample.queue, [On(sample.kind, work)], claims)
    await consumer.start()
    yield
    await consumer.stop(WAIT_SECONDS)


async def has(broker: AnyBroker, queue: str, count: int) -> None:
    """Wait until a queue has this many messages."""

    async def ask() -> bool | None:
        return await broker.count(queue) == count or None

    await eventually(ask)


async def take(broker: AnyBroker, queue: str) -> Parcel:
    """Take a message off a queue, once there is one."""
    delivery = await eventually(lambda: broker.take(queue))
    await delivery.ack()
    return delivery.parcel


async def test_a_message_is_handled(broker: AnyBroker, sample: Sample, claims: Claims) -> None:
    """With the correlation and the trace of whoever published it."""
    work = Work()
    async with consuming(broker, sample, claims, work):
        with correlation("order-12345678"), trace(f"00-{TRACE_ID}-b7ad6b7169203331-01"):
            outgoing = sample.outgoing(7)
        await broker.publish(outgoing)
        await until(lambda: work.amounts == [7])
    assert work.correlations == [("order-12345678", TRACE_ID)]
    await has(broker, sample.queue.name, 0)


async def test_what_waits_is_handled_too(broker: AnyBroker, sample: Sample, claims: Claims) -> None:
    """More than a consumer may have at once."""
    for amount in range(40):
        await broker.publish(sample.outgoing(amount))
    work = Work()
    async with consuming(broker, sample, claims, work):
        await until(lambda: len(work.amounts) == 40)
    assert sorted(work.amounts) == list(range(40))


async def test_a_repeated_message_is_handled_once(
    broker: AnyBroker, sample: Sample, claims: Claims
) -> None:
    """By its id, whatever else it says."""
    work, event_id = Work(), uuid4()
    async with consuming(broker, sample, claims, work):
        for _ in range(5):
            await broker.publish(sample.outgoing(7, event_id))
        await broker.publish(sample.outgoing(8))
        await until(lambda: 8 in work.amounts)
    assert sorted(work.amounts) == [7, 8]


async def test_a_failed_message_is_tried_again(
    broker: AnyBroker, sample: Sample, claims: Claims
) -> None:
    """As often as the plan says."""
    work = Work(RuntimeError("one"), RuntimeError("two"))
    async with consuming(broker, sample, claims, work):
        await broker.publish(sample.outgoing(7))
        await until(lambda: len(work.amounts) == 3)
    await has(broker, sample.queue.dead_letters, 0)


async def test_a_message_that_fails_too_often_becomes_a_dead_letter(
    broker: AnyBroker, sample: Sample, claims: Claims
) -> None:
    """It says why, and nothing of what the failure said."""
    work = Work(*(RuntimeError("a secret") for _ in range(3)))
    async with consuming(broker, sample, claims, work):
        await broker.publish(sample.outgoing(7))
        letter = await take(broker, sample.queue.dead_letters)
    assert work.amounts == [7, 7, 7]
    assert letter.headers["x-reason"] == "exhausted"
    assert letter.headers["x-error"] == "RuntimeError"
    assert letter.headers["x-attempts"] == 3
    assert letter.headers["x-queue"] == sample.queue.name
    assert "a secret" not in str(letter.headers)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"\xff", "invalid"),
        (b"{}", "invalid"),
        (b'{"event_id": 1}', "invalid"),
    ],
)
async def test_what_is_no_message_becomes_a_dead_letter(
    body: bytes, reason: str, broker: AnyBroker, sample: Sample, claims: Claims
) -> None:
    """At once, and unchanged."""
    work = Work()
    parcel = Parcel(message_id="1", type="loan.applied", correlation_id=None, body=body)
    async with consuming(broker, sample, claims, work):
        await broker.forward(sample.queue.name, parcel)
        letter = await take(broker, sample.queue.dead_letters)
    assert work.amounts == []
    assert (letter.body, letter.headers["x-reason"]) == (body, reason)


@pytest.mark.parametrize(
    "changes",
    [{"type": "loan.unheard_of"}, {"version": 2}, {"data": {"amount": "much"}}],
)
async def test_a_message_that_breaks_its_schema_becomes_a_dead_letter(
    changes: dict[str, object], broker: AnyBroker, sample: Sample, claims: Claims
) -> None:
    """So does one that nobody knows."""
    work = Work()
    envelope = sample.outgoing(7).envelope.model_copy(update=changes)
    async with consuming(broker, sample, claims, work):
        await broker.publish(sample.outgoing(7).model_copy(update={"envelope": envelope}))
        letter = await take(broker, sample.queue.dead_letters)
    assert work.amounts == []
    assert letter.headers["x-reason"] == "invalid"
    assert letter.message_id == str(envelope.event_id)


async def test_a_permanent_failure_is_not_tried_again(
    broker: AnyBroker, sample: Sample, claims: Claims
) -> None:
    """It is a dead letter at once."""
    work = Work(PermanentError())
    async with consuming(broker, sample, claims, work):
        await broker.publish(sample.outgoing(7))
        letter = await take(broker, sample.queue.dead_letters)
    assert work.amounts == [7]
    assert letter.headers["x-reason"] == "permanent"
    assert letter.headers["x-attempts"] == 1


async def test_a_handler_may_have_nothing_to_do(
    broker: AnyBroker, sample: Sample, claims: Claims
) -> None:
    """Then the message is done."""
    work, event_id = Work(StopHandling()), uuid4()
    async with consuming(broker, sample, claims, work):
        await broker.publish(sample.outgoing(7, event_id))
        await until(lambda: work.amounts == [7])
        await broker.publish(sample.outgoing(7, event_id))
        await broker.publish(sample.outgoing(8))
        await until(lambda: 8 in work.amounts)
    assert work.amounts == [7, 8]
    await has(broker, sample.queue.dead_letters, 0)


async def test_dead_letters_are_replayed(broker: AnyBroker, sample: Sample, claims: Claims) -> None:
    """As if they had never failed."""
    work = Work(*(PermanentError() for _ in range(3)), RuntimeError())
    async with consuming(broker, sample, claims, work):
        for amount in range(3):
            await broker.publish(sample.outgoing(amount))
        await has(broker, sample.queue.dead_letters, 3)
        assert await replay(broker, sample.queue, limit=1) == 1
        assert await replay(broker, sample.queue) == 2
        assert await replay(broker, sample.queue) == 0
        await until(lambda: len(work.amounts) == 7)
    await has(broker, sample.queue.dead_letters, 0)


async def test_a_message_that_comes_back_too_often_becomes_a_dead_letter(
    broker: AnyBroker, sample: Sample
) -> None:
    """It may be what kills its consumers."""
    await broker.publish(sample.outgoing(7))
    for _ in range(sample.queue.delivery_limit + 1):
        delivery = await eventually(lambda: broker.take(sample.queue.name))
        await delivery.requeue()
    letter = await take(broker, sample.queue.dead_letters)
    assert letter.type == "loan.applied"
    await has(broker, sample.queue.name, 0)
