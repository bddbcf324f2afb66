"""Every promise is tested with the fake, and with Redis."""

from collections.abc import AsyncIterator, Callable
from uuid import uuid4

import pytest
import pytest_asyncio

from shared.row_cache import RedisRowCache, RowCache
from shared.spare_redis import SpareRedis
from shared.testing.row_cache import MemoryRowCache
from shared.testing.servers import require_server

SECONDS = 0.3

Open = Callable[[], RowCache]


@pytest.fixture(
    params=[
        False,
        pytest.param(True, marks=pytest.mark.integration),
    ],
    ids=["memory", "redis"],
)
def is_real(request: pytest.FixtureRequest) -> bool:
    """Tell whether Redis is real: first it is not, then it is."""
    chosen: bool = request.param
    return chosen


@pytest_asyncio.fixture
async def caches(is_real: bool) -> AsyncIterator[Open]:
    """Give what opens the cache of one more process; all of them are about the same rows."""
    if not is_real:
        memory = MemoryRowCache(SECONDS)
        yield lambda: memory
        return
    url, context = require_server("TEST_REDIS_URL"), f"test_{uuid4().hex}"
    opened: list[RedisRowCache] = []

    def open_one() -> RowCache:
        opened.append(RedisRowCache(SpareRedis(url, "tests"), context, SECONDS))
        return opened[-1]

    yield open_one
    for one in opened:
        await one.close()


@pytest.fixture
def cache(caches: Open) -> RowCache:
    """Give an empty cache that keeps nothing for long."""
    return caches()
