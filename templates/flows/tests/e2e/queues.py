"""Queues that belong to one run of the tests."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aio_pika
from aio_pika.abc import AbstractConnection
from aio_pika.exceptions import ChannelClosed, ChannelNotFoundEntity

from shared.messaging.plan import MessagingPlan, QueuePlan

LOCK = "e2e-lock"
LOCK_SECONDS = 600.0
PAUSE_SECONDS = 0.5


@asynccontextmanager
async def own_queues(url: str, plan: MessagingPlan) -> AsyncIterator[None]:
    """Take the queues of a plan at a broker, one run after the other, and remove them at the end.

    Raises:
        AssertionError: Somebody works with them, or something waits in them.
    """
    async with await aio_pika.connect(url) as connection:
        await _wait_for_lock(connection)
        names = [name for queue in plan.queues for name in _names(queue)]
        for name in names:
            await _refuse_used(connection, name)
        try:
            yield
        finally:
            async with connection.channel() as channel:
                for name in names:
                    await channel.queue_delete(name)


async def _wait_for_lock(connection: AbstractConnection) -> None:
    """Hold a queue that only one connection can have, until this one is closed."""
    async with asyncio.timeout(LOCK_SECONDS):
        while True:
            channel = await connection.channel()
            try:
                await channel.declare_queue(LOCK, exclusive=True)
            except ChannelClosed:
                await asyncio.sleep(PAUSE_SECONDS)
            else:
                return


async def _refuse_used(connection: AbstractConnection, name: str) -> None:
    channel = await connection.channel()
    try:
        queue = await channel.declare_queue(name, passive=True)
    except ChannelNotFoundEntity:
        return
    found = queue.declaration_result
    used = (found.consumer_count or 0) + (found.message_count or 0)
    assert not used, f"{name} is in use: these tests need a broker of their own"
    await channel.close()


def _names(queue: QueuePlan) -> list[str]:
    rooms = [queue.retry_queue(attempt) for attempt in range(1, queue.retries + 1)]
    return [queue.name, *(room for room in rooms if room), queue.dead_letters]
