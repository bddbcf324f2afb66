"""The correlation id of the request that is being handled."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

CORRELATION_HEADER = "X-Correlation-ID"

_SANE = re.compile(r"[A-Za-z0-9._:-]{8,128}")
_correlation_id: ContextVar[str | None] = ContextVar("correlation_id", default=None)


def current_correlation_id() -> str | None:
    """Give the correlation id of the running request, if there is one."""
    return _correlation_id.get()


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
