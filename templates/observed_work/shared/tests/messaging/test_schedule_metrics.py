"""What is measured of what is done by the clock."""

import asyncio
import datetime as dt

import pytest

from shared.messaging.cron import Cron
from shared.messaging.faults import PermanentError, StopHandling
from shared.messaging.idempotency import Claims, LocalIdempotency
from shared.messaging.schedule import Schedule, Scheduler, Tick
from shared.testing.metrics import Measured
from shared.testing.waiting import until

BEGIN = dt.datetime(2026, 11, 1, 9, 0, tzinfo=dt.UTC)
LABELS = {"schedule": "measured"}


@pytest.mark.parametrize(
    ("failures", "outcomes"),
    [
        ([], ["served"]),
        ([StopHandling()], ["served"]),
        ([RuntimeError()], ["retried", "served"]),
        ([PermanentError()], ["failed"]),
    ],
)
async def test_times_are_counted_by_what_became_of_them(
    failures: list[Exception], outcomes: list[str]
) -> None:
    """And every attempt is."""
    left, before = list(failures), Measured()

    async def serve(_tick: Tick) -> None:
        if left:
            raise left.pop(0)

    # Nine o'clock has just been missed, and the next time does not come.
    scheduler = Scheduler(
        [Schedule(name="measured", cron=Cron.parse("0 9 * * *"), run=serve, ladder=(0.0,))],
        Claims(LocalIdempotency(), "reports"),
        clock=lambda: BEGIN + dt.timedelta(seconds=30),
        pause=lambda seconds: asyncio.sleep(0 if seconds == 0 else 60),
    )
    await scheduler.start()
    await until(lambda: before.growth("schedule_runs_total", LABELS) >= len(outcomes))
    await scheduler.stop(0.1)
    for outcome in outcomes:
        assert before.growth("schedule_runs_total", {**LABELS, "outcome": outcome}) == 1
    assert before.growth("schedule_duration_seconds_count", LABELS) == len(outcomes)
