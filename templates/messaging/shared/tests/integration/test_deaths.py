"""Processes that die with a message in their hands."""

import asyncio
import sys
from pathlib import Path

import pytest

from shared.messaging.broker import Broker
from shared.messaging.consumer import On, QueueConsumer
from shared.messaging.envelope import Envelope
from shared.messaging.idempotency import Claims
from shared.testing.messages import Applied, Sample
from shared.testing.waiting import eventually, until

pytestmark = pytest.mark.integration

DOOMED = Path(__file__).with_name("doomed.py")
DEAD = 42


async def die(context: str) -> None:
    """Let a consumer die in its handler."""
    process = await asyncio.create_subprocess_exec(sys.executable, str(DOOMED), context)
    async with asyncio.timeout(30):
        assert await process.wait() == DEAD


async def test_who_dies_after_the_claim_loses_nothing(
    broker: Broker, sample: Sample, claims: Claims
) -> None:
    """The claim ends, and the next consumer handles the message, once."""
    handled: list[int] = []

    async def handle(data: Applied, _envelope: Envelope) -> None:
        handled.append(data.amount)

    await broker.publish(sample.outgoing(7))
    await die(sample.plan.context)
    consumer = QueueConsumer(broker, sample.queue, [On(sample.kind, handle)], claims)
    await consumer.start()
    await until(lambda: handled == [7])
    await consumer.stop(5)
    assert await broker.count(sample.queue.name) == 0


async def test_a_message_that_kills_its_consumers_becomes_a_dead_letter(
    broker: Broker, sample: Sample, rabbitmq_url: str
) -> None:
    """It does not kill for ever."""
    assert rabbitmq_url
    await broker.publish(sample.outgoing(7))
    for _ in range(sample.queue.delivery_limit + 1):
        await die(sample.plan.context)
    letter = await eventually(lambda: broker.take(sample.queue.dead_letters))
    await letter.ack()
    assert letter.parcel.type == "loan.applied"
    assert await broker.count(sample.queue.name) == 0
