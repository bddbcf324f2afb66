"""Real servers, with names that nobody else uses."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
import pytest_asyncio

from shared.messaging.broker import Broker
from shared.messaging.idempotency import Claims
from shared.messaging.redis_idempotency import RedisIdempotency
from shared.redis_client import connect_redis
from shared.testing.messages import Sample, make_sample
from shared.testing.rabbitmq import open_broker
from shared.testing.servers import require_server


@pytest.fixture
def rabbitmq_url() -> str:
    """Give the address of RabbitMQ."""
    return require_server("TEST_RABBITMQ_URL")


@pytest.fixture
def redis_url() -> str:
    """Give the address of Redis."""
    return require_server("TEST_REDIS_URL")


@pytest.fixture
def sample() -> Sample:
    """Give a queue that nobody else uses."""
    return make_sample(f"test_{uuid4().hex}")


@pytest_asyncio.fixture
async def broker(rabbitmq_url: str, sample: Sample) -> AsyncIterator[Broker]:
    """Give a broker that is connected."""
    async with open_broker(rabbitmq_url, sample.plan) as broker:
        yield broker


@pytest_asyncio.fixture
async def claims(redis_url: str, sample: Sample) -> AsyncIterator[Claims]:
    """Give the claims of a service, with leases as short as deaths in tests need."""
    async with connect_redis(redis_url) as client:
        store = RedisIdempotency(
            client,
            sample.plan.context,
            lease_seconds=0.5,
            done_seconds=60,
        )
        yield Claims(store, "scoring")
