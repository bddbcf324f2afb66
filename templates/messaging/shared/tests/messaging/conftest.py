"""Every promise is tested with the fakes, and with RabbitMQ and Redis."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
import pytest_asyncio

from shared.messaging.broker import Broker
from shared.messaging.idempotency import Claims, IdempotencyStore, LocalIdempotency
from shared.messaging.redis_idempotency import RedisIdempotency
from shared.redis_client import connect_redis
from shared.testing.messages import Sample, make_sample
from shared.testing.messaging import FakeBroker
from shared.testing.rabbitmq import open_broker
from shared.testing.servers import require_server

LEASE_SECONDS = 0.3


@pytest.fixture
def sample() -> Sample:
    """Give a queue that nobody else uses."""
    return make_sample(f"test_{uuid4().hex}")


@pytest.fixture(
    params=[
        False,
        pytest.param(True, marks=pytest.mark.integration),
    ],
    ids=["memory", "servers"],
)
def is_real(request: pytest.FixtureRequest) -> bool:
    """Tell whether the servers are real: first they are not, then they are."""
    chosen: bool = request.param
    return chosen


@pytest_asyncio.fixture
async def broker(is_real: bool, sample: Sample) -> AsyncIterator[FakeBroker | Broker]:
    """Give a broker."""
    if not is_real:
        yield FakeBroker(sample.plan)
        return
    async with open_broker(require_server("TEST_RABBITMQ_URL"), sample.plan) as real:
        yield real


@pytest_asyncio.fixture
async def store(is_real: bool, sample: Sample) -> AsyncIterator[IdempotencyStore]:
    """Give an empty store whose leases are short."""
    if not is_real:
        yield LocalIdempotency(lease_seconds=LEASE_SECONDS)
        return
    async with connect_redis(require_server("TEST_REDIS_URL")) as client:
        context = sample.plan.context
        yield RedisIdempotency(client, context, lease_seconds=LEASE_SECONDS, done_seconds=60)


@pytest.fixture
def claims(store: IdempotencyStore) -> Claims:
    """Give the claims of a service."""
    return Claims(store, "scoring")
