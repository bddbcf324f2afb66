"""What is measured of requests: by route templates, never by ids."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
from fastapi import APIRouter, FastAPI, Response
from fastapi.responses import StreamingResponse
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families
from starlette.types import Message, Scope

from shared.errors import NotFoundError, UnavailableError
from shared.http_client import ServiceClient
from shared.metrics import METRICS_TYPE
from shared.testing.client import open_client
from shared.testing.metrics import Measured
from shared.web.app import build_app
from shared.web.measuring import MeasuringMiddleware

router = APIRouter(prefix="/things")


@router.get("/{thing_id}")
async def read_thing(thing_id: str) -> str:
    """Give a thing."""
    in_progress = REGISTRY.get_sample_value("http_requests_in_progress")
    if thing_id == "bug":
        raise RuntimeError
    if thing_id == "missing":
        raise NotFoundError
    return str(in_progress)


@router.get("/{thing_id}/stream")
async def follow_thing(thing_id: str) -> Response:
    """Give one part after the other."""

    async def parts() -> AsyncIterator[bytes]:
        yield thing_id.encode()

    return StreamingResponse(parts())


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


@pytest_asyncio.fixture
async def client(dependency: Dependency) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of a small app."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield

    app = build_app(
        "Things",
        lifespan=lifespan,
        routers=[router],
        checks={"measured_store": dependency.check},
    )
    async with open_client(app) as client:
        yield client


@pytest.mark.parametrize(
    ("method", "path", "labels"),
    [
        ("GET", "/things/ID", ("GET", "/things/{thing_id}", "200")),
        ("GET", "/things/ID/stream", ("GET", "/things/{thing_id}/stream", "200")),
        ("GET", "/things/missing", ("GET", "/things/{thing_id}", "404")),
        ("GET", "/things/bug", ("GET", "/things/{thing_id}", "500")),
        ("DELETE", "/things/ID", ("DELETE", "/things/{thing_id}", "405")),
        ("GET", "/nowhere/ID", ("GET", "unmatched", "404")),
        ("INVENTED", "/nowhere/ID", ("OTHER", "unmatched", "404")),
    ],
)
async def test_requests_are_counted_by_their_routes(
    method: str, path: str, labels: tuple[str, str, str], client: httpx.AsyncClient
) -> None:
    """What a caller asks for in particular is in no label."""
    own_id, before = uuid4().hex, Measured()
    await client.request(method, path.replace("ID", own_id))
    known = dict(zip(("method", "route", "status"), labels, strict=True))
    assert before.growth("http_requests_total", known) == 1
    del known["status"]
    assert before.growth("http_request_duration_seconds_count", known) == 1
    assert own_id not in (await client.get("/metrics")).text


async def test_requests_are_counted_while_they_are_answered(client: httpx.AsyncClient) -> None:
    """And no longer."""
    assert (await client.get("/things/1")).json() == "1.0"
    assert REGISTRY.get_sample_value("http_requests_in_progress") == 0


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/metrics"])
async def test_whoever_only_looks_is_not_counted(path: str, client: httpx.AsyncClient) -> None:
    """Otherwise looking would change what is seen."""
    before = Measured()
    assert (await client.get(path)).status_code == httpx.codes.OK
    assert before.growth("http_requests_total") == 0


async def test_prometheus_can_read_it(client: httpx.AsyncClient) -> None:
    """With what Python itself tells of the process."""
    response = await client.get("/metrics")
    assert response.headers["Content-Type"] == METRICS_TYPE
    names = {family.name for family in text_string_to_metric_families(response.text)}
    assert {"http_requests", "upstream_requests", "python_info"} <= names


async def test_the_description_does_not_have_it(client: httpx.AsyncClient) -> None:
    """It is no part of what the service offers."""
    described = (await client.get("/openapi.json")).json()
    assert "/metrics" not in described["paths"]


async def test_what_is_not_ready_is_told(client: httpx.AsyncClient, dependency: Dependency) -> None:
    """As of the last time that somebody asked."""
    for healthy in (True, False):
        dependency.healthy = healthy
        await client.get("/health/ready")
        labels = {"dependency": "measured_store"}
        assert REGISTRY.get_sample_value("dependency_ready", labels) == float(healthy)


@pytest.mark.parametrize(
    ("answer", "failure", "outcome"),
    [
        (httpx.Response(200), None, "answered"),
        (httpx.Response(404), NotFoundError, "refused"),
        (httpx.Response(500), UnavailableError, "unavailable"),
    ],
)
async def test_calls_are_counted_by_what_became_of_them(
    answer: httpx.Response, failure: type[Exception] | None, outcome: str
) -> None:
    """For each service that is asked."""
    before = Measured()
    transport = httpx.MockTransport(lambda _request: answer)
    async with ServiceClient("measured", "http://measured", transport=transport) as client:
        if failure is None:
            await client.send("GET", f"/things/{uuid4()}")
        else:
            with pytest.raises(failure):
                await client.send("GET", f"/things/{uuid4()}")
    labels = {"upstream": "measured"}
    assert before.growth("upstream_requests_total", {**labels, "outcome": outcome}) == 1
    assert before.growth("upstream_request_duration_seconds_count", labels) == 1
    assert before.grown_labels("upstream_requests_total", "outcome") == {outcome}


async def test_other_protocols_are_not_measured() -> None:
    """The middleware is about HTTP only."""
    seen: list[str] = []

    async def inner(scope: Scope, _receive: object, _send: object) -> None:
        seen.append(scope["type"])

    async def receive() -> Message:
        return {}

    async def send(_message: Message) -> None:
        return None

    await MeasuringMiddleware(inner)({"type": "lifespan"}, receive, send)
    assert seen == ["lifespan"]
    assert await receive() == {}
    await send({})
