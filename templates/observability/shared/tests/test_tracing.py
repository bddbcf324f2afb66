"""Parts of traces: who begins them, who goes on with them, and where they are sent."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from opentelemetry import trace as otel
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.trace import SpanKind

from shared import tracing
from shared.context import current_trace_id, current_traceparent, part, trace
from shared.errors import NotFoundError, UnavailableError
from shared.http_client import ServiceClient
from shared.testing.client import open_client
from shared.testing.spans import is_child, recorded
from shared.tracing import (
    REST_SECONDS,
    SparingExporter,
    build_provider,
    configure_tracing,
    flush_traces,
)
from shared.web.app import build_app

router = APIRouter(prefix="/things")


@router.get("/{thing_id}")
async def read_thing(thing_id: str) -> str | None:
    """Give a thing, or fail."""
    if thing_id == "bug":
        message = "what somebody has typed"
        raise RuntimeError(message)
    if thing_id == "missing":
        raise NotFoundError
    return current_trace_id()


async def answer() -> None:
    """Give a sign of life."""


@pytest.fixture
def app() -> FastAPI:
    """Give a small app."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield

    return build_app("Things", lifespan=lifespan, routers=[router], checks={"store": answer})


def calling(app: FastAPI) -> ServiceClient:
    """Give a client that asks the app."""
    return ServiceClient("things", "http://things", transport=httpx.ASGITransport(app=app))


async def test_a_call_and_its_answer_are_one_trace(app: FastAPI) -> None:
    """The one who answers is a part of the one who asks."""
    with recorded() as spans:
        async with calling(app) as client:
            with trace(None, "the beginning"):
                trace_id = current_trace_id()
                response = await client.send("GET", "/things/7")
        beginning = spans.named("the beginning")
        asked, answered = spans.named("GET things"), spans.named("GET /things/{thing_id}")
    assert response.json() == trace_id
    assert is_child(asked, beginning)
    assert is_child(answered, asked)
    assert (asked.kind, answered.kind) == (SpanKind.CLIENT, SpanKind.SERVER)
    assert asked.attributes == {
        "http.request.method": "GET",
        "peer.service": "things",
        "http.response.status_code": 200,
    }
    assert answered.attributes == {
        "http.request.method": "GET",
        "http.route": "/things/{thing_id}",
        "http.response.status_code": 200,
    }


@pytest.mark.parametrize(
    ("thing", "failure", "is_failed"),
    [("missing", NotFoundError, False), ("bug", UnavailableError, True)],
)
async def test_a_failure_is_told_and_a_refusal_is_none(
    thing: str, failure: type[Exception], is_failed: bool, app: FastAPI
) -> None:
    """What the failure has said stays out: it may be personal."""
    with recorded() as spans:
        async with calling(app) as client:
            with trace(None), pytest.raises(failure):
                await client.send("GET", f"/things/{thing}")
        parts = [spans.named("GET things"), spans.named("GET /things/{thing_id}")]
    for span in parts:
        assert span.attributes is not None
        assert span.status.is_unset is not is_failed
        assert ("error.type" in span.attributes) is is_failed
        assert "what somebody has typed" not in span.to_json()


async def test_what_is_nowhere_has_no_name_of_its_own(app: FastAPI) -> None:
    """Otherwise callers would make names up."""
    with recorded() as spans:
        async with open_client(app) as client:
            await client.get("/nowhere/7")
        assert spans.names == ["GET"]


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/metrics"])
async def test_whoever_only_looks_is_not_recorded(
    path: str, app: FastAPI, capsys: pytest.CaptureFixture[str]
) -> None:
    """Though the log line has its trace."""
    with recorded() as spans:
        async with open_client(app) as client:
            await client.get(path)
            await client.get(path, headers={"traceparent": f"00-{'a' * 32}-{'b' * 16}-01"})
        assert spans.names == []
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    first, second = [line["trace_id"] for line in lines if line["event"] == "request_finished"]
    assert len(first) == 32
    assert second == "a" * 32


async def test_what_is_not_recorded_is_not_recorded_by_others(app: FastAPI) -> None:
    """They are told so."""
    with recorded() as spans:
        async with calling(app) as client:
            with trace(None, recorded=False):
                await client.send("GET", "/things/7")
        assert spans.names == []


def test_without_a_trace_there_are_no_parts() -> None:
    """Nothing begins by itself."""
    with recorded() as spans:
        with part("alone", SpanKind.CLIENT):
            assert current_traceparent() is None
        assert spans.names == []


class Collector(SpanExporter):
    """A collector that answers as it is told."""

    def __init__(self) -> None:
        self.is_away = False
        self.asked = 0
        self.is_closed = False

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Take parts of traces."""
        assert spans is not None
        self.asked += 1
        return SpanExportResult.FAILURE if self.is_away else SpanExportResult.SUCCESS

    def shutdown(self) -> None:
        """Take no more."""
        self.is_closed = True

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        """Tell that nothing waits."""
        return timeout_millis > 0


def test_a_collector_that_is_away_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """One line says that it is gone, and one that it is back."""
    collector, now = Collector(), [0.0]
    exporter = SparingExporter(collector, clock=lambda: now[0])
    assert exporter.export([]) is SpanExportResult.SUCCESS
    collector.is_away = True
    for _ in range(3):
        assert exporter.export([]) is SpanExportResult.FAILURE
    assert collector.asked == 2
    now[0] += REST_SECONDS
    assert exporter.export([]) is SpanExportResult.FAILURE
    now[0] += REST_SECONDS
    collector.is_away = False
    for _ in range(2):
        assert exporter.export([]) is SpanExportResult.SUCCESS
    assert collector.asked == 5
    events = [json.loads(line)["event"] for line in capsys.readouterr().out.splitlines()]
    assert events == ["traces_dropped", "traces_sent_again"]
    assert exporter.force_flush()
    exporter.shutdown()
    assert collector.is_closed


def test_nothing_is_sent_where_there_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is anything kept to be sent."""
    made: list[str] = []

    def make(endpoint: str, *, timeout: float) -> Collector:
        assert timeout < 3
        made.append(endpoint)
        return Collector()

    monkeypatch.setattr(tracing, "OTLPSpanExporter", make)
    build_provider("lending", "")
    assert made == []
    provider = build_provider("lending", "http://collector:4318/")
    provider.shutdown()
    assert made == ["http://collector:4318/v1/traces"]
    assert provider.resource.attributes["service.name"] == "lending"


async def test_what_waits_is_sent_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the process is told to stop."""
    collector = Collector()
    provider = TracerProvider()
    provider.add_span_processor(BatchSpanProcessor(collector, schedule_delay_millis=60_000))
    with provider.get_tracer("tests").start_as_current_span("something"):
        pass
    monkeypatch.setattr(otel, "get_tracer_provider", lambda: provider)
    await flush_traces()
    assert collector.asked == 1
    provider.shutdown()
    monkeypatch.setattr(otel, "get_tracer_provider", otel.ProxyTracerProvider)
    await flush_traces()


def test_the_first_who_configures_traces_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is one provider in a process."""
    before = otel.get_tracer_provider()
    configure_tracing("somebody_else", "http://nowhere.invalid")
    assert otel.get_tracer_provider() is before
    chosen: list[TracerProvider] = []
    monkeypatch.setattr(otel, "get_tracer_provider", otel.ProxyTracerProvider)
    monkeypatch.setattr(otel, "set_tracer_provider", chosen.append)
    configure_tracing("lending", "")
    assert [provider.resource.attributes["service.name"] for provider in chosen] == ["lending"]
