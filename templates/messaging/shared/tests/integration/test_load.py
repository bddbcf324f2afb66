"""Many messages, and a stop in the middle of them."""

import asyncio
import gc
import logging
import tracemalloc

import pytest

from shared.messaging.broker import Broker
from shared.messaging.consumer import On, QueueConsumer
from shared.messaging.envelope import Envelope
from shared.messaging.idempotency import Claims
from shared.messaging.plan import plan_delay
from shared.testing.messages import Applied, Sample
from shared.testing.rabbitmq import remove
from shared.testing.waiting import until

pytestmark = pytest.mark.integration

BACKLOG = 10_000
AT_ONCE = 500
# Tracing memory is slow, so it is done for some of them, late.
MEASURED = 2_000
# Whoever keeps a message keeps a kilobyte of each; what libraries remember for themselves is far less.
FLAT_BYTES = MEASURED * 256


async def publish(broker: Broker, sample: Sample, count: int) -> None:
    """Publish many messages, some of them at once."""
    for begin in range(0, count, AT_ONCE):
        amounts = range(begin, min(begin + AT_ONCE, count))
        await asyncio.gather(*(broker.publish(sample.outgoing(amount)) for amount in amounts))


async def test_a_backlog_needs_no_more_memory(
    broker: Broker, sample: Sample, claims: Claims, caplog: pytest.LogCaptureFixture
) -> None:
    """A consumer has a few messages at a time, however many wait."""
    # The test would keep every line.
    caplog.set_level(logging.WARNING)
    await publish(broker, sample, BACKLOG)
    handled = 0
    at_once = 0
    peak = 0

    async def handle(_data: Applied, _envelope: Envelope) -> None:
        nonlocal handled, at_once, peak
        at_once += 1
        peak = max(peak, at_once)
        await asyncio.sleep(0)
        at_once -= 1
        handled += 1

    consumer = QueueConsumer(broker, sample.queue, [On(sample.kind, handle)], claims)
    await consumer.start()
    await until(lambda: handled >= BACKLOG - MEASURED, 120)
    tracemalloc.start()
    await until(lambda: handled >= BACKLOG, 60)
    gc.collect()
    retained, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    await consumer.stop(5)
    assert handled == BACKLOG
    assert peak <= sample.queue.prefetch
    assert retained < FLAT_BYTES


async def test_a_stop_drains(broker: Broker, sample: Sample, claims: Claims) -> None:
    """What was begun is brought to an end, the rest waits for another consumer."""
    begun: list[int] = []
    ended: list[int] = []

    async def handle(data: Applied, _envelope: Envelope) -> None:
        begun.append(data.amount)
        await asyncio.sleep(0.2)
        ended.append(data.amount)

    await publish(broker, sample, 20)
    first = QueueConsumer(broker, sample.queue, [On(sample.kind, handle)], claims, concurrency=2)
    await first.start()
    await until(lambda: len(begun) == 2)
    await first.stop(5)
    assert sorted(ended) == sorted(begun)
    assert len(begun) == 2
    second = QueueConsumer(broker, sample.queue, [On(sample.kind, handle)], claims)
    await second.start()
    await until(lambda: len(ended) == 20)
    await second.stop(5)
    assert sorted(ended) == list(range(20))


async def test_a_stop_does_not_wait_for_ever(
    broker: Broker, sample: Sample, claims: Claims
) -> None:
    """What takes too long is handled again by another consumer."""
    begun: list[int] = []

    async def handle(data: Applied, _envelope: Envelope) -> None:
        begun.append(data.amount)
        await asyncio.sleep(60 if len(begun) == 1 else 0)

    await broker.publish(sample.outgoing(7))
    first = QueueConsumer(broker, sample.queue, [On(sample.kind, handle)], claims)
    await first.start()
    await until(lambda: begun == [7])
    await first.stop(0.1)
    second = QueueConsumer(broker, sample.queue, [On(sample.kind, handle)], claims)
    await second.start()
    await until(lambda: begun == [7, 7])
    await second.stop(5)
    assert await broker.count(sample.queue.name) == 0


async def test_a_delayed_message_comes_later(
    broker: Broker, sample: Sample, claims: Claims, rabbitmq_url: str
) -> None:
    """It waits in RabbitMQ, not in a process."""
    handled: list[int] = []

    async def handle(data: Applied, _envelope: Envelope) -> None:
        handled.append(data.amount)

    consumer = QueueConsumer(broker, sample.queue, [On(sample.kind, handle)], claims)
    await consumer.start()
    await broker.publish(sample.outgoing(1, delay_seconds=1))
    await broker.publish(sample.outgoing(2))
    await until(lambda: handled == [2, 1])
    await consumer.stop(5)
    await remove(rabbitmq_url, sample.plan, plan_delay(sample.kind.exchange, sample.kind.name, 1))
