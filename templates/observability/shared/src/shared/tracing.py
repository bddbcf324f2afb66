"""Send traces to a collector (OTLP over HTTP), if the environment names one.

Nothing depends on the collector: while it does not answer, what it should be told is dropped.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from typing import Final

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult

from shared.logging import get_logger

EXPORT_SECONDS: Final = 2.0
DELAY_SECONDS: Final = 1.0
REST_SECONDS: Final = 10.0
MOST_WAITING: Final = 2048
MOST_AT_ONCE: Final = 256

# They repeat at each attempt what is told here once.
_REPETITIVE: Final = ("opentelemetry.exporter", "opentelemetry.sdk", "urllib3")

log = get_logger(__name__)


class SparingExporter(SpanExporter):
    """Sends parts of traces; a collector that does not answer is left alone for a while."""

    def __init__(self, exporter: SpanExporter, clock: Callable[[], float] = time.monotonic) -> None:
        self._exporter = exporter
        self._clock = clock
        self._away_until: float | None = None

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Send parts, or drop them."""
        if self._away_until is not None and self._clock() < self._away_until:
            return SpanExportResult.FAILURE
        result = self._exporter.export(spans)
        if result is SpanExportResult.SUCCESS:
            if self._away_until is not None:
                self._away_until = None
                log.info("traces_sent_again")
        else:
            if self._away_until is None:
                log.warning("traces_dropped")
            self._away_until = self._clock() + REST_SECONDS
        return result

    def shutdown(self) -> None:
        """Send nothing any more."""
        self._exporter.shutdown()

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        """Nothing waits here."""
        return self._exporter.force_flush(timeout_millis)


def build_provider(service: str, endpoint: str) -> TracerProvider:
    """Make what begins traces.

    Args:
        service: The name in the traces.
        endpoint: The address of the collector; without one, traces are carried on, and not sent.
    """
    provider = TracerProvider(resource=Resource.create({SERVICE_NAME: service}))
    if endpoint:
        for library in _REPETITIVE:
            logging.getLogger(library).setLevel(logging.CRITICAL)
        exporter = OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces", timeout=EXPORT_SECONDS)
        provider.add_span_processor(
            BatchSpanProcessor(
                SparingExporter(exporter),
                max_queue_size=MOST_WAITING,
                schedule_delay_millis=DELAY_SECONDS * 1000,
                max_export_batch_size=MOST_AT_ONCE,
            )
        )
    return provider


def configure_tracing(service: str, endpoint: str) -> None:
    """Let traces begin in this process; the first call counts.

    Args:
        service: The name in the traces.
        endpoint: The address of the collector; without one, traces are carried on, and not sent.
    """
    if not isinstance(trace.get_tracer_provider(), TracerProvider):
        trace.set_tracer_provider(build_provider(service, endpoint))


async def flush_traces() -> None:
    """Send what waits; it takes no longer than the collector may."""
    provider = trace.get_tracer_provider()
    if isinstance(provider, TracerProvider):
        await asyncio.to_thread(provider.force_flush)
