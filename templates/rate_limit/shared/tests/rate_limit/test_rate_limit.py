"""How often one address may ask."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.types import Message, Receive, Scope, Send

from shared.spare_redis import SpareRedis
from shared.testing.client import open_client
from shared.testing.rate_limit import MemoryRequestCounter
from shared.web.app import build_app
from shared.web.rate_limit import (
    RateLimit,
    RateLimitMiddleware,
    RedisRequestCounter,
    RequestCounter,
    find_address,
)

PATH = "/things"


@asynccontextmanager
async def nothing(_app: FastAPI) -> AsyncIterator[None]:
    """Open nothing."""
    yield


def limit_app(counter: RequestCounter, per_minute: int, trusted_proxies: int = 0) -> FastAPI:
    """Make an app that answers an address so many times."""
    limit = RateLimit(counter=counter, per_minute=per_minute, trusted_proxies=trusted_proxies)
    app = build_app(
        "tests",
        lifespan=nothing,
        routers=[],
        checks={},
        inside=[Middleware(RateLimitMiddleware, limit=limit)],
    )

    @app.get(PATH)
    async def things() -> list[str]:
        return []

    return app


async def test_processes_count_together(counters: Callable[[], RequestCounter]) -> None:
    """Two apps answer an address as often as one."""
    first, second = (limit_app(counters(), 10) for _ in range(2))
    async with open_client(first) as one, open_client(second) as other:
        answers = await asyncio.gather(
            *(client.get(PATH) for client in (one, other) for _ in range(8)),
        )
    statuses = [answer.status_code for answer in answers]
    assert (statuses.count(200), statuses.count(429)) == (10, 6)


async def test_windows_follow_one_another(counters: Callable[[], RequestCounter]) -> None:
    """Who has asked too often may ask again after a while; others at once."""
    counter = counters()
    for used in (1, 2):
        count = await counter.count("10.0.0.1")
        assert count is not None
        assert count.used == used
        assert 0 < count.seconds_left <= 0.5
    other = await counter.count("10.0.0.2")
    assert other is not None
    assert other.used == 1
    await asyncio.sleep(0.6)
    again = await counter.count("10.0.0.1")
    assert again is not None
    assert again.used == 1


async def test_answers_tell_what_is_left() -> None:
    """What is refused is a problem document that says when to come again."""
    async with open_client(limit_app(MemoryRequestCounter(), 2)) as client:
        fine = [await client.get(path) for path in (PATH, "/nowhere")]
        refused = await client.get(PATH)
    assert [answer.headers["RateLimit"].split(";t=")[0] for answer in fine] == [
        '"minute";r=1',
        '"minute";r=0',
    ]
    assert refused.status_code == httpx.codes.TOO_MANY_REQUESTS
    assert refused.headers["RateLimit-Policy"] == '"minute";q=2;w=60'
    assert refused.headers["RateLimit"].startswith('"minute";r=0;t=')
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert refused.json()["type"] == "urn:problem:too-many-requests"
    assert refused.json()["correlation_id"] == refused.headers["X-Correlation-ID"]


async def test_probes_are_free() -> None:
    """Whoever asks whether a service lives gets to know it."""
    async with open_client(limit_app(MemoryRequestCounter(), 1)) as client:
        answers = [await client.get("/health/ready") for _ in range(3)]
        assert (await client.get(PATH)).status_code == httpx.codes.OK
    assert {answer.status_code for answer in answers} == {200}
    assert "RateLimit" not in answers[0].headers


async def test_an_outage_lets_everybody_through() -> None:
    """Nothing is refused that nobody has counted."""
    counter = RedisRequestCounter(SpareRedis("redis://127.0.0.1:9", "tests"), "finance", "api")
    async with open_client(limit_app(counter, 1)) as client:
        answers = [await client.get(PATH) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {200}
    await counter.close()


async def test_counting_is_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between counting and ending the window nobody can come."""
    redis, commands = SpareRedis("redis://redis", "tests"), []

    async def send(*command: object, **_options: object) -> list[int]:
        commands.append(command)
        return [7, 1500]

    monkeypatch.setattr(redis.client, "execute_command", send)
    count = await RedisRequestCounter(redis, "finance", "api").count("10.0.0.1")
    assert count is not None
    assert (count.used, count.seconds_left) == (7, 1.5)
    (command,) = commands
    assert command[0] == "EVALSHA"
    assert {"finance:rate_limit:api:10.0.0.1", 60_000} <= set(command)


async def test_what_is_no_request_is_not_counted() -> None:
    """The app is started and stopped through the same door."""
    passed: list[str] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        passed.append(scope["type"])

    async def receive() -> Message:
        return {}

    async def send(_message: Message) -> None:
        """Nobody listens."""

    limit = RateLimit(counter=MemoryRequestCounter(), per_minute=1)
    for _ in range(2):
        await RateLimitMiddleware(app, limit)({"type": "lifespan"}, receive, send)
    assert passed == ["lifespan"] * 2


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "address"),
    [
        ("10.0.0.1", None, 0, "10.0.0.1"),
        ("10.0.0.1", "1.2.3.4", 0, "10.0.0.1"),
        ("10.0.0.1", "9.9.9.9, 1.2.3.4", 1, "1.2.3.4"),
        ("10.0.0.1", "9.9.9.9, 1.2.3.4, 10.0.0.2", 2, "1.2.3.4"),
        ("10.0.0.1", "1.2.3.4", 2, "10.0.0.1"),
        ("10.0.0.1", "nonsense", 1, "10.0.0.1"),
        ("10.0.0.1", None, 1, "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", None, 0, "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", None, 0, "203.0.113.7"),
        (None, None, 0, "unknown"),
        ("a-socket", "nonsense", 1, "a-socket"),
    ],
)
def test_who_asks(peer: str | None, forwarded: str | None, proxies: int, address: str) -> None:
    """No header is believed that a proxy of our own has not written."""
    headers = [] if forwarded is None else [(b"x-forwarded-for", forwarded.encode())]
    client = None if peer is None else (peer, 1)
    scope = {"type": "http", "headers": headers, "client": client}
    assert find_address(scope, proxies) == address
