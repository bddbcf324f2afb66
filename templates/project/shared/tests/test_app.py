"""The app factory: correlation, problem documents, probes, description."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import httpx
import pytest
import pytest_asyncio
from fastapi import APIRouter, FastAPI, HTTPException, Query
from pydantic import BaseModel
from starlette.types import Message, Scope

from shared.context import current_correlation_id, current_traceparent
from shared.errors import FieldError, NotFoundError, RelayedError, UnauthenticatedError
from shared.etag import to_etag
from shared.testing.client import open_client
from shared.web.app import build_app
from shared.web.etag import ExpectedVersion
from shared.web.idempotency import IdempotencyKey
from shared.web.json_route import MAX_BODY_BYTES, JsonRoute
from shared.web.middleware import RequestMiddleware
from shared.web.responses import problem_responses

TRACE_ID = "0af7651916cd43dd8448eb211c80319c"

router = APIRouter(prefix="/things", route_class=JsonRoute)


class Thing(BaseModel):
    """A body."""

    name: str
    data: dict[str, object] = {}


@router.post("", responses=problem_responses(422))
async def create_thing(thing: Thing, key: IdempotencyKey) -> Thing:
    """Echo the body."""
    assert key is None or key
    return thing


@router.get("")
async def list_things(limit: Annotated[int, Query(le=10)] = 1) -> int:
    """Echo a parameter."""
    return limit


@router.get("/failing/{how}")
async def fail(how: str) -> None:
    """Fail in one of many ways."""
    faults = [FieldError("/a\ud800", "broken")]
    failures: dict[str, Exception] = {
        "missing": NotFoundError(),
        "stranger": UnauthenticatedError(),
        "relayed": RelayedError("some-rule", 409, "A title", "A detail", faults),
        "teapot": HTTPException(418),
        "bug": RuntimeError("a secret detail"),
    }
    raise failures[how]


@router.put("/versioned")
async def change_version(version: ExpectedVersion) -> str:
    """Echo the expected version."""
    return to_etag(version)


@router.get("/correlation")
async def show_correlation() -> str | None:
    """Tell the correlation id."""
    return current_correlation_id()


@router.get("/trace")
async def show_trace() -> str | None:
    """Tell what would be carried on."""
    return current_traceparent()


class Dependency:
    """Something that may not answer."""

    healthy = True

    async def check(self) -> None:
        """Answer or fail."""
        if not self.healthy:
            raise ConnectionRefusedError


@pytest.fixture
def dependency() -> Dependency:
    """Give something that answers."""
    return Dependency()


@pytest.fixture
def app(dependency: Dependency) -> FastAPI:
    """Give a small app."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield

    return build_app(
        "Things",
        lifespan=lifespan,
        routers=[router],
        checks={"store": dependency.check},
    )


