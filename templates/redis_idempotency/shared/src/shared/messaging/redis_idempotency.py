"""What is being done and what was done, kept in Redis."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from redis.asyncio import Redis
from redis.exceptions import RedisError

from shared.errors import UnavailableError
from shared.logging import get_logger
from shared.messaging.idempotency import DONE_SECONDS, LEASE_SECONDS, ClaimState

_DONE: Final = "done"
_RENEW: Final = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
"""
_RELEASE: Final = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
"""

log = get_logger(__name__)


class RedisIdempotency:
    """Three states in one key: absent, the token of who holds it, done."""

    def __init__(
        self,
        client: Redis,
        context: str,
        *,
        lease_seconds: float = LEASE_SECONDS,
        done_seconds: int = DONE_SECONDS,
    ) -> None:
        self.lease_seconds = lease_seconds
        self._client = client
        self._context = context
        self._done_seconds = done_seconds
        self._renew = client.register_script(_RENEW)
        self._release = client.register_script(_RELEASE)

    async def claim(self, key: str, token: str) -> ClaimState:
        """Claim a key, unless somebody else holds it or it is done."""
        with _outages_explained():
            held = await self._client.set(
                self._name(key), token, nx=True, get=True, px=self._lease_ms()
            )
        # A token of our own means that the answer to an earlier try got lost.
        if held is None or held == token:
            return ClaimState.ACQUIRED
        return ClaimState.DONE if held == _DONE else ClaimState.IN_PROGRESS

    async def renew(self, key: str, token: str) -> bool:
        """Hold a claim for longer; tell whether it still was ours."""
        with _outages_explained():
            renewed = await self._renew(keys=[self._name(key)], args=[token, self._lease_ms()])
        return bool(renewed)

    async def finish(self, key: str) -> None:
        """Remember that it is done, whoever holds it by now."""
        with _outages_explained():
            await self._client.set(self._name(key), _DONE, ex=self._done_seconds)

    async def release(self, key: str, token: str) -> None:
        """Let go of a claim, so that it can be tried again at once."""
        with _outages_explained():
            await self._release(keys=[self._name(key)], args=[token])

    async def ping(self) -> None:
        """Ask for a sign of life."""
        with _outages_explained():
            await self._client.ping()

    def _name(self, key: str) -> str:
        return f"{self._context}:idempotency:{key}"

    def _lease_ms(self) -> int:
        return round(self.lease_seconds * 1000)


@contextmanager
def _outages_explained() -> Iterator[None]:
    try:
        yield
    except (RedisError, OSError) as error:
        log.warning("redis_failed", error=type(error).__name__)
        raise UnavailableError from error
