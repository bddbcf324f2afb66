"""A process that is started anew when its sources change."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from shared import reload
from shared.reload import run_reloading, take_snapshot
from shared.testing.waiting import until

PROGRAM = """
import os, pathlib, time
log = pathlib.Path(__file__).with_name("log.txt")
with log.open("a") as lines:
    lines.write(f"{os.environ['RELOAD']} VERSION\\n")
time.sleep(SECONDS)
"""


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], None]:
    """Give the means to write the program, which is found as a module."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(reload, "POLL_SECONDS", 0.01)

    def write(version: str, seconds: int) -> None:
        text = PROGRAM.replace("VERSION", version).replace("SECONDS", str(seconds))
        (tmp_path / "a_program.py").write_text(text)

    return write


async def test_a_change_starts_the_process_anew(
    tmp_path: Path, write: Callable[[str, int], None]
) -> None:
    """Whether it still runs, or has ended by itself."""
    lines = tmp_path / "log.txt"
    lines.touch()
    write("one", 60)
    stopping = asyncio.Event()
    running = asyncio.create_task(run_reloading("a_program", [str(tmp_path)], stopping))
    await until(lambda: lines.read_text() == "false one\n")
    write("two", 0)
    await until(lambda: lines.read_text() == "false one\nfalse two\n")
    await asyncio.sleep(0.2)
    write("three", 60)
    await until(lambda: lines.read_text() == "false one\nfalse two\nfalse three\n")
    stopping.set()
    await asyncio.wait_for(running, 10)


def test_a_source_that_vanishes_is_left(tmp_path: Path) -> None:
    """Editors replace files."""
    (tmp_path / "kept.py").touch()
    gone = tmp_path / "gone.py"
    gone.symlink_to(tmp_path / "nowhere.py")
    assert [source.name for source in take_snapshot([str(tmp_path)])] == ["kept.py"]
