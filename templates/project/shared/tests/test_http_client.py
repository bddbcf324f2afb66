"""The client for other services: retries, deadlines, failures."""

from collections.abc import Callable

import httpx
import pytest

from shared import http_client
from shared.context import correlation, current_trace_id, trace
from shared.errors import FieldError, NotFoundError, RelayedError, UnavailableError
from shared.http_client import ServiceClient
from shared.problem import Problem, ProblemItem

Answer = httpx.Response | Exception
KEY = {"Idempotency-Key": "key-1"}


class Upstream:
    """A service that answers from a script and remembers what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []
        self.pauses: list[float] = []

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    def client(self) -> ServiceClient:
        """Give a client of this service."""
        transport = httpx.MockTransport(self._handle)
        return ServiceClient(
            "upstream",
            "http://upstream",
            "a-token",
            transport=transport,
            pause=self._pause,
        )


async def test_token_and_correlation_travel() -> None:
    """The other service knows who calls, for which request, and in which trace."""
    upstream = Upstream(httpx.Response(200))
    async with upstream.client() as client:
        with correlation("order-12345678"), trace(None):
            trace_id = current_trace_id()
            await client.send("POST", "/things", body={"a": 1}, query={"b": 2})
    (request,) = upstream.requests
    assert request.headers["Authorization"] == "Bearer a-token"
    assert request.headers["X-Correlation-ID"] == "order-12345678"
    assert request.headers["traceparent"].split("-")[1] == trace_id
    assert str(request.url) == "http://upstream/things?b=2"
    assert request.content == b'{"a":1}'


async def test_without_a_request_there_is_no_correlation() -> None:
    """Probes have none, and no trace."""
    upstream = Upstream(httpx.Response(200))
    async with upstream.client() as client:
        await client.ping()
    (request,) = upstream.requests
    assert "X-Correlation-ID" not in request.headers
    assert "traceparent" not in request.headers
    assert request.url.path == "/health/live"


@pytest.mark.parametrize(
    "failure",
    [
        lambda: httpx.ReadTimeout("slow"),
        lambda: httpx.ConnectError("refused"),
        lambda: httpx.Response(503),
    ],
)
@pytest.mark.parametrize(("method", "headers"), [("GET", {}), ("POST", KEY)])
async def test_what_is_safe_is_tried_three_times(
    method: str, headers: dict[str, str], failure: Callable[[], Answer]
) -> None:
    """Reading is, and what has a key."""
    upstream = Upstream(failure(), failure(), httpx.Response(200))
    async with upstream.client() as client:
        assert (await client.send(method, "/things", headers=headers)).status_code == 200
    assert len(upstream.pauses) == 2
    assert 0 < upstream.pauses[0] < 0.5


@pytest.mark.parametrize("failure", [httpx.ReadTimeout("slow"), httpx.Response(503)])
@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE"])
async def test_what_is_not_safe_is_tried_once(method: str, failure: Answer) -> None:
    """It may have had its effect already."""
    upstream = Upstream(failure, httpx.Response(200))
    async with upstream.client() as client:
        with pytest.raises(UnavailableError):
            await client.send(method, "/things")
    assert len(upstream.requests) == 1


async def test_what_was_never_sent_is_tried_again() -> None:
    """Without a connection nothing can have happened."""
    upstream = Upstream(httpx.ConnectError("refused"), httpx.Response(204))
    async with upstream.client() as client:
        assert (await client.send("DELETE", "/things")).status_code == 204


async def test_in_the_end_it_is_unavailable() -> None:
    """Three failures are enough."""
    upstream = Upstream(*[httpx.ConnectError("refused") for _ in range(3)])
    async with upstream.client() as client:
        with pytest.raises(UnavailableError):
            await client.send("GET", "/things")


async def test_the_deadline_holds_for_all_tries_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A caller never waits longer."""
    monkeypatch.setattr(http_client, "TOTAL_SECONDS", 0.01)
    transport = httpx.MockTransport(lambda _request: httpx.Response(503))
    async with ServiceClient("upstream", "http://upstream", transport=transport) as client:
        with pytest.raises(UnavailableError):
            await client.send("GET", "/things")


async def test_not_found_is_told() -> None:
    """What is not there is an answer, not an outage."""
    upstream = Upstream(httpx.Response(404))
    async with upstream.client() as client:
        with pytest.raises(NotFoundError):
            await client.send("GET", "/things/1")


@pytest.mark.parametrize("status", [409, 412, 422, 428])
async def test_a_refusal_of_the_input_is_passed_on(status: int) -> None:
    """It is the caller's own business."""
    problem = Problem(
        type="urn:problem:some-rule",
        title="A title",
        status=status,
        detail="A detail",
        instance="/things",
        errors=[ProblemItem(location="body", pointer="/a", message="wrong")],
    )
    upstream = Upstream(httpx.Response(status, content=problem.to_bytes()))
    async with upstream.client() as client:
        with pytest.raises(RelayedError) as caught:
            await client.send("POST", "/things")
    refusal = caught.value
    assert (refusal.slug, refusal.status) == ("some-rule", status)
    assert (refusal.title, refusal.detail) == ("A title", "A detail")
    assert refusal.errors == (FieldError("/a", "wrong"),)


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(422, content=b"no problem document"),
        httpx.Response(401),
        httpx.Response(403),
        httpx.Response(500),
        httpx.Response(302),
    ],
)
async def test_anything_else_is_an_outage(answer: httpx.Response) -> None:
    """The caller can do nothing about it."""
    upstream = Upstream(answer)
    async with upstream.client() as client:
        with pytest.raises(UnavailableError):
            await client.send("GET", "/things")
