"""Rows in Redis that is away, and comes back."""

from uuid import UUID

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError

from shared.row_cache import RedisRowCache, RowName
from shared.spare_redis import PAUSE_SECONDS, SpareRedis

ROW = RowName("loan", UUID(int=1))
KEY = f"finance:loan:{ROW.id}"


class Server:
    """What Redis does with the commands of the cache, and when."""

    def __init__(self) -> None:
        self.now = 100.0
        self.is_away = False
        self.found: str | None = None
        self.commands: list[tuple[object, ...]] = []

    def clock(self) -> float:
        """Tell the time."""
        return self.now

    async def send(self, *command: object, **_options: object) -> object:
        """Remember a command, and answer."""
        if self.is_away:
            raise RedisConnectionError
        self.commands.append(command)
        return self.found


@pytest.fixture
def server() -> Server:
    """Give what stands for Redis."""
    return Server()


@pytest.fixture
def cache(server: Server, monkeypatch: pytest.MonkeyPatch) -> RedisRowCache:
    """Give a cache over it."""
    redis = SpareRedis("redis://redis", "tests", server.clock)
    monkeypatch.setattr(redis.client, "execute_command", server.send)
    return RedisRowCache(redis, "finance", 60, server.clock)


async def test_commands(cache: RedisRowCache, server: Server) -> None:
    """Keys say the project, the entity and the row."""
    server.found = "{}"
    kept = await cache.find(ROW)
    assert kept.text == "{}"
    await cache.keep(kept, "{}")
    async with cache.changing([ROW], ["payment"]):
        pass
    names = [command[0] for command in server.commands]
    assert names == ["EVALSHA", "EVALSHA", "EVALSHA", "MSET", "DEL"]
    assert [KEY in command for command in server.commands] == [True, True, True, False, True]
    assert "finance:payment:epoch" in server.commands[3]
    await cache.close()


async def test_nothing_is_found_while_it_is_away(cache: RedisRowCache, server: Server) -> None:
    """And nothing fails."""
    server.is_away = True
    kept = await cache.find(ROW)
    assert kept.text is None
    await cache.keep(kept, "{}")
    async with cache.changing([ROW]):
        pass


async def test_what_was_changed_meanwhile_goes_first(cache: RedisRowCache, server: Server) -> None:
    """Redis that comes back may still have rows from before."""
    server.is_away = True
    async with cache.changing([ROW]):
        pass
    server.is_away, server.found = False, "old"
    server.now += PAUSE_SECONDS
    await cache.find(ROW)
    assert [command[0] for command in server.commands] == ["DEL", "EVALSHA"]
    await cache.find(ROW)
    assert [command[0] for command in server.commands] == ["DEL", "EVALSHA", "EVALSHA"]


async def test_what_has_gone_by_itself_is_not_owed(cache: RedisRowCache, server: Server) -> None:
    """After as long as rows are kept."""
    server.is_away = True
    async with cache.changing([ROW]):
        pass
    server.now += 61
    other = RowName("loan", UUID(int=2))
    async with cache.changing([other]):
        pass
    server.is_away = False
    server.now += PAUSE_SECONDS
    await cache.find(ROW)
    assert server.commands[0] == ("DEL", f"finance:loan:{other.id}")
