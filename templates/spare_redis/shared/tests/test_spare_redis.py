"""Redis that may be away."""

import asyncio
import json

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError

from shared import spare_redis
from shared.logging import configure_logging
from shared.spare_redis import PAUSE_SECONDS, SpareRedis


class Clock:
    """A clock that stands until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


class Server:
    """What stands for Redis: it answers, fails or hangs."""

    def __init__(self) -> None:
        self.failure: Exception | None = None
        self.hangs = False
        self.asked = 0

    async def question(self) -> str:
        """Answer, or not."""
        self.asked += 1
        if self.hangs:
            await asyncio.sleep(60)
        if self.failure is not None:
            raise self.failure
        return "there"


@pytest.fixture
def clock() -> Clock:
    """Give a clock."""
    return Clock()


@pytest.fixture
def redis(clock: Clock) -> SpareRedis:
    """Give what asks."""
    return SpareRedis("redis://127.0.0.1:9", "tests", clock)


async def ask(redis: SpareRedis, server: Server) -> str:
    """Ask once."""
    return await redis.ask(server.question, "away")


@pytest.mark.parametrize("failure", [RedisConnectionError(), OSError()])
async def test_one_asks_while_it_is_away(
    failure: Exception, redis: SpareRedis, clock: Clock
) -> None:
    """The others go on at once, until somebody has found it back."""
    server = Server()
    assert await ask(redis, server) == "there"
    server.failure = failure
    assert [await ask(redis, server) for _ in range(5)] == ["away"] * 5
    assert server.asked == 2
    clock.now += PAUSE_SECONDS
    assert [await ask(redis, server) for _ in range(5)] == ["away"] * 5
    assert server.asked == 3
    server.failure = None
    clock.now += PAUSE_SECONDS
    assert [await ask(redis, server) for _ in range(5)] == ["there"] * 5


async def test_the_first_who_asks_again_asks_alone(redis: SpareRedis, clock: Clock) -> None:
    """A server that hangs holds up one caller, not all."""
    server = Server()
    server.failure = OSError()
    await ask(redis, server)
    clock.now += PAUSE_SECONDS
    server.asked = 0
    assert await asyncio.gather(*(ask(redis, server) for _ in range(5))) == ["away"] * 5
    assert server.asked == 1


async def test_nobody_waits_long(redis: SpareRedis, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that hangs is away."""
    monkeypatch.setattr(spare_redis, "PATIENCE_SECONDS", 0.01)
    server = Server()
    server.hangs = True
    assert await ask(redis, server) == "away"


async def test_an_outage_is_one_line(
    redis: SpareRedis, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """And its end is another."""
    configure_logging("tests", "INFO")
    server = Server()
    for failure in (OSError(), OSError(), None, None):
        server.failure = failure
        await ask(redis, server)
        clock.now += PAUSE_SECONDS
    events = [json.loads(line)["event"] for line in capsys.readouterr().out.splitlines()]
    assert events == ["redis_away", "redis_back"]


async def test_nobody_there(redis: SpareRedis) -> None:
    """A port where nobody listens is an outage like any other."""

    async def ping() -> str:
        await redis.client.ping()
        return "there"

    assert await redis.ask(ping, "away") == "away"
    await redis.close()
