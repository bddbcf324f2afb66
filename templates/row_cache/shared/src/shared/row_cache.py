"""Rows of data APIs, kept in Redis for a while by all services that read them.

A row that is not there is leased to who asks for it first: only that reader may keep what the
data API answers, and only until somebody changes the row. So what was read before a change is
never kept after it.
"""

import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol
from uuid import UUID, uuid4

from pydantic import Field

from shared.redis_client import RedisSettings
from shared.spare_redis import SpareRedis

LEASE_SECONDS = 10.0

_CHANGING: Final = "!"
_EPOCH: Final = ":epoch"
_FIND: Final = """
local epoch = redis.call('GET', KEYS[2]) or ''
local kept = redis.call('GET', KEYS[1])
local current = '=' .. epoch .. ' '
if kept then
    if string.sub(kept, 1, #current) == current then return string.sub(kept, #current + 1) end
    if string.sub(kept, 1, 1) ~= '=' then return false end
end
redis.call('SET', KEYS[1], '?' .. ARGV[1] .. epoch, 'PX', ARGV[2])
return false
"""
_KEEP: Final = """
local epoch = redis.call('GET', KEYS[2]) or ''
if redis.call('GET', KEYS[1]) ~= '?' .. ARGV[1] .. epoch then return 0 end
redis.call('SET', KEYS[1], '=' .. epoch .. ' ' .. ARGV[2], 'PX', ARGV[3])
return 1
"""
_BLOCK: Final = """
for _, name in ipairs(KEYS) do redis.call('SET', name, ARGV[1], 'PX', ARGV[2]) end
return #KEYS
"""


class CacheSettings(RedisSettings):
    """Where Redis is, and for how long rows are kept there."""

    cache_seconds: int = Field(default=60, ge=1, le=86_400)


@dataclass(frozen=True, slots=True)
class RowName:
    """Which row: the name of its entity, and its id."""

    entity: str
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept of a row.

    Attributes:
        row: Which row.
        lease: Lets the reader keep what it gets, if nobody was faster.
        text: The row as the data API has answered; nothing where it has to be asked.
    """

    row: RowName
    lease: str
    text: str | None


class RowCache(Protocol):
    """Where rows are kept for a while."""

    async def find(self, row: RowName) -> Kept:
        """Give what is kept of a row."""
        ...

    async def keep(self, kept: Kept, text: str) -> None:
        """Keep what the data API has answered, unless the row was changed in the meantime."""
        ...

    def changing(
        self,
        rows: Sequence[RowName],
        entities: Sequence[str] = (),
    ) -> AbstractAsyncContextManager[None]:
        """Keep nothing of these rows while they are changed, and nothing from before.

        Args:
            rows: What is changed.
            entities: What changes with them, nobody knows which rows.
        """
        ...

    async def close(self) -> None:
        """Let go of what is open."""
        ...


class RedisRowCache:
    """Keeps rows in Redis; without it, every reader asks the data API."""

    def __init__(
        self,
        redis: SpareRedis,
        context: str,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._redis = redis
        self._context = context
        self._seconds = seconds
        self._clock = clock
        self._find_script = redis.client.register_script(_FIND)
        self._keep_script = redis.client.register_script(_KEEP)
        self._block_script = redis.client.register_script(_BLOCK)
        # Keys that have to go, and until when that matters.
        self._owed: dict[str, float] = {}

    async def find(self, row: RowName) -> Kept:
        """Give what is kept of a row."""
        lease = uuid4().hex
        text = await self._redis.ask(partial(self._find, row, lease), None)
        return Kept(row=row, lease=lease, text=text)

    async def keep(self, kept: Kept, text: str) -> None:
        """Keep what the data API has answered, unless the row was changed in the meantime."""
        await self._redis.ask(partial(self._keep, kept, text), None)

    @asynccontextmanager
    async def changing(
        self,
        rows: Sequence[RowName],
        entities: Sequence[str] = (),
    ) -> AsyncIterator[None]:
        """Keep nothing of these rows while they are changed, and nothing from before."""
        names = [self._name(row) for row in rows]
        await self._redis.ask(partial(self._block, names), None)
        try:
            yield
        finally:
            # Also after a failure: nobody knows what has come of it.
            self._owe([*names, *map(self._epoch, entities)])
            await self._redis.ask(self._pay, None)

    async def close(self) -> None:
        """Close the connections."""
        await self._redis.close()

    async def _find(self, row: RowName, lease: str) -> str | None:
        await self._pay()
        keys = [self._name(row), self._epoch(row.entity)]
        found = await self._find_script(keys=keys, args=[lease, _in_ms(LEASE_SECONDS)])
        return None if found is None else str(found)

    async def _keep(self, kept: Kept, text: str) -> None:
        keys = [self._name(kept.row), self._epoch(kept.row.entity)]
        await self._keep_script(keys=keys, args=[kept.lease, text, _in_ms(self._seconds)])

    async def _block(self, names: Sequence[str]) -> None:
        if names:
            await self._block_script(keys=names, args=[_CHANGING, _in_ms(LEASE_SECONDS)])

    def _owe(self, names: Sequence[str]) -> None:
        now = self._clock()
        # What was kept before an outage is gone by itself after a while.
        for name in [name for name, until in self._owed.items() if until < now]:
            del self._owed[name]
        self._owed.update(dict.fromkeys(names, now + self._seconds))

    async def _pay(self) -> None:
        owed = dict(self._owed)
        if not owed:
            return
        rows = [name for name in owed if not name.endswith(_EPOCH)]
        epochs = {name: uuid4().hex for name in owed if name.endswith(_EPOCH)}
        if epochs:
            await self._redis.client.mset(epochs)
        if rows:
            await self._redis.client.delete(*rows)
        for name, until in owed.items():
            # What has come to be owed again since is paid again.
            if self._owed.get(name) == until:
                del self._owed[name]

    def _name(self, row: RowName) -> str:
        return f"{self._context}:{row.entity}:{row.id}"

    def _epoch(self, entity: str) -> str:
        return f"{self._context}:{entity}{_EPOCH}"


def _in_ms(seconds: float) -> int:
    return round(seconds * 1000)
