"""What is carried on from one service to the next: correlation id and trace context (W3C).

The trace is known here and nowhere else: who measures traces with a library lets it answer
`trace`, `current_trace_id` and `current_traceparent`, and nothing else changes.
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

CORRELATION_HEADER = "X-Correlation-ID"
TRACE_HEADER = "traceparent"

_SANE = re.compile(r"[A-Za-z0-9._:-]{8,128}")
# Version 0 has nothing behind its four parts; a later one may, and is read as far as we know it.
_TRACEPARENT = re.compile(
    r"(?:00(?=.{53}\Z)|(?!00|ff)[0-9a-f]{2})"
    r"-(?!0{32})(?P<trace_id>[0-9a-f]{32})"
    r"-(?!0{16})[0-9a-f]{16}"
    r"-(?P<flags>[0-9a-f]{2})(?:-[ -~]*)?"
)
# Of the flags two are known: that the trace is recorded, and that its id is random.
_KNOWN_FLAGS: Final = 0x03
_correlation_id: ContextVar[str | None] = ContextVar("correlation_id", default=None)


@dataclass(frozen=True, slots=True)
class _Span:
    """What is done here, as a part of a trace."""

    trace_id: str
    id: str
    flags: int


_span: ContextVar[_Span | None] = ContextVar("span", default=None)


def current_correlation_id() -> str | None:
    """Give the correlation id of the running request, if there is one."""
    return _correlation_id.get()


def current_traceparent() -> str | None:
    """Give the trace context for whoever is asked or told in its course, if there is one."""
    span = _span.get()
    return None if span is None else f"00-{span.trace_id}-{span.id}-{span.flags:02x}"


def current_trace_id() -> str | None:
    """Give the id of the running trace, if there is one."""
    span = _span.get()
    return None if span is None else span.trace_id


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
def trace(traceparent: str | None) -> Iterator[None]:
    """Bind a trace to everything that runs inside the block.

    Args:
        traceparent: Of the caller, whose trace goes on; where there is none, or what came is
            damaged, a new trace begins.
    """
    token = _span.set(_continue(traceparent))
    try:
        yield
    finally:
        _span.reset(token)


def _continue(traceparent: str | None) -> _Span:
    """Make a part of a trace: who is called names itself, so that nobody is taken for its caller."""
    span_id = secrets.token_hex(8)
    found = None if traceparent is None else _TRACEPARENT.fullmatch(traceparent)
    if found is None:
        return _Span(secrets.token_hex(16), span_id, _KNOWN_FLAGS)
    return _Span(found["trace_id"], span_id, int(found["flags"], 16) & _KNOWN_FLAGS)