@pytest_asyncio.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of the small app."""
    async with open_client(app) as client:
        yield client


async def test_a_sane_correlation_id_is_kept(client: httpx.AsyncClient) -> None:
    """It reaches the operation and the answer."""
    headers = {"X-Correlation-ID": "order-12345678"}
    response = await client.get("/things/correlation", headers=headers)
    assert response.json() == "order-12345678"
    assert response.headers["X-Correlation-ID"] == "order-12345678"


@pytest.mark.parametrize("strange", ["short", "x" * 129, "with space in it", 'quote"quote"'])
async def test_a_strange_correlation_id_is_replaced(
    strange: str, client: httpx.AsyncClient
) -> None:
    """Nothing that could harm headers or logs comes in."""
    headers = {"X-Correlation-ID": strange}
    response = await client.get("/things/correlation", headers=headers)
    assert response.json() != strange
    assert response.headers["X-Correlation-ID"] == response.json()


@pytest.mark.parametrize("traceparent", [f"00-{TRACE_ID}-b7ad6b7169203331-01", "nonsense", None])
async def test_a_trace_is_carried_on(
    traceparent: str | None,
    client: httpx.AsyncClient,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """If there is one, else one is made; the log line names it."""
    headers = {} if traceparent is None else {"traceparent": traceparent}
    carried = (await client.get("/things/trace", headers=headers)).json()
    (line,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert line["trace_id"] == carried.split("-")[1]
    assert (line["trace_id"] == TRACE_ID) == (traceparent is not None and TRACE_ID in traceparent)


async def test_requests_do_not_share_their_correlation(client: httpx.AsyncClient) -> None:
    """Outside a request there is none."""
    first = await client.get("/things/correlation")
    second = await client.get("/things/correlation")
    assert first.json() != second.json()
    assert current_correlation_id() is None


@pytest.mark.parametrize(
    ("method", "path", "status", "slug"),
    [
        ("GET", "/nowhere", 404, "not-found"),
        ("DELETE", "/things", 405, "method-not-allowed"),
        ("GET", "/things?limit=11", 422, "invalid-input"),
        ("GET", "/things/failing/missing", 404, "not-found"),
        ("GET", "/things/failing/stranger", 401, "unauthenticated"),
        ("GET", "/things/failing/relayed", 409, "some-rule"),
        ("GET", "/things/failing/teapot", 418, "bad-request"),
        ("GET", "/things/failing/bug", 500, "internal-error"),
        ("PUT", "/things/versioned", 428, "version-required"),
    ],
)
async def test_every_failure_is_a_problem_document(
    method: str, path: str, status: int, slug: str, client: httpx.AsyncClient
) -> None:
    """It has a stable type, and words, and the correlation id."""
    response = await client.request(method, path)
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["type"] == f"urn:problem:{slug}"
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    assert problem["instance"] == path.partition("?")[0]
    assert problem["correlation_id"] == response.headers["X-Correlation-ID"]
    assert "secret" not in response.text


async def test_a_fault_is_located(client: httpx.AsyncClient) -> None:
    """Where it stands is told as a JSON pointer."""
    response = await client.post("/things", json={"data": 1})
    faults = {fault["pointer"]: fault["location"] for fault in response.json()["errors"]}
    assert faults == {"/name": "body", "/data": "body"}
    response = await client.get("/things", params={"limit": "many"})
    (fault,) = response.json()["errors"]
    assert (fault["location"], fault["pointer"]) == ("query", "/limit")


async def test_headers_of_a_refusal_are_sent(client: httpx.AsyncClient) -> None:
    """A client that is not known is told how to say who it is."""
    response = await client.get("/things/failing/stranger")
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert (await client.delete("/things")).headers["Allow"]


async def test_text_that_is_no_text_does_not_break_the_answer(client: httpx.AsyncClient) -> None:
    """A lone surrogate is escaped."""
    response = await client.get("/things/failing/relayed")
    assert response.json()["errors"][0]["pointer"] == "/a\\ud800"


@pytest.mark.parametrize(
    ("header", "status"),
    [('"3"', 200), ("*", 428), ("3", 412), ('W/"3"', 412), ('"9999999999"', 412)],
)
async def test_only_a_version_of_ours_is_expected(
    header: str, status: int, client: httpx.AsyncClient
) -> None:
    """Any other tag matches nothing."""
    response = await client.put("/things/versioned", headers={"If-Match": header})
    assert response.status_code == status


@pytest.mark.parametrize("key", ["a b", "", "x" * 256])
async def test_a_strange_key_is_refused(key: str, client: httpx.AsyncClient) -> None:
    """The header is named."""
    headers = {"Idempotency-Key": key}
    response = await client.post("/things", json={"name": "a"}, headers=headers)
    assert response.status_code == 422
    assert response.json()["errors"][0]["location"] == "header"


@pytest.mark.parametrize(
    ("content", "pointer"),
    [
        ('{"name": "a", "data": {"x": NaN}}', ""),
        ('{"name": "a", "data": {"x": 1e999}}', "/data/x"),
        ('{"name": "a\\u0000"}', "/name"),
        ('{"name": "\\ud800"}', "/name"),
        ('{"name": "a", "data": {"a/b~c": ["\\udfff"]}}', "/data/a~1b~0c/0"),
        ('{"name": "a", "data": {"\\u0000": 1}}', "/data/\x00"),
        ("{", ""),
        ("[" * 100_000, ""),
        ('{"name": "a", "data": {"x": ' + "9" * 5000 + "}}", ""),
    ],
)
async def test_bodies_are_read_strictly(
    content: str, pointer: str, client: httpx.AsyncClient
) -> None:
    """What no database can store is refused before it is validated."""
    headers = {"Content-Type": "application/json"}
    response = await client.post("/things", content=content, headers=headers)
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == pointer


async def test_deep_bodies_are_refused(client: httpx.AsyncClient) -> None:
    """Nobody needs forty levels."""
    content = '{"name": "a", "data": {"x": ' + "[" * 40 + "]" * 40 + "}}"
    headers = {"Content-Type": "application/json"}
    response = await client.post("/things", content=content, headers=headers)
    assert response.status_code == 422


async def test_large_bodies_are_refused(client: httpx.AsyncClient) -> None:
    """The limit holds while the body is still coming."""
    response = await client.post("/things", json={"name": "x" * MAX_BODY_BYTES})
    assert response.status_code == 413
    assert response.json()["type"] == "urn:problem:body-too-large"


async def test_a_good_body_passes(client: httpx.AsyncClient) -> None:
    """With or without a key."""
    thing = {"name": "Имя", "data": {"a": [1, 2.5, None, True, "x"]}}
    response = await client.post("/things", json=thing, headers={"Idempotency-Key": "k"})
    assert response.json() == thing


async def test_ready_depends_on_what_the_service_needs(
    client: httpx.AsyncClient, dependency: Dependency
) -> None:
    """Being alive does not."""
    assert (await client.get("/health/ready")).json() == {"status": "ok"}
    dependency.healthy = False
    response = await client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["errors"][0]["pointer"] == "/store"
    assert (await client.get("/health/live")).status_code == 200


def test_the_description_has_the_problem_document(app: FastAPI) -> None:
    """And not FastAPI's own one."""
    described = app.openapi()
    assert described is app.openapi()
    schemas = described["components"]["schemas"]
    assert {"Problem", "ProblemItem"} <= set(schemas)
    assert "HTTPValidationError" not in schemas
    content = described["paths"]["/things"]["post"]["responses"]["422"]["content"]
    assert list(content) == ["application/problem+json"]


async def test_a_failure_after_the_start_of_the_answer_is_not_hidden(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The server has to break the connection; the failure is logged."""

    async def broken(scope: Scope, _receive: object, send: object) -> None:
        assert scope["type"] == "http"
        assert callable(send)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise RuntimeError

    async def receive() -> Message:
        return {"type": "http.request"}

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
    with pytest.raises(RuntimeError):
        await RequestMiddleware(broken)(scope, receive, send)
    assert [message["type"] for message in sent] == ["http.response.start"]
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["event"] for line in lines] == ["request_failed", "request_finished"]


async def test_other_protocols_pass_untouched() -> None:
    """The middleware is about HTTP only."""
    seen: list[str] = []

    async def inner(scope: Scope, _receive: object, _send: object) -> None:
        seen.append(scope["type"])

    async def receive() -> Message:
        return {}

    async def send(_message: Message) -> None:
        return None

    await RequestMiddleware(inner)({"type": "lifespan"}, receive, send)
    assert seen == ["lifespan"]
    assert await receive() == {}
    await send({})
