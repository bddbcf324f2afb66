"""Work by the clock."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from shared.context import current_trace_id
from shared.messaging.cron import Cron
from shared.messaging.faults import PermanentError, StopHandling
from shared.messaging.idempotency import Claims, LocalIdempotency
from shared.messaging.schedule import Schedule, Scheduler, Tick
from shared.testing.waiting import until

START = dt.datetime(2026, 11, 1, 9, 0, 30, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)

Run = Callable[[Tick], Awaitable[None]]


class Clock:
    """A clock that goes only while somebody waits for it."""

    def __init__(self, now: dt.datetime = START) -> None:
        self.now = now
        self.pauses: list[float] = []

    def __call__(self) -> dt.datetime:
        """Tell the time."""
        return self.now

    async def pause(self, seconds: float) -> None:
        """Wait."""
        self.pauses.append(seconds)
        self.now += dt.timedelta(seconds=seconds)
        await asyncio.sleep(0)


class Work:
    """What is done, with failures to come."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.ticks: list[Tick] = []
        self.traces: list[str | None] = []

    async def __call__(self, tick: Tick) -> None:
        """Do it."""
        self.ticks.append(tick)
        self.traces.append(current_trace_id())
        if self.failures:
            raise self.failures.pop(0)


def make_scheduler(
    run: Run, clock: Clock, store: LocalIdempotency, cron: str = "*/10 * * * *"
) -> Scheduler:
    """Make a scheduler of one schedule."""
    schedule = Schedule(name="nightly", cron=Cron.parse(cron), run=run)
    return Scheduler(
        [schedule],
        Claims(store, "scoring", clock.pause),
        clock=clock,
        pause=clock.pause,
    )


@pytest.fixture
def store() -> LocalIdempotency:
    """Give an empty store."""
    return LocalIdempotency()


async def serve(run: Work, clock: Clock, store: LocalIdempotency, count: int) -> None:
    """Work until something was done so many times."""
    scheduler = make_scheduler(run, clock, store)
    await scheduler.start()
    await until(lambda: len(run.ticks) >= count)
    await scheduler.stop(1)


async def test_it_works_when_it_is_time(store: LocalIdempotency) -> None:
    """Again and again; what came shortly before the start is made up for."""
    work, clock = Work(), Clock()
    await serve(work, clock, store, 3)
    begin = START.replace(second=0)
    assert [tick.due_at for tick in work.ticks[:3]] == [
        begin,
        begin + 10 * MINUTE,
        begin + 20 * MINUTE,
    ]
    assert len({tick.id for tick in work.ticks}) == len(work.ticks)
    assert max(clock.pauses) <= 60


async def test_each_time_is_a_trace_of_its_own(store: LocalIdempotency) -> None:
    """Nobody has asked for it, so that there is none to go on."""
    work = Work()
    await serve(work, Clock(), store, 3)
    assert None not in work.traces
    assert len(set(work.traces)) == len(work.traces)


async def test_what_came_long_before_the_start_is_left(store: LocalIdempotency) -> None:
    """Nobody expects it any more."""
    work, clock = Work(), Clock(START + 7 * MINUTE)
    await serve(work, clock, store, 1)
    assert work.ticks[0].due_at == START.replace(second=0) + 10 * MINUTE


async def test_of_several_processes_one_works(store: LocalIdempotency) -> None:
    """And all agree on the id."""
    works = [Work() for _ in range(3)]
    schedulers = [make_scheduler(work, Clock(), store) for work in works]
    for scheduler in schedulers:
        await scheduler.start()
    await until(lambda: sum(len(work.ticks) for work in works) >= 6)
    for scheduler in schedulers:
        await scheduler.stop(1)
    ids = [tick.id for work in works for tick in work.ticks]
    assert len(set(ids)) == len(ids)


async def test_a_failure_is_tried_again(store: LocalIdempotency) -> None:
    """With growing pauses, and not for ever."""
    work, clock = Work(*(RuntimeError() for _ in range(4))), Clock()
    await serve(work, clock, store, 5)
    assert len({tick.id for tick in work.ticks[:4]}) == 1
    assert work.ticks[4].id != work.ticks[0].id
    assert [pause for pause in clock.pauses if pause in {1.0, 10.0, 60.0}][:2] == [1.0, 10.0]


@pytest.mark.parametrize("failure", [PermanentError(), StopHandling()])
async def test_some_failures_are_not_tried_again(
    failure: Exception, store: LocalIdempotency
) -> None:
    """It is done until the next time."""
    work = Work(failure)
    await serve(work, Clock(), store, 2)
    assert work.ticks[0].id != work.ticks[1].id


async def test_a_stop_lets_work_end(store: LocalIdempotency) -> None:
    """But begins nothing more."""
    begun, release = asyncio.Event(), asyncio.Event()
    done: list[Tick] = []

    async def run(tick: Tick) -> None:
        begun.set()
        await release.wait()
        done.append(tick)

    scheduler = make_scheduler(run, Clock(), store)
    await scheduler.start()
    await begun.wait()
    stopping = asyncio.create_task(scheduler.stop(5))
    await asyncio.sleep(0)
    release.set()
    await stopping
    assert len(done) == 1


async def test_a_stop_does_not_wait_for_ever(store: LocalIdempotency) -> None:
    """What was not done is done by another process."""
    begun = asyncio.Event()

    async def run(_tick: Tick) -> None:
        begun.set()
        await asyncio.sleep(60)

    first = make_scheduler(run, Clock(), store)
    await first.start()
    await begun.wait()
    await first.stop(0.01)
    work = Work()
    await serve(work, Clock(), store, 1)
    assert work.ticks[0].due_at == START.replace(second=0)


async def test_a_scheduler_that_was_not_started_stops(store: LocalIdempotency) -> None:
    """There is nothing to wait for."""
    await make_scheduler(Work(), Clock(), store).stop(1)
