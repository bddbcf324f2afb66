"""Cron expressions."""

import datetime as dt

import pytest

from shared.messaging.cron import Cron


def times(expression: str, zone: str, after: str, count: int) -> list[str]:
    """Give the next times after one."""
    cron, moment = Cron.parse(expression, zone), dt.datetime.fromisoformat(after)
    found: list[str] = []
    for _ in range(count):
        moment = cron.next_after(moment)
        found.append(moment.strftime("%m-%dT%H:%M"))
    return found


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("*/20 * * * *", ["11-01T00:20", "11-01T00:40", "11-01T01:00"]),
        ("5,50-59/9 8-9 * * *", ["11-01T08:05", "11-01T08:50", "11-01T08:59"]),
        ("0 9 * * mon-fri", ["11-02T09:00", "11-03T09:00", "11-04T09:00"]),
        ("0 9 * * 7", ["11-01T09:00", "11-08T09:00", "11-15T09:00"]),
        ("0 9 31 * *", ["12-31T09:00", "01-31T09:00", "03-31T09:00"]),
        ("0 9 1 JAN,Mar *", ["01-01T09:00", "03-01T09:00", "01-01T09:00"]),
        ("0 9 29 2 *", ["02-29T09:00", "02-29T09:00", "02-29T09:00"]),
        ("0 9 13 * 5", ["11-06T09:00", "11-13T09:00", "11-20T09:00"]),
        ("0 9 */10 * 3", ["11-01T09:00", "11-04T09:00", "11-11T09:00"]),
        ("5-5/2 9 * * *", ["11-01T09:05", "11-02T09:05", "11-03T09:05"]),
    ],
)
def test_times_come_in_order(expression: str, expected: list[str]) -> None:
    """As the fields say."""
    assert times(expression, "UTC", "2026-11-01T00:00:00Z", 3) == expected


@pytest.mark.parametrize(
    ("expression", "after", "expected"),
    [
        ("30 2 * * *", "2026-03-28T12:00:00Z", ["03-29T01:00", "03-30T00:30"]),
        ("30 2 * * *", "2026-10-24T12:00:00Z", ["10-25T00:30", "10-26T01:30"]),
        ("0,30 * * * *", "2026-03-29T00:30:00Z", ["03-29T01:00", "03-29T01:30"]),
        ("*/30 2 * * *", "2026-10-24T23:00:00Z", ["10-25T00:00", "10-25T00:30", "10-25T01:00"]),
        ("*/30 2 * * *", "2026-03-28T12:00:00Z", ["03-30T00:00", "03-30T00:30"]),
    ],
)
def test_clocks_that_change_leave_nothing_out(
    expression: str, after: str, expected: list[str]
) -> None:
    """And do nothing twice, unless it is about the time between."""
    assert times(expression, "Europe/Berlin", after, len(expected)) == expected


@pytest.mark.parametrize(
    "expression",
    ["* * * *", "60 * * * *", "* * 0 * *", "9-8 * * * *", "x * * * *", "*/0 * * * *", "@daily"],
)
def test_what_is_no_expression_is_refused(expression: str) -> None:
    """The worker does not start."""
    with pytest.raises(ValueError, match=r".+"):
        Cron.parse(expression)


def test_a_day_that_never_comes_is_an_error() -> None:
    """It is not looked for without end."""
    with pytest.raises(ValueError, match="no such day"):
        Cron.parse("0 0 31 2 *").next_after(dt.datetime(2026, 1, 1, tzinfo=dt.UTC))


def test_the_last_time_of_a_span_is_found() -> None:
    """If there is one."""
    cron = Cron.parse("*/10 * * * *")
    nine = dt.datetime(2026, 11, 1, 9, tzinfo=dt.UTC)
    minute = dt.timedelta(minutes=1)
    assert cron.last_between(nine, nine + 35 * minute) == nine + 30 * minute
    assert cron.last_between(nine, nine + 30 * minute) == nine + 30 * minute
    assert cron.last_between(nine, nine + 9 * minute) is None
