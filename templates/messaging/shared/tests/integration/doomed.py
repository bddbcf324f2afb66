"""A consumer in a process of its own that dies inside its handler.

`python doomed.py CONTEXT` needs `TEST_RABBITMQ_URL` and `TEST_REDIS_URL`.
"""

import asyncio
import os
import sys

from shared.messaging.broker import Broker
from shared.messaging.consumer import On, QueueConsumer
from shared.messaging.envelope import Envelope
from shared.messaging.idempotency import Claims
from shared.messaging.redis_idempotency import RedisIdempotency
from shared.redis_client import connect_redis
from shared.testing.messages import Applied, make_sample

DEAD = 42
LEASE_SECONDS = 0.5


async def die(_data: Applied, _envelope: Envelope) -> None:
    """End the process as `kill -9` would."""
    os._exit(DEAD)


async def consume(context: str) -> None:
    """Wait for the message that is the end."""
    sample = make_sample(context)
    async with (
        connect_redis(os.environ["TEST_REDIS_URL"]) as client,
        Broker(os.environ["TEST_RABBITMQ_URL"], sample.plan, name="doomed") as broker,
    ):
        store = RedisIdempotency(client, context, lease_seconds=LEASE_SECONDS)
        claims = Claims(store, "scoring")
        await QueueConsumer(broker, sample.queue, [On(sample.kind, die)], claims).start()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(consume(sys.argv[1]))
