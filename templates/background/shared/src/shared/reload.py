"""Start a process anew whenever its sources change, for development."""

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from shared.logging import get_logger

POLL_SECONDS = 0.5

Snapshot = Mapping[Path, int]

log = get_logger(__name__)


def take_snapshot(folders: Sequence[str]) -> Snapshot:
    """Remember when each source was changed."""
    snapshot: dict[Path, int] = {}
    for folder in folders:
        for source in Path(folder).rglob("*.py"):
            # An editor may have taken it away meanwhile, to put another one in its place.
            with suppress(FileNotFoundError):
                snapshot[source] = source.stat().st_mtime_ns
    return snapshot


async def _changed(folders: Sequence[str], before: Snapshot) -> None:
    # A folder tells nobody of its changes.
    while await asyncio.to_thread(take_snapshot, folders) == before:  # noqa: ASYNC110
        await asyncio.sleep(POLL_SECONDS)


async def _stop(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
    await process.wait()


async def run_reloading(module: str, folders: Sequence[str], stopping: asyncio.Event) -> None:
    """Run a module in a process of its own until it is time to stop.

    A process that ends by itself is started anew when a source has changed.

    Args:
        module: What is run, as with `python -m`.
        folders: What is watched.
        stopping: Says that it is time to stop.
    """
    environment = {**os.environ, "RELOAD": "false"}
    told = asyncio.create_task(stopping.wait())
    while not stopping.is_set():
        before = await asyncio.to_thread(take_snapshot, folders)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", module, env=environment
        )
        changing = asyncio.create_task(_changed(folders, before))
        await asyncio.wait({told, changing}, return_when=asyncio.FIRST_COMPLETED)
        changing.cancel()
        await _stop(process)
        log.info("process_ended", module=module)
