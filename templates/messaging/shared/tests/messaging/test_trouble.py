"""A consumer when something around it fails."""

import asyncio
import logging
from uuid import uuid4

import pytest

from shared.errors import UnavailableError
from shared.messaging import idempotency
from shared.messaging.consumer import On, QueueConsumer
from shared.messaging.envelope import Envelope
from shared.messaging.faults import PermanentError
from shared.messaging.idempotency import Claims, ClaimState
from shared.testing.messages import Applied, Sample, make_sample
from shared.testing.messaging import FakeBroker, FakeIdempotency
from shared.testing.waiting import until


class Gate:
    """A handler that waits until it is let on."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.open = asyncio.Event()

    async def __call__(self, data: Applied, _envelope: Envelope) -> None:
        """Handle a message."""
        self.begun.append(data.amount)
        await self.open.wait()
        self.ended.append(data.amount)


@pytest.fixture
def sample() -> Sample:
    """Give a queue."""
    return make_sample()


@pytest.fixture
def broker(sample: Sample) -> FakeBroker:
    """Give an empty broker."""
    return FakeBroker(sample.plan)


@pytest.fixture
def store() -> FakeIdempotency:
    """Give an empty store."""
    return FakeIdempotency(lease_seconds=0.1)


@pytest.fixture
def claims(store: FakeIdempotency, monkeypatch: pytest.MonkeyPatch) -> Claims:
    """Give claims that are asked for often."""
    monkeypatch.setattr(idempotency, "POLL_SECONDS", 0.01)
    return Claims(store, "scoring")


def make_consumer(
    broker: FakeBroker, sample: Sample, claims: Claims, gate: Gate, concurrency: int = 2
) -> QueueConsumer:
    """Make a consumer of the sample's queue."""
    reactions = [On(sample.kind, gate)]
    return QueueConsumer(broker, sample.queue, reactions, claims, concurrency=concurrency)


async def test_a_consumer_that_was_not_started_stops(
    broker: FakeBroker, sample: Sample, claims: Claims
) -> None:
    """And is not ready."""
    consumer = make_consumer(broker, sample, claims, Gate())
    with pytest.raises(UnavailableError):
        await consumer.ping()
    await consumer.stop(1)


async def test_a_stop_gives_back_what_was_not_begun(
    broker: FakeBroker, sample: Sample, claims: Claims
) -> None:
    """And waits for what was."""
    gate = Gate()
    consumer = make_consumer(broker, sample, claims, gate)
    await consumer.start()
    for amount in range(5):
        await broker.publish(sample.outgoing(amount))
    await until(lambda: gate.begun == [0, 1])
    await consumer.ping()
    stopping = asyncio.create_task(consumer.stop(5))
    await until(lambda: len(broker.queues[sample.queue.name]) == 3)
    gate.open.set()
    await stopping
    assert gate.ended == [0, 1]
    assert await broker.count(sample.queue.name) == 3


async def test_a_stop_gives_back_what_takes_too_long(
    broker: FakeBroker, sample: Sample, claims: Claims, store: FakeIdempotency
) -> None:
    """Another consumer may have it at once."""
    gate, outgoing = Gate(), sample.outgoing(7)
    consumer = make_consumer(broker, sample, claims, gate)
    await consumer.start()
    await broker.publish(outgoing)
    await until(lambda: gate.begun == [7])
    await consumer.stop(0.01)
    assert await broker.count(sample.queue.name) == 1
    key = f"scoring:{outgoing.envelope.event_id}"
    assert await store.claim(key, "theirs") is ClaimState.ACQUIRED


async def test_what_was_done_is_not_done_again_when_its_acknowledgement_got_lost(
    broker: FakeBroker, sample: Sample, claims: Claims
) -> None:
    """RabbitMQ delivers it again, and it is known."""
    gate = Gate()
    consumer = make_consumer(broker, sample, claims, gate)
    await consumer.start()
    await broker.publish(sample.outgoing(7))
    await until(lambda: gate.begun == [7])
    broker.down = True
    gate.open.set()
    await until(lambda: gate.ended == [7])
    await consumer.stop(1)
    broker.down = False
    assert await broker.count(sample.queue.name) == 1
    again = make_consumer(broker, sample, claims, gate)
    await again.start()
    await broker.drained(sample.queue.name)
    await again.stop(1)
    assert gate.begun == [7]


