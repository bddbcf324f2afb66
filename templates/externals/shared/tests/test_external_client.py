"""The client of systems outside: what it asks, and what it takes for an outage."""

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal

import httpx
import pytest
from pydantic import TypeAdapter

from shared.errors import UnavailableError
from shared.external_client import ExternalClient
from shared.http_client import TRIES

ADDRESS = "https://robot:password@bureau.test/base"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Score:
    """What the system knows of somebody."""

    value: int
    times: tuple[dt.datetime, ...] = ()


class Bureau:
    """A system that gives one answer to everything and remembers what it was asked."""

    def __init__(self, answer: httpx.Response | Exception) -> None:
        self.answer = answer
        self.requests: list[httpx.Request] = []

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def _pause(self, _seconds: float) -> None:
        """Wait no time at all."""

    def client(self) -> ExternalClient:
        """Give a client of this system."""
        transport = httpx.MockTransport(self._handle)
        return ExternalClient("bureau", ADDRESS, transport=transport, pause=self._pause)


async def ask(bureau: Bureau, method: str, path: str, values: Mapping[str, object]) -> bytes:
    """Ask the system once."""
    async with bureau.client() as client:
        return await client.ask(method, path, values)


async def test_values_stand_in_path_and_query() -> None:
    """What has no body is asked with in its address."""
    bureau = Bureau(httpx.Response(200, content=b"1"))
    values = {"person": "a/b c", "exact": True, "most": 5}
    assert await ask(bureau, "GET", "/Scores/{person}", values) == b"1"
    (request,) = bureau.requests
    assert str(request.url.copy_with(username=None, password=None)) == (
        "https://bureau.test/base/Scores/a%2Fb%20c?exact=true&most=5"
    )
    assert request.content == b""
    assert request.headers["Authorization"].startswith("Basic ")


async def test_values_stand_in_body() -> None:
    """What has a body is asked with in it, but for what the path takes."""
    bureau = Bureau(httpx.Response(204))
    await ask(bureau, "POST", "/scores/{person}", {"person": 7, "amount": Decimal("1.50")})
    await ask(bureau, "POST", "/scores", {})
    assert [request.url.path for request in bureau.requests] == ["/base/scores/7", "/base/scores"]
    assert json.loads(bureau.requests[0].content) == {"amount": "1.50"}
    assert bureau.requests[1].content == b""


@pytest.mark.parametrize("name", [".", ".."])
async def test_dots_lead_nowhere_else(name: str) -> None:
    """A value cannot change which operation is asked for."""
    bureau = Bureau(httpx.Response(200))
    await ask(bureau, "GET", "/scores/{person}", {"person": name})
    assert bureau.requests[0].url.raw_path == b"/base/scores/" + b"%2E" * len(name)


@pytest.mark.parametrize(("method", "tries"), [("GET", TRIES), ("PUT", TRIES), ("POST", 1)])
async def test_tries(method: str, tries: int) -> None:
    """What may be repeated is tried several times, anything else once."""
    bureau = Bureau(httpx.ReadTimeout("too late"))
    with pytest.raises(UnavailableError):
        await ask(bureau, method, "/scores", {})
    assert len(bureau.requests) == tries


@pytest.mark.parametrize("status", [301, 400, 401, 404, 409, 500, 503])
async def test_refusal(status: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is no success is an outage, and no credentials are told of it."""
    with pytest.raises(UnavailableError):
        await ask(Bureau(httpx.Response(status)), "POST", "/scores", {})
    assert "password" not in capsys.readouterr().out


async def test_answer_is_read() -> None:
    """An answer may have more than what was agreed on."""
    client = Bureau(httpx.Response(200)).client()
    content = b'{"value": 3, "times": ["2026-01-01T10:00:00Z"], "more": 1}'
    moment = dt.datetime(2026, 1, 1, 10, tzinfo=dt.UTC)
    assert client.read(TypeAdapter(Score), content) == Score(value=3, times=(moment,))


@pytest.mark.parametrize(
    "content",
    [b"", b"?", b"{}", b'{"value": "much"}', b'{"value": 3, "times": ["2026-01-01T10:00:00"]}'],
)
async def test_unreadable_answer(content: bytes) -> None:
    """An answer that nobody can read is as good as none."""
    client = Bureau(httpx.Response(200)).client()
    with pytest.raises(UnavailableError):
        client.read(TypeAdapter(Score), content)
