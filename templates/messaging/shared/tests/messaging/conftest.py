"""Every promise is tested with the fakes, and with RabbitMQ and Redis."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
import pytest_asyncio

from shared.messaging.broker import Broker
from shared.messaging.idempotency import Claims, IdempotencyStore, LocalIdempotency
from shared.messaging.redis_idempotency import RedisIdempotency, connect_redis
from shared.testing.messages import Sample, make_sample
from shared.testing.messaging import FakeBroker
from shared.testing.rabbitmq import open_broker
from shared.testing.servers import require_server

LEASE_SECONDS = 0.3


@pytest.fixture
def sample() -> Sample:
    """Give a queue that nobody else uses."""
    return make_sample(f"test_{uuid4().hex}")


@pytest_asyncio.fixture(
    params=[
        "memory",
        pytest.param("rabbitmq", marks=pytest.mark.integration),
    ]
)
async def broker(
    request: pytest.FixtureRequest, sample: Sample
) -> AsyncIterator[FakeBroker | Broker]:
    """Give a broker: first the fake, then the real one."""
    if request.param == "memory":
        yield FakeBroker(sample.plan)
        return
    async with open_broker(require_server("TEST_RABBITMQ_URL"), sample.plan) as real:
        yield real


@pytest_asyncio.fixture(
    params=[
        "memory",
        pytest.param("redis", marks=pytest.mark.integration),
    ]
)
async def store(request: pytest.FixtureRequest, sample: Sample) -> AsyncIterator[IdempotencyStore]:
    """Give an empty store whose leases are short: first the one in memory, then Redis."""
    if request.param == "memory":
        yield LocalIdempotency(lease_seconds=LEASE_SECONDS)
        return
    async with connect_redis(require_server("TEST_REDIS_URL")) as client:
        context = sample.plan.context
        yield RedisIdempotency(client, context, lease_seconds=LEASE_SECONDS, done_seconds=60)


@pytest.fixture
def claims(store: IdempotencyStore) -> Claims:
    """Give the claims of a service."""
    return Claims(store, "scoring")