@pytest.mark.parametrize("failure", [RuntimeError(), PermanentError()])
async def test_a_failed_message_that_cannot_be_put_aside_stays(
    failure: Exception, broker: FakeBroker, sample: Sample, claims: Claims
) -> None:
    """It is acknowledged only when it is safe elsewhere."""

    async def fail(_data: Applied, _envelope: Envelope) -> None:
        broker.down = True
        raise failure

    consumer = QueueConsumer(broker, sample.queue, [On(sample.kind, fail)], claims)
    await consumer.start()
    await broker.publish(sample.outgoing(7))
    await until(lambda: broker.down)
    await consumer.stop(1)
    broker.down = False
    assert await broker.count(sample.queue.name) == 1


async def test_without_dead_letters_a_failed_message_is_dropped(claims: Claims) -> None:
    """That is how it was drawn."""
    sample = make_sample(dead_letter=False, retries=1)
    broker = FakeBroker(sample.plan)
    tried: list[int] = []

    async def fail(data: Applied, _envelope: Envelope) -> None:
        tried.append(data.amount)
        raise RuntimeError

    consumer = QueueConsumer(broker, sample.queue, [On(sample.kind, fail)], claims)
    await consumer.start()
    await broker.publish(sample.outgoing(7))
    await until(lambda: tried == [7, 7])
    await broker.drained(sample.queue.name)
    await consumer.stop(1)
    assert broker.waited == [f"{sample.queue.name}.retry.0.05s"]
    assert not broker.queues[sample.queue.dead_letters]


async def test_without_a_handler_a_message_is_only_checked(
    broker: FakeBroker, sample: Sample, claims: Claims
) -> None:
    """A wrong one is a dead letter all the same."""
    consumer = QueueConsumer(broker, sample.queue, [On(sample.kind)], claims)
    await consumer.start()
    right, wrong = sample.outgoing(7), sample.outgoing(8)
    envelope = wrong.envelope.model_copy(update={"data": {}})
    await broker.publish(right)
    await broker.publish(wrong.model_copy(update={"envelope": envelope}))
    await broker.drained(sample.queue.name)
    await consumer.stop(1)
    assert len(broker.queues[sample.queue.dead_letters]) == 1


async def test_an_outage_of_the_store_is_waited_for(
    broker: FakeBroker, sample: Sample, claims: Claims, store: FakeIdempotency
) -> None:
    """It is not the message's fault: before the handler, and after it."""
    gate = Gate()
    consumer = make_consumer(broker, sample, claims, gate)
    await consumer.start()
    store.down = True
    await broker.publish(sample.outgoing(7))
    await asyncio.sleep(0.05)
    assert gate.begun == []
    store.down = False
    await until(lambda: gate.begun == [7])
    store.down = True
    gate.open.set()
    await until(lambda: gate.ended == [7])
    await asyncio.sleep(0.05)
    assert broker.unsettled[sample.queue.name]
    store.down = False
    await broker.drained(sample.queue.name)
    await consumer.stop(1)
    assert broker.waited == []


async def test_a_message_that_another_process_handles_is_waited_for(
    broker: FakeBroker, sample: Sample, claims: Claims, store: FakeIdempotency
) -> None:
    """Until it is done, or until that process turns out to be dead."""
    gate, event_id = Gate(), uuid4()
    gate.open.set()
    await store.claim(f"scoring:{event_id}", "theirs")
    consumer = make_consumer(broker, sample, claims, gate)
    await consumer.start()
    await broker.publish(sample.outgoing(7, event_id))
    assert gate.begun == []
    await until(lambda: gate.ended == [7])
    await broker.drained(sample.queue.name)
    await consumer.stop(1)


async def test_a_claim_that_got_lost_is_logged(
    claims: Claims, store: FakeIdempotency, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody may be doing the same."""
    claim = await claims.acquire("a")
    assert claim is not None
    with caplog.at_level(logging.WARNING):
        async with claims.held(claim):
            store.down = True
            await until(lambda: "lease_not_renewed" in caplog.text)
            store.down = False
            await store.finish(claim.key)
            await until(lambda: "lease_lost" in caplog.text)
    store.down = True
    await claims.release(claim)


async def test_a_failure_is_logged_without_the_data(
    broker: FakeBroker, sample: Sample, claims: Claims, caplog: pytest.LogCaptureFixture
) -> None:
    """They may be personal."""
    consumer = QueueConsumer(broker, sample.queue, [On(sample.kind)], claims)
    await consumer.start()
    data = {"amount": "a secret"}
    envelope = sample.outgoing().envelope.model_copy(update={"data": data})
    await broker.publish(sample.outgoing().model_copy(update={"envelope": envelope}))
    await broker.drained(sample.queue.name)
    await consumer.stop(1)
    assert "loan.applied.amount" in caplog.text
    assert "a secret" not in caplog.text
