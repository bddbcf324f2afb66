"""Cron expressions of five fields, in a time zone, as the design shows their next times."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self
from zoneinfo import ZoneInfo

# The least and the greatest value of each field, and the names of its values.
_FIELDS: Final = (
    (0, 59, ()),
    (0, 23, ()),
    (1, 31, ()),
    (1, 12, ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
    # Sunday is 0 and 7.
    (0, 7, ("sun", "mon", "tue", "wed", "thu", "fri", "sat")),
)
_ANY: Final = "*"
# The rarest day is the 29th of February, which may be eight years away.
_HORIZON_DAYS: Final = 8 * 366 + 1
_MINUTE: Final = dt.timedelta(minutes=1)
_DAY: Final = dt.timedelta(days=1)


def _value(word: str, least: int, names: tuple[str, ...]) -> int:
    lowered = word.lower()
    return names.index(lowered) + least if lowered in names else int(word)


def _values(field: str, index: int) -> frozenset[int]:
    least, greatest, names = _FIELDS[index]
    found: set[int] = set()
    for part in field.split(","):
        span, _, step = part.partition("/")
        first, _, last = span.partition("-")
        start = least if span == _ANY else _value(first, least, names)
        end = greatest if span == _ANY else _value(last or first, least, names)
        if not least <= start <= end <= greatest:
            message = f"{part} is not between {least} and {greatest}"
            raise ValueError(message)
        found.update(range(start, end + 1, int(step or 1)))
    return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cron:
    """When something comes.

    A time of day that a change of the clocks leaves out comes right after the gap, and one that
    comes twice counts once. Where minute or hour begin with a star, the time between two runs
    matters more than the time of day: then every hour that the clocks show counts.
    """

    minutes: frozenset[int]
    hours: frozenset[int]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    either_day: bool
    by_interval: bool
    zone: ZoneInfo

    @classmethod
    def parse(cls, expression: str, time_zone: str = "UTC") -> Self:
        """Read an expression.

        Args:
            expression: Minute, hour, day of the month, month, day of the week; where both days
                are limited, either is enough.
            time_zone: Whose clocks count, such as `Europe/Moscow`.

        Raises:
            ValueError: It is no such expression.
            ZoneInfoNotFoundError: There is no such time zone.
        """
        fields = expression.split()
        if len(fields) != len(_FIELDS):
            message = f"{expression} has not five fields"
            raise ValueError(message)
        minutes, hours, days, months, weekdays = map(_values, fields, range(len(fields)))
        return cls(
            minutes=minutes,
            hours=hours,
            days=days,
            months=months,
            weekdays=frozenset(day % 7 for day in weekdays),
            either_day=fields[2] != _ANY and fields[4] != _ANY,
            by_interval=fields[0].startswith(_ANY) or fields[1].startswith(_ANY),
            zone=ZoneInfo(time_zone),
        )

    def next_after(self, moment: dt.datetime) -> dt.datetime:
        """Give the first time after a moment, in UTC.

        Raises:
            ValueError: It never comes.
        """
        today = moment.astimezone(self.zone).date()
        for distance in range(_HORIZON_DAYS):
            day = today + distance * _DAY
            later = [time for time in self._times(day) if time > moment]
            if later:
                return min(later)
        message = "There is no such day"
        raise ValueError(message)

    def last_between(self, after: dt.datetime, until: dt.datetime) -> dt.datetime | None:
        """Give the last time after one moment and not after another, if there is one."""
        last = None
        following = self.next_after(after)
        while following <= until:
            last = following
            following = self.next_after(following)
        return last

    def _times(self, day: dt.date) -> Iterator[dt.datetime]:
        if not self._has_day(day):
            return
        for hour in self.hours:
            for minute in self.minutes:
                local = dt.datetime.combine(day, dt.time(hour, minute), self.zone)
                yield from _every_hour(local) if self.by_interval else [_once(local)]

    def _has_day(self, day: dt.date) -> bool:
        by_month, by_week = day.day in self.days, day.isoweekday() % 7 in self.weekdays
        has_day = by_month or by_week if self.either_day else by_month and by_week
        return has_day and day.month in self.months


def _every_hour(local: dt.datetime) -> Iterator[dt.datetime]:
    again = local.replace(fold=1)
    if local.utcoffset() == again.utcoffset():
        yield local.astimezone(dt.UTC)
    elif _exists(local):
        yield from (local.astimezone(dt.UTC), again.astimezone(dt.UTC))


def _exists(local: dt.datetime) -> bool:
    back = local.astimezone(dt.UTC).astimezone(local.tzinfo)
    return back.replace(tzinfo=None) == local.replace(tzinfo=None)


def _once(local: dt.datetime) -> dt.datetime:
    while not _exists(local):
        local += _MINUTE
    return local.astimezone(dt.UTC)
