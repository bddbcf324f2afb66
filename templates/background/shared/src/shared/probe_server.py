"""Answer the probes of a process that serves nothing else."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus

from shared.errors import HttpError, NotFoundError, ServiceError
from shared.health import Check, ensure_ready
from shared.problem import MEDIA_TYPE, to_problem

READ_SECONDS = 5.0

_HEALTHY = b'{"status":"ok"}'


class ProbeServer:
    """Speaks just enough HTTP for a container engine."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = checks

    @asynccontextmanager
    async def listening(self, host: str, port: int) -> AsyncIterator[int]:
        """Answer for as long as the block runs, and give the port."""
        async with await asyncio.start_server(self._serve, host, port) as server:
            yield server.sockets[0].getsockname()[1]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(OSError, ValueError):
                async with asyncio.timeout(READ_SECONDS):
                    line = await reader.readline()
                    # All of the request is read: to close before that would reset the connection.
                    while (await reader.readline()).strip():
                        pass
                writer.write(await self._answer(line))
                await writer.drain()
        finally:
            writer.close()

    async def _answer(self, line: bytes) -> bytes:
        method, _, rest = line.decode("latin-1").partition(" ")
        path = rest.partition(" ")[0].partition("?")[0]
        try:
            await self._probe(method, path)
        except ServiceError as error:
            problem = to_problem(error, path)
            return _response(error.status, MEDIA_TYPE, problem.to_bytes())
        return _response(HTTPStatus.OK, "application/json", _HEALTHY)

    async def _probe(self, method: str, path: str) -> None:
        if path not in {"/health/live", "/health/ready"}:
            raise NotFoundError
        if method != "GET":
            slug = "method-not-allowed"
            raise HttpError(slug, HTTPStatus.METHOD_NOT_ALLOWED)
        if path == "/health/ready":
            await ensure_ready(self._checks)


def _response(status: int, media_type: str, body: bytes) -> bytes:
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}",
        f"Content-Type: {media_type}",
        f"Content-Length: {len(body)}",
        "Connection: close",
        "",
        "",
    )
    return "\r\n".join(head).encode("ascii") + body
