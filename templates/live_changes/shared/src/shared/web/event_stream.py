"""Changes as server-sent events."""

import asyncio
import signal
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from shared.changes import Change, Listener
from shared.errors import UnavailableError

HEARTBEAT_SECONDS = 15.0
# How long the end of the process may go unnoticed.
LOOK_SECONDS = 1.0

_OPENED: Final = b": listening\n\n"
_HEARTBEAT: Final = b": still here\n\n"


class EventStream(StreamingResponse):
    """Tells of changes until the caller goes, the process ends, or something may have been missed."""

    media_type = "text/event-stream"

    def __init__(self, listener: Listener, ending: asyncio.Event) -> None:
        self._listener = listener
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        super().__init__(_write_events(listener, ending), headers=headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._listener.close()


async def _write_events(listener: Listener, ending: asyncio.Event) -> AsyncIterator[bytes]:
    yield _OPENED
    silent = 0.0
    while not ending.is_set():
        try:
            change = await listener.hear(LOOK_SECONDS)
        except UnavailableError:
            return
        if change is not None:
            silent = 0.0
            yield _to_event(change)
            continue
        silent += LOOK_SECONDS
        if silent >= HEARTBEAT_SECONDS:
            silent = 0.0
            yield _HEARTBEAT


def _to_event(change: Change) -> bytes:
    lines = (
        f"id: {change.id}:{change.version}",
        f"event: {change.change}",
        f"data: {change.model_dump_json()}",
    )
    return "\n".join((*lines, "", "")).encode()


@contextmanager
def ending_told(ending: asyncio.Event) -> Iterator[None]:
    """Set an event as soon as the process is told to end: a server waits for open streams first."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def handle(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(ending.set)
        known = before[signal.Signals(number)]
        if callable(known):
            known(number, frame)

    for number in before:
        signal.signal(number, handle)
    try:
        yield
    finally:
        for number, known in before.items():
            signal.signal(number, known)
