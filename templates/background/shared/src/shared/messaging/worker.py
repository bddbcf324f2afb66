"""Run a worker as a process of its own: it works until it is told to stop, then drains."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from pydantic import Field

from shared.health import Check
from shared.logging import configure_logging, get_logger
from shared.probe_server import ProbeServer
from shared.reload import run_reloading
from shared.settings import ServiceSettings

PROBE_PORT = 9100
DRAIN_SECONDS = 25.0

log = get_logger(__name__)


class WorkerSettings(ServiceSettings):
    """What every worker can be told; its port answers the probes."""

    port: int = Field(default=PROBE_PORT, ge=1, le=65535)
    drain_seconds: float = Field(default=DRAIN_SECONDS, gt=0, le=300)


class Runner(Protocol):
    """Something that works by itself: a consumer of a queue, a scheduler."""

    async def start(self) -> None:
        """Begin."""

    async def stop(self, seconds: float) -> None:
        """Begin nothing further, and bring to an end what was begun, in this time."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker does.

    Attributes:
        runners: What works, all at the same time.
        checks: What must answer for the worker to be ready, by name.
    """

    runners: Sequence[Runner]
    checks: Mapping[str, Check]


OpenWork = Callable[[], AbstractAsyncContextManager[Work]]


async def work_until(
    stopping: asyncio.Event, settings: WorkerSettings, open_work: OpenWork
) -> None:
    """Work until the event is set, then drain and close everything.

    Args:
        stopping: Says that it is time to stop.
        settings: Where the probes are answered, and how long draining may take.
        open_work: Opens what the worker needs and closes it again.
    """
    async with (
        open_work() as work,
        ProbeServer(work.checks).listening(settings.host, settings.port) as port,
    ):
        for runner in work.runners:
            await runner.start()
        log.info("started", port=port)
        await stopping.wait()
        log.info("stopping")
        await asyncio.gather(*(runner.stop(settings.drain_seconds) for runner in work.runners))
    log.info("stopped")


async def _until_told(work: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for told in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(told, stopping.set)
    await work(stopping)


def run_worker(
    service: str,
    settings: WorkerSettings,
    open_work: OpenWork,
    folders: Sequence[str] = (),
) -> None:
    """Run a worker until the process is told to stop.

    Args:
        service: The name in the logs, and of the module.
        settings: Address of the probes, log level, how long draining may take, and whether to
            reload.
        open_work: Opens what the worker needs and closes it again.
        folders: What is watched when the worker reloads.
    """
    configure_logging(service, settings.log_level)

    async def work(stopping: asyncio.Event) -> None:
        if settings.reload:
            await run_reloading(service, folders, stopping)
        else:
            await work_until(stopping, settings, open_work)

    asyncio.run(_until_told(work))
