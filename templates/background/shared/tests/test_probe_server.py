"""The probes of a process that serves nothing else."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from shared import probe_server
from shared.probe import HEALTHY, UNHEALTHY, ask
from shared.probe_server import ProbeServer


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
async def port(dependency: Dependency) -> AsyncIterator[int]:
    """Give the port of a server that listens."""
    server = ProbeServer({"store": dependency.check})
    async with server.listening("127.0.0.1", 0) as port:
        yield port


async def send(port: int, request: bytes) -> bytes:
    """Send bytes and give the whole answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        writer.write_eof()
        return await reader.read()
    finally:
        writer.close()


async def test_ready_depends_on_what_the_process_needs(port: int, dependency: Dependency) -> None:
    """Being alive does not."""
    assert await ask(port, "live") == HEALTHY
    assert await ask(port, "ready") == HEALTHY
    dependency.healthy = False
    assert await ask(port, "live") == HEALTHY
    assert await ask(port, "ready") == UNHEALTHY


async def test_what_does_not_answer_is_named(port: int, dependency: Dependency) -> None:
    """In a problem document."""
    dependency.healthy = False
    answer = await send(port, b"GET /health/ready HTTP/1.1\r\nHost: a\r\n\r\n")
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 503 Service Unavailable\r\n")
    assert b"Content-Type: application/problem+json" in head
    assert f"Content-Length: {len(body)}".encode() in head
    assert json.loads(body)["errors"][0]["pointer"] == "/store"


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        (b"GET /health/live?a=b HTTP/1.1", b"200"),
        (b"GET /nowhere HTTP/1.1", b"404"),
        (b"POST /health/live HTTP/1.1", b"405"),
        (b"\xff\xfe", b"404"),
        (b"", b"404"),
    ],
)
async def test_every_request_is_answered(request_line: bytes, status: bytes, port: int) -> None:
    """Whatever it is."""
    answer = await send(port, request_line + b"\r\n\r\n")
    assert answer.split(b" ")[1] == status


async def test_too_long_a_request_is_not_read(port: int) -> None:
    """It gets no answer."""
    assert await send(port, b"x" * 100_000) == b""


async def test_a_request_that_does_not_end_is_left(
    monkeypatch: pytest.MonkeyPatch, port: int
) -> None:
    """Nobody can hold the process."""
    monkeypatch.setattr(probe_server, "READ_SECONDS", 0.01)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /health/live HTTP/1.1\r\n")
    assert await reader.read() == b""
    writer.close()
