"""Every promise is tested with the fake, and with Redis."""

from collections.abc import AsyncIterator, Callable
from uuid import uuid4

import pytest
import pytest_asyncio

from shared.changes import Changes, RedisChanges
from shared.testing.changes import MemoryChanges
from shared.testing.servers import require_server

Open = Callable[[], Changes]


@pytest_asyncio.fixture(
    params=[
        False,
        pytest.param(True, marks=pytest.mark.integration),
    ],
    ids=["memory", "redis"],
)
async def instances(request: pytest.FixtureRequest) -> AsyncIterator[Open]:
    """Give what opens the changes of one more process."""
    is_real: bool = request.param
    if not is_real:
        memory = MemoryChanges()
        yield lambda: memory
        return
    url, context = require_server("TEST_REDIS_URL"), f"test_{uuid4().hex}"
    opened: list[RedisChanges] = []

    def open_one() -> Changes:
        opened.append(RedisChanges(url, context))
        return opened[-1]

    yield open_one
    for one in opened:
        await one.close()
