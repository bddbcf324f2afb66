"""What is carried on from one service to the next: correlation id and trace context (W3C).

The trace is known here and nowhere else: OpenTelemetry measures it, `shared.tracing` sends it.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final
from uuid import uuid4

from opentelemetry import trace as otel
from opentelemetry.context import Context
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace import (
    NonRecordingSpan,
    SpanContext,
    SpanKind,
    StatusCode,
    TraceFlags,
)

from shared.errors import ServiceError

CORRELATION_HEADER = "X-Correlation-ID"
TRACE_HEADER = "traceparent"

Attributes = Mapping[str, str | int]

_SANE = re.compile(r"[A-Za-z0-9._:-]{8,128}")
# Version 0 has nothing behind its four parts; a later one may, and is read as far as we know it.
_TRACEPARENT = re.compile(
    r"(?:00(?=.{53}\Z)|(?!00|ff)[0-9a-f]{2})"
    r"-(?!0{32})(?P<trace_id>[0-9a-f]{32})"
    r"-(?!0{16})(?P<span_id>[0-9a-f]{16})"
    r"-(?P<flags>[0-9a-f]{2})(?:-[ -~]*)?"
)
# Of the flags two are known: that the trace is recorded, and that its id is random.
_KNOWN_FLAGS: Final = TraceFlags.SAMPLED | TraceFlags.RANDOM_TRACE_ID
_SERVER_FAULT: Final = 500
_IDS: Final = RandomIdGenerator()

_correlation_id: ContextVar[str | None] = ContextVar("correlation_id", default=None)
_tracer: Final = otel.get_tracer("shared")


def current_correlation_id() -> str | None:
    """Give the correlation id of the running request, if there is one."""
    return _correlation_id.get()


def current_traceparent() -> str | None:
    """Give the trace context for whoever is asked or told in its course, if there is one."""
    span = otel.get_current_span().get_span_context()
    if not span.is_valid:
        return None
    return f"00-{span.trace_id:032x}-{span.span_id:016x}-{span.trace_flags:02x}"


def current_trace_id() -> str | None:
    """Give the id of the running trace, if there is one."""
    span = otel.get_current_span().get_span_context()
    return f"{span.trace_id:032x}" if span.is_valid else None


def accept_correlation_id(candidate: str | None) -> str:
    """Keep a caller's id when it is harmless in headers and logs, else make a new one."""
    if candidate is not None and _SANE.fullmatch(candidate):
        return candidate
    return uuid4().hex


@contextmanager
def correlation(correlation_id: str) -> Iterator[str]:
    """Bind the correlation id to everything that runs inside the block."""
    token = _correlation_id.set(correlation_id)
    try:
        yield correlation_id
    finally:
        _correlation_id.reset(token)


@contextmanager
def trace(
    traceparent: str | None,
    name: str = "request",
    kind: SpanKind = SpanKind.SERVER,
    attributes: Attributes | None = None,
    *,
    recorded: bool = True,
) -> Iterator[None]:
    """Bind a trace to everything that runs inside the block, which is a part (a span) of it.

    Args:
        traceparent: Of the caller, whose trace goes on; where there is none, or what came is
            damaged, a new trace begins.
        name: What is done here.
        kind: Who has asked for it.
        attributes: What else is known of it.
        recorded: Whether anybody wants to see it later.
    """
    parent = _read(traceparent)
    if not recorded:
        parent = _unrecorded(parent)
    around = Context()
    if parent is not None:
        around = otel.set_span_in_context(NonRecordingSpan(parent), around)
    with _span(name, kind, attributes, around):
        yield


@contextmanager
def part(name: str, kind: SpanKind, attributes: Attributes | None = None) -> Iterator[None]:
    """Measure the block as a part of the running trace; where none runs, none begins."""
    if current_trace_id() is None:
        yield
        return
    with _span(name, kind, attributes, None):
        yield


def describe_part(attributes: Attributes, name: str | None = None) -> None:
    """Say more about the part that runs now."""
    span = otel.get_current_span()
    span.set_attributes(dict(attributes))
    if name is not None:
        span.update_name(name)


def fail_part(error: str) -> None:
    """Say that the part that runs now has failed, and by what; what was said may be personal."""
    span = otel.get_current_span()
    span.set_attribute("error.type", error)
    span.set_status(StatusCode.ERROR)


@contextmanager
def _span(
    name: str, kind: SpanKind, attributes: Attributes | None, around: Context | None
) -> Iterator[None]:
    with _tracer.start_as_current_span(
        name,
        around,
        kind,
        attributes,
        record_exception=False,
        set_status_on_exception=False,
    ):
        try:
            yield
        except Exception as error:
            # A refusal is an answer.
            if not isinstance(error, ServiceError) or error.status >= _SERVER_FAULT:
                fail_part(type(error).__name__)
            raise


def _read(traceparent: str | None) -> SpanContext | None:
    found = None if traceparent is None else _TRACEPARENT.fullmatch(traceparent)
    if found is None:
        return None
    return SpanContext(
        trace_id=int(found["trace_id"], 16),
        span_id=int(found["span_id"], 16),
        is_remote=True,
        trace_flags=TraceFlags(int(found["flags"], 16) & _KNOWN_FLAGS),
    )


def _unrecorded(parent: SpanContext | None) -> SpanContext:
    return SpanContext(
        trace_id=_IDS.generate_trace_id() if parent is None else parent.trace_id,
        span_id=_IDS.generate_span_id() if parent is None else parent.span_id,
        is_remote=True,
        trace_flags=TraceFlags(TraceFlags.DEFAULT),
    )
