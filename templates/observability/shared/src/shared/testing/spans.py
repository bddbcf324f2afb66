"""Which parts of traces were measured in the course of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter


class Spans:
    """What was measured, by name."""

    def __init__(self, exporter: InMemorySpanExporter) -> None:
        self._exporter = exporter

    @property
    def all(self) -> tuple[ReadableSpan, ...]:
        """Give everything in the order in which it ended."""
        return self._exporter.get_finished_spans()

    @property
    def names(self) -> list[str]:
        """Give the names in the order in which the parts ended."""
        return [span.name for span in self.all]

    def named(self, name: str) -> ReadableSpan:
        """Give the only part of this name."""
        (found,) = [span for span in self.all if span.name == name]
        return found


@contextmanager
def recorded() -> Iterator[Spans]:
    """Keep what is measured inside the block."""
    provider = trace.get_tracer_provider()
    if not isinstance(provider, TracerProvider):
        message = "Traces are configured for all tests, in conftest.py."
        raise TypeError(message)
    exporter = InMemorySpanExporter()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    yield Spans(exporter)
    # It cannot be taken away, only be told to forget.
    exporter.shutdown()


def is_child(child: ReadableSpan, parent: ReadableSpan) -> bool:
    """Tell whether one part was begun by another."""
    return (
        child.parent is not None
        and child.parent.span_id == parent.context.span_id
        and child.context.trace_id == parent.context.trace_id
    )
