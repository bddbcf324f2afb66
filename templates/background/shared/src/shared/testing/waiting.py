"""Wait for what happens by itself."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

WAIT_SECONDS = 10.0
POLL_SECONDS = 0.01


async def eventually(ask: Callable[[], Awaitable[T | None]], seconds: float = WAIT_SECONDS) -> T:
    """Ask until there is an answer, and give it.

    Raises:
        TimeoutError: There is none in time.
    """
    async with asyncio.timeout(seconds):
        while (answer := await ask()) is None:  # noqa: ASYNC110  # a question has no event
            await asyncio.sleep(POLL_SECONDS)
    return answer


async def until(condition: Callable[[], bool], seconds: float = WAIT_SECONDS) -> None:
    """Wait until something is so.

    Raises:
        TimeoutError: It is not so in time.
    """

    async def ask() -> bool | None:
        return condition() or None

    await eventually(ask, seconds)
