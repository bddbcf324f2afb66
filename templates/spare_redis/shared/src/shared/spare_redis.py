"""Redis that nothing depends on: while it is away, everybody goes on without it."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from redis.exceptions import RedisError

from shared.logging import get_logger
from shared.redis_client import connect_redis

PATIENCE_SECONDS = 0.3
PAUSE_SECONDS = 1.0

AnswerT = TypeVar("AnswerT")

log = get_logger(__name__)


class SpareRedis:
    """Asks Redis, unless it has just not answered.

    Attributes:
        client: The client that questions are asked with.
    """

    def __init__(self, url: str, use: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.client = connect_redis(url)
        self._use = use
        self._clock = clock
        self._is_away = False
        self._silent_until = 0.0

    async def ask(
        self,
        question: Callable[[], Awaitable[AnswerT]],
        otherwise: AnswerT,
    ) -> AnswerT:
        """Give the answer of Redis, or what holds without it."""
        now = self._clock()
        if now < self._silent_until:
            return otherwise
        if self._is_away:
            # One asks whether it is back; the others go on.
            self._silent_until = now + PAUSE_SECONDS
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                answer = await question()
        except (RedisError, OSError) as error:
            self._note_away(error)
            return otherwise
        self._note_back()
        return answer

    async def close(self) -> None:
        """Close the connections."""
        await self.client.aclose()

    def _note_away(self, error: Exception) -> None:
        self._silent_until = self._clock() + PAUSE_SECONDS
        if not self._is_away:
            log.warning("redis_away", use=self._use, error=type(error).__name__)
        self._is_away = True

    def _note_back(self) -> None:
        if self._is_away:
            log.info("redis_back", use=self._use)
        self._is_away = False
        self._silent_until = 0.0
