"""One service as a process of this machine."""

import asyncio
import json
import os
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

import httpx

ROOT = Path(__file__).parents[2]
START_SECONDS = 60.0
STOP_SECONDS = 40.0
PAUSE_SECONDS = 0.1
TAIL = 20

Line = Mapping[str, object]


class ServiceProcess:
    """A service that runs, and what it has logged so far."""

    def __init__(self, name: str, port: int, process: asyncio.subprocess.Process) -> None:
        self.name = name
        self.url = f"http://127.0.0.1:{port}"
        self._process = process
        self._texts: list[str] = []
        self._lines: list[Line] = []
        self._news = asyncio.Condition()
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def start(cls, name: str, port: int, settings: Mapping[str, str]) -> Self:
        """Start a service; it is ready some time later.

        Args:
            name: What `python -m` is given.
            port: Where it answers, if only to probes.
            settings: What it is told from outside.
        """
        environment = {
            **os.environ,
            **settings,
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "LOG_LEVEL": "INFO",
            "PYTHONPATH": os.pathsep.join(str(ROOT / part) for part in ("services", "shared/src")),
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            name,
            cwd=ROOT,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        return cls(name, port, process)

    async def ready(self) -> None:
        """Wait until it says that it is ready.

        Raises:
            AssertionError: It has ended, or that takes too long.
        """
        async with httpx.AsyncClient(base_url=self.url, timeout=5) as client:
            end = asyncio.get_running_loop().time() + START_SECONDS
            while not await _is_ready(client):
                ended = self._process.returncode is not None
                assert not ended, f"{self.name} has ended:\n{self.tail()}"
                late = asyncio.get_running_loop().time() > end
                assert not late, f"{self.name} does not get ready:\n{self.tail()}"
                await asyncio.sleep(PAUSE_SECONDS)

    async def line(self, is_wanted: Callable[[Line], bool], seconds: float) -> Line:
        """Give the first line of its log that is wanted, and wait for it if need be.

        Raises:
            AssertionError: It does not come in time.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds), self._news:
                seen = 0
                while True:
                    for line in self._lines[seen:]:
                        if is_wanted(line):
                            return line
                    seen = len(self._lines)
                    await self._news.wait()
        message = f"{self.name} has not logged it in {seconds} s:\n{self.tail()}"
        raise AssertionError(message)

    async def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        if self._process.returncode is None:
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), STOP_SECONDS)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        await self._reading

    def tail(self) -> str:
        """Give the last that it has printed."""
        return "".join(self._texts[-TAIL:])

    async def _read(self) -> None:
        stream = self._process.stdout
        while stream is not None and (raw := await stream.readline()):
            text = raw.decode(errors="replace")
            self._texts.append(text)
            async with self._news:
                self._lines.append(_to_line(text))
                self._news.notify_all()


def find_ports(count: int) -> Sequence[int]:
    """Give ports that nobody listens at."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(one.getsockname()[1]) for one in sockets]
    for one in sockets:
        one.close()
    return ports


async def _is_ready(client: httpx.AsyncClient) -> bool:
    try:
        response = await client.get("/health/ready")
    except httpx.TransportError:
        return False
    return response.status_code == httpx.codes.OK


def _to_line(text: str) -> Line:
    try:
        line = json.loads(text)
    except ValueError:
        return {}
    return line if isinstance(line, dict) else {}
