"""The trace that is carried on, and what is taken for one."""

import pytest

from shared.context import current_trace_id, current_traceparent, trace

TRACE_ID = "0af7651916cd43dd8448eb211c80319c"
SPAN_ID = "b7ad6b7169203331"


def continue_trace(traceparent: str | None) -> tuple[str, str, str]:
    """Give the trace, the span and the flags that are carried on."""
    with trace(traceparent):
        carried = current_traceparent()
        assert carried is not None
        version, trace_id, span_id, flags = carried.split("-")
        assert version == "00"
        assert trace_id == current_trace_id()
    return trace_id, span_id, flags


@pytest.mark.parametrize(
    ("traceparent", "flags"),
    [
        (f"00-{TRACE_ID}-{SPAN_ID}-01", "01"),
        (f"00-{TRACE_ID}-{SPAN_ID}-00", "00"),
        (f"00-{TRACE_ID}-{SPAN_ID}-ff", "03"),
        (f"01-{TRACE_ID}-{SPAN_ID}-01", "01"),
        (f"01-{TRACE_ID}-{SPAN_ID}-01-what comes later", "01"),
    ],
)
def test_a_trace_goes_on(traceparent: str, flags: str) -> None:
    """Under its id, as somebody else's part; flags that nobody knows are not handed on."""
    trace_id, span_id, carried = continue_trace(traceparent)
    assert (trace_id, carried) == (TRACE_ID, flags)
    assert span_id != SPAN_ID


@pytest.mark.parametrize(
    "traceparent",
    [
        None,
        "",
        "nonsense",
        f"00-{TRACE_ID}-{SPAN_ID}",
        f"00-{TRACE_ID}-{SPAN_ID}-01-more",
        f"00-{TRACE_ID}-{SPAN_ID}-01\n",
        f"01-{TRACE_ID}-{SPAN_ID}-01more",
        f"ff-{TRACE_ID}-{SPAN_ID}-01",
        f"00-{'0' * 32}-{SPAN_ID}-01",
        f"00-{TRACE_ID}-{'0' * 16}-01",
        f"00-{TRACE_ID.upper()}-{SPAN_ID}-01",
    ],
)
def test_a_trace_begins(traceparent: str | None) -> None:
    """Where none came, or a damaged one: each time another."""
    first, second = continue_trace(traceparent), continue_trace(traceparent)
    assert len({TRACE_ID, first[0], second[0]}) == 3
    assert (len(first[0]), len(first[1])) == (32, 16)


def test_outside_there_is_none() -> None:
    """Also after one has ended, and in spite of one within another."""
    with trace(None):
        outer = current_trace_id()
        with trace(None):
            assert current_trace_id() != outer
        assert current_trace_id() == outer
    assert current_trace_id() is None
    assert current_traceparent() is None
