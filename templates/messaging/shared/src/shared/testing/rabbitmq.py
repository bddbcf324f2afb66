"""Queues of its own on a real RabbitMQ server."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aio_pika

from shared.messaging.broker import Broker
from shared.messaging.plan import Declaration, MessagingPlan


@asynccontextmanager
async def open_broker(url: str, plan: MessagingPlan) -> AsyncIterator[Broker]:
    """Connect, give a broker that is ready, and remove at the end what the plan declares."""
    try:
        async with Broker(url, plan, name="tests") as broker:
            await broker.opened()
            yield broker
    finally:
        await remove(url, plan)


async def remove(url: str, plan: MessagingPlan, *others: Declaration) -> None:
    """Remove everything that a plan declares, and other queues, with the messages in them."""
    async with await aio_pika.connect(url) as connection, connection.channel() as channel:
        for queue in plan.queues:
            for declaration in queue.declarations():
                await channel.queue_delete(declaration.name)
        for declaration in others:
            await channel.queue_delete(declaration.name)
        for exchange in plan.exchanges:
            await channel.exchange_delete(exchange.name)
