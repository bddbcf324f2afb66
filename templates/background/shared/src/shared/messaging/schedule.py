"""Work by the clock: of several processes one does it."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID, uuid5

from shared.context import correlation, trace
from shared.fields import utc_now
from shared.logging import get_logger
from shared.messaging.cron import Cron
from shared.messaging.faults import PermanentError, StopHandling
from shared.messaging.idempotency import Claims, Pause

# A time that came while the process was down or busy is made up for, if it was not long ago.
GRACE = dt.timedelta(minutes=5)
# Clocks of machines differ, and a sleep may end early: nobody sleeps longer than this at once.
NAP_SECONDS = 60.0
LADDER = (1.0, 10.0, 60.0)

_NAMESPACE = UUID("6f1c4a52-9d3e-4d0b-8f57-2f3f8a1c7e90")

Clock = Callable[[], dt.datetime]

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Tick:
    """One time at which a schedule is due.

    Attributes:
        id: The same in every process, for ids that are derived from it.
    """

    schedule: str
    due_at: dt.datetime
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """What is done, and when."""

    name: str
    cron: Cron
    run: Callable[[Tick], Awaitable[None]]
    ladder: tuple[float, ...] = LADDER


class Scheduler:
    """Runs the schedules of a service."""

    def __init__(
        self,
        schedules: Sequence[Schedule],
        claims: Claims,
        *,
        clock: Clock = utc_now,
        pause: Pause = asyncio.sleep,
    ) -> None:
        """Make a scheduler; it begins with `start`.

        Args:
            schedules: What to do, and when.
            claims: Of the service: of its processes, one serves a time.
            clock: Tells the time.
            pause: Waits for a number of seconds.
        """
        self._schedules = schedules
        self._claims = claims
        self._clock = clock
        self._pause = pause
        self._tasks: set[asyncio.Task[None]] = set()
        self._busy: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Begin to wait."""
        self._tasks = {asyncio.create_task(self._follow(item)) for item in self._schedules}

    async def stop(self, seconds: float) -> None:
        """Begin nothing further, and bring to an end what runs.

        Args:
            seconds: How long that may take; what is not done then is done by another process, or
                by the next one that starts.
        """
        for task in self._tasks - self._busy:
            task.cancel()
        self._schedules = ()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                log.warning("drain_incomplete")
                task.cancel()

    async def _follow(self, schedule: Schedule) -> None:
        served = self._clock() - GRACE
        while schedule in self._schedules:
            missed = schedule.cron.last_between(max(served, self._clock() - GRACE), self._clock())
            due_at = missed or schedule.cron.next_after(self._clock())
            await self._sleep_until(due_at)
            await self._serve(schedule, self._tick(schedule, due_at))
            served = due_at

    async def _sleep_until(self, moment: dt.datetime) -> None:
        while (left := (moment - self._clock()).total_seconds()) > 0:
            await self._pause(min(left, NAP_SECONDS))

    def _tick(self, schedule: Schedule, due_at: dt.datetime) -> Tick:
        text = f"{self._claims.consumer}:{schedule.name}:{due_at.isoformat()}"
        return Tick(schedule.name, due_at, uuid5(_NAMESPACE, text))

    async def _serve(self, schedule: Schedule, tick: Tick) -> None:
        with correlation(tick.id.hex), trace(None):
            claim = await self._claims.acquire(f"{schedule.name}:{tick.id}")
            if claim is None:
                return
            with self._busy_now():
                try:
                    async with self._claims.held(claim):
                        await self._run(schedule, tick)
                except asyncio.CancelledError:
                    await self._claims.release(claim)
                    raise
                await self._claims.finish(claim)

    @contextmanager
    def _busy_now(self) -> Iterator[None]:
        task = asyncio.current_task()
        busy = {task} if task is not None else set()
        self._busy |= busy
        try:
            yield
        finally:
            self._busy -= busy

    async def _run(self, schedule: Schedule, tick: Tick) -> None:
        about = {"schedule": schedule.name, "due_at": tick.due_at.isoformat()}
        for seconds in (*schedule.ladder, None):
            try:
                await schedule.run(tick)
            except StopHandling:
                log.info("schedule_needs_nothing", **about)
                return
            except Exception as error:  # whatever it is, it may pass
                if seconds is None or isinstance(error, PermanentError):
                    log.exception("schedule_failed", **about)
                    return
                log.warning("schedule_retried", **about, exc_info=error)
                await self._pause(seconds)
            else:
                log.info("schedule_served", **about)
                return
