"""The process of a worker."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager

import pytest

from shared.logging import configure_logging
from shared.messaging import worker
from shared.messaging.worker import Work, WorkerSettings, run_worker, work_until
from shared.probe import HEALTHY, ask


class Runner:
    """Something that works by itself."""

    def __init__(self) -> None:
        self.told: list[str] = []

    async def start(self) -> None:
        """Begin."""
        self.told.append("start")

    async def stop(self, seconds: float) -> None:
        """Stop."""
        self.told.append(f"stop within {seconds:g} s")


class Killer(Runner):
    """Tells its own process to stop."""

    async def start(self) -> None:
        """Begin, and that is it."""
        await super().start()
        os.kill(os.getpid(), signal.SIGTERM)


async def answer() -> None:
    """Give a sign of life."""


@asynccontextmanager
async def opened(*runners: Runner) -> AsyncIterator[Work]:
    """Give work."""
    yield Work(runners, {"broker": answer})
    for runner in runners:
        runner.told.append("closed")


@pytest.fixture
def own_logs() -> Iterator[None]:
    """Log as before after the test."""
    yield
    configure_logging("tests", "INFO")


@pytest.fixture
def free_port() -> int:
    """Give a port that nobody uses."""
    return 0


async def test_a_worker_works_until_it_is_told_to_stop(
    capsys: pytest.CaptureFixture[str], free_port: int
) -> None:
    """It answers the probes meanwhile, and closes last."""
    runners = [Runner(), Runner()]
    stopping = asyncio.Event()
    settings = WorkerSettings.model_construct(port=free_port, drain_seconds=3)
    working = asyncio.create_task(work_until(stopping, settings, lambda: opened(*runners)))
    started: dict[str, int] = {}
    while not started:
        await asyncio.sleep(0.01)
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        started = next((line for line in lines if line["event"] == "started"), {})
    assert await ask(started["port"], "ready") == HEALTHY
    stopping.set()
    await working
    for runner in runners:
        assert runner.told == ["start", "stop within 3 s", "closed"]


@pytest.mark.usefixtures("own_logs")
def test_a_signal_stops_the_process(capsys: pytest.CaptureFixture[str], free_port: int) -> None:
    """It drains, and ends without an error."""
    killer = Killer()
    settings = WorkerSettings.model_construct(port=free_port)
    run_worker("finance_scoring_worker", settings, lambda: opened(killer))
    assert killer.told == ["start", "stop within 25 s", "closed"]
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["event"] for line in lines] == ["started", "stopping", "stopped"]
    assert {line["service"] for line in lines} == {"finance_scoring_worker"}


@pytest.mark.usefixtures("own_logs")
def test_in_development_a_worker_reloads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the work is done by a process of its own."""
    watched: list[tuple[str, Sequence[str]]] = []

    async def reload(module: str, folders: Sequence[str], _stopping: asyncio.Event) -> None:
        watched.append((module, folders))

    killer = Killer()
    monkeypatch.setattr(worker, "run_reloading", reload)
    run_worker("a_worker", WorkerSettings(reload=True), lambda: opened(killer), ["src"])
    assert watched == [("a_worker", ["src"])]
    assert killer.told == []


def test_a_worker_answers_probes_at_a_port_of_its_own() -> None:
    """The same in every container."""
    assert WorkerSettings().port == 9100
