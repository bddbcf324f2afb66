"""What the client of an outbox sends, and what it makes of the answers."""

import datetime as dt
import json
from decimal import Decimal
from uuid import UUID, uuid4

import httpx
import pytest
from pydantic import JsonValue

from shared.errors import NotFoundError, RelayedError, UnavailableError
from shared.http_client import ServiceClient
from shared.messaging.envelope import Envelope, Outgoing
from shared.messaging.outbox import (
    CreateRow,
    DeleteRow,
    OutboxClient,
    Unit,
    UpdateRow,
    to_fingerprint,
)

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
ROW_ID = UUID("00000000-0000-4000-8000-000000000001")
LEASE = UUID("00000000-0000-4000-8000-000000000002")
EVENT_ID = UUID("00000000-0000-4000-8000-000000000003")

OUTGOING = Outgoing(
    exchange="things.events",
    key="thing.made",
    envelope=Envelope(
        event_id=EVENT_ID,
        type="thing.made",
        version=1,
        occurred_at=NOW,
        data={"amount": "1.50"},
    ),
)
UNIT = Unit(
    fingerprint=to_fingerprint({"amount": Decimal("1.50")}),
    at=NOW,
    writes=[
        CreateRow(table="things", id=ROW_ID, values={"amount": Decimal("1.50"), "on": NOW.date()}),
        UpdateRow(table="things", id=ROW_ID, version=1, values={"amount": None}),
        DeleteRow(table="things", id=ROW_ID, version=2),
    ],
    messages=[OUTGOING],
)


class Upstream:
    """A data API that answers from a script and remembers what it was asked."""

    def __init__(self, *answers: httpx.Response) -> None:
        self.requests: list[httpx.Request] = []
        self._answers = list(answers)
        transport = httpx.MockTransport(self._handle)
        self.outbox = OutboxClient(ServiceClient("data", "http://data", transport=transport))

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self._answers.pop(0)

    def read(self) -> JsonValue:
        """Read the body of the last request."""
        body: JsonValue = json.loads(self.requests[-1].content)
        return body


async def test_a_unit_is_sent_as_the_data_api_reads_it() -> None:
    """Decimals are exact, and an envelope goes as it will be published."""
    answer = {"records": [{"id": str(ROW_ID)}, {}, None], "lease": str(LEASE), "more": 1}
    upstream = Upstream(httpx.Response(200, json=answer))
    committed = await upstream.outbox.commit(UNIT, "key-1")
    assert committed.records == ({"id": str(ROW_ID)}, {}, None)
    assert committed.lease == LEASE
    (request,) = upstream.requests
    assert (request.method, request.url.path) == ("POST", "/units")
    assert request.headers["Idempotency-Key"] == "key-1"
    place = {"table": "things", "id": str(ROW_ID)}
    values = {"amount": "1.50", "on": "2026-01-01"}
    assert upstream.read() == {
        "fingerprint": UNIT.fingerprint,
        "at": "2026-01-01T00:00:00Z",
        "writes": [
            {"write": "create", **place, "values": values},
            {"write": "update", **place, "version": 1, "values": {"amount": None}},
            {"write": "delete", **place, "version": 2},
        ],
        "messages": [{"id": str(EVENT_ID), "body": OUTGOING.model_dump(mode="json")}],
    }


async def test_every_unit_has_a_key() -> None:
    """So that it is safe to send it again when no answer came."""
    answers = [httpx.Response(503), httpx.Response(200, json={"records": [], "lease": None})]
    upstream = Upstream(*answers)
    assert (await upstream.outbox.commit(UNIT)).lease is None
    first, second = [request.headers["Idempotency-Key"] for request in upstream.requests]
    assert first == second
    assert len(first) == 32


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (httpx.Response(404), NotFoundError),
        (httpx.Response(500), UnavailableError),
        (httpx.Response(200, json={"records": 1}), UnavailableError),
        (
            httpx.Response(
                412,
                json={
                    "type": "urn:problem:stale-version",
                    "title": "a",
                    "status": 412,
                    "detail": "b",
                    "instance": "/units",
                },
            ),
            RelayedError,
        ),
    ],
)
async def test_a_refusal_is_told(answer: httpx.Response, error: type[Exception]) -> None:
    """What the caller can do about it depends on the reason."""
    with pytest.raises(error):
        await Upstream(answer).outbox.commit(UNIT)


async def test_what_waits_is_leased() -> None:
    """Only what can be read; the rest stays where it is."""
    answer = {
        "lease": str(LEASE),
        "messages": [
            {"id": str(uuid4()), "body": {"exchange": "things.events"}},
            {"id": str(EVENT_ID), "body": OUTGOING.model_dump(mode="json")},
        ],
    }
    upstream = Upstream(httpx.Response(200, json=answer))
    leased = await upstream.outbox.lease(7)
    assert (leased.lease, leased.messages) == (LEASE, (OUTGOING,))
    assert upstream.requests[0].url.path == "/outbox/leases"
    assert upstream.read() == {"limit": 7}


async def test_what_is_published_is_acknowledged() -> None:
    """Once more when the first answer is lost."""
    upstream = Upstream(httpx.Response(503), httpx.Response(204))
    await upstream.outbox.acknowledge(LEASE, [EVENT_ID])
    _, request = upstream.requests
    assert request.url.path == f"/outbox/leases/{LEASE}/acknowledgements"
    assert upstream.read() == {"ids": [str(EVENT_ID)]}


def test_fingerprints_tell_requests_apart() -> None:
    """The order of keys does not matter; decimals count as they are written."""
    assert to_fingerprint({"a": 1, "b": NOW}) == to_fingerprint({"b": NOW, "a": 1})
    assert to_fingerprint({"a": Decimal("1.5")}) != to_fingerprint({"a": Decimal("1.50")})
    assert len(to_fingerprint(None)) == 64
