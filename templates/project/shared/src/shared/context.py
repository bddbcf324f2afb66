"""What is carried on from one service to the next: correlation id and trace context."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

CORRELATION_HEADER = "X-Correlation-ID"
TRACE_HEADER = "traceparent"

_SANE = re.compile(r"[A-Za-z0-9._:-]{8,128}")
_TRACEPARENT = re.compile(
    r"(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}"
)
_correlation_id: ContextVar[str | None] = ContextVar("correlation_id", default=None)
_traceparent: ContextVar[str | None] = ContextVar("traceparent", default=None)


def current_correlation_id() -> str | None:
    """Give the correlation id of the running request, if there is one."""
    return _correlation_id.get()


def current_traceparent() -> str | None:
    """Give the trace context (W3C) of the running request, if there is one."""
    return _traceparent.get()


def current_trace_id() -> str | None:
    """Give the id of the running trace, if there is one."""
    traceparent = _traceparent.get()
    return traceparent.split("-")[1] if traceparent else None


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
def trace(candidate: str | None) -> Iterator[None]:
    """Bind a caller's trace context to everything that runs inside the block, if it is one."""
    sane = candidate is not None and _TRACEPARENT.fullmatch(candidate)
    token = _traceparent.set(candidate if sane else None)
    try:
        yield
    finally:
        _traceparent.reset(token)
