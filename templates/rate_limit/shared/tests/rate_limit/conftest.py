"""Every promise is tested with the fake, and with Redis."""

from collections.abc import AsyncIterator, Callable
from uuid import uuid4

import pytest
import pytest_asyncio

from shared.spare_redis import SpareRedis
from shared.testing.rate_limit import MemoryRequestCounter
from shared.testing.servers import require_server
from shared.web.rate_limit import RedisRequestCounter, RequestCounter

WINDOW_SECONDS = 0.5

Open = Callable[[], RequestCounter]


@pytest_asyncio.fixture(
    params=[
        False,
        pytest.param(True, marks=pytest.mark.integration),
    ],
    ids=["memory", "redis"],
)
async def counters(request: pytest.FixtureRequest) -> AsyncIterator[Open]:
    """Give what opens the counter of one more process; all of them count together."""
    is_real: bool = request.param
    if not is_real:
        memory = MemoryRequestCounter(WINDOW_SECONDS)
        yield lambda: memory
        return
    url, context = require_server("TEST_REDIS_URL"), f"test_{uuid4().hex}"
    opened: list[RedisRequestCounter] = []

    def open_one() -> RequestCounter:
        redis = SpareRedis(url, "tests")
        opened.append(RedisRequestCounter(redis, context, "api", WINDOW_SECONDS))
        return opened[-1]

    yield open_one
    for one in opened:
        await one.close()
