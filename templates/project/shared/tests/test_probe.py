"""The exit codes of the probe."""

import asyncio
import runpy
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from shared import probe

STATUS_LINES = [
    (b"HTTP/1.1 200 OK\r\n", probe.HEALTHY),
    (b"HTTP/1.1 503 Service Unavailable\r\n", probe.UNHEALTHY),
    (b"nonsense\r\n", probe.UNHEALTHY),
    (b"", probe.UNHEALTHY),
]


@asynccontextmanager
async def listening(answer: bytes, requests: list[bytes]) -> AsyncIterator[int]:
    """Listen on a free port and give every request the same answer."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        requests.append(await reader.readline())
        writer.write(answer)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


@pytest.mark.parametrize(("answer", "code"), STATUS_LINES)
async def test_answer(answer: bytes, code: int) -> None:
    """Only 200 is healthy."""
    requests: list[bytes] = []
    async with listening(answer, requests) as port:
        assert await probe.ask(port, "ready") == code
    assert requests == [b"GET /health/ready HTTP/1.0\r\n"]


async def test_nobody_listens() -> None:
    """A service that does not listen is not healthy."""
    async with listening(b"", []) as port:
        pass
    assert await probe.ask(port, "live") == probe.UNHEALTHY


def test_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The port is that of the service, and the exit code tells."""
    monkeypatch.setenv("PORT", "1")
    monkeypatch.setattr(sys, "argv", ["probe", "live"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(probe.__file__, run_name="__main__")
    assert caught.value.code == probe.UNHEALTHY
