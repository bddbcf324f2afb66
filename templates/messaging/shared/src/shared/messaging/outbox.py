"""Write rows and messages of a data API in one transaction, and see to messages that wait there."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

from pydantic import BaseModel, JsonValue, ValidationError

from shared.errors import UnavailableError
from shared.fields import to_json
from shared.http_client import IDEMPOTENCY_HEADER, ServiceClient
from shared.logging import get_logger
from shared.messaging.envelope import Outgoing

LEASED_AT_ONCE = 100

log = get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateRow:
    """Store a new row, whose id the caller has made."""

    table: str
    id: UUID
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRow:
    """Change a row that still has this version."""

    table: str
    id: UUID
    version: int
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteRow:
    """Remove a row that still has this version."""

    table: str
    id: UUID
    version: int


Write = CreateRow | UpdateRow | DeleteRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Rows and messages that are written all together, or not at all.

    Attributes:
        fingerprint: Of what the caller was asked to do; tells requests with the same key apart.
        at: When it happened: rows are created and changed at this time.
        writes: What is done, in this order.
        messages: What tells of it; their ids are those of the events.
    """

    fingerprint: str
    at: dt.datetime
    writes: Sequence[Write] = ()
    messages: Sequence[Outgoing] = ()


class Committed(BaseModel):
    """What has become of a unit.

    Attributes:
        records: The row of every write; a removed one has none.
        lease: Under which the caller publishes the messages, if that is still to be done.
    """

    records: tuple[dict[str, JsonValue] | None, ...]
    lease: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leased:
    """Messages that are the caller's alone for a few seconds."""

    lease: UUID
    messages: tuple[Outgoing, ...]


class _Message(BaseModel):
    id: UUID
    body: JsonValue


class _Lease(BaseModel):
    lease: UUID
    messages: tuple[_Message, ...]


def to_fingerprint(request: object) -> str:
    """Give the fingerprint of what a caller was asked to do."""
    text = json.dumps(to_json(request), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


class OutboxClient:
    """The outbox of a data API, as those see it who write and publish."""

    def __init__(self, data_api: ServiceClient) -> None:
        self._data_api = data_api

    async def commit(self, unit: Unit, key: str | None = None) -> Committed:
        """Write a unit; a key of its own makes repetitions of the request harmless.

        Raises:
            NotFoundError: A row is not there.
            RelayedError: A row is stale, a value is taken or refused; its place is told.
            UnavailableError: The data API does not answer; whether it has written is not known.
        """
        response = await self._data_api.send(
            "POST",
            "/units",
            body=_unit_to_json(unit),
            headers={IDEMPOTENCY_HEADER: key or uuid4().hex},
        )
        with _readable():
            return Committed.model_validate_json(response.content)

    async def lease(self, limit: int = LEASED_AT_ONCE) -> Leased:
        """Lease what nobody publishes at this moment, the oldest first.

        Raises:
            UnavailableError: The data API does not answer.
        """
        response = await self._data_api.send("POST", "/outbox/leases", body={"limit": limit})
        with _readable():
            found = _Lease.model_validate_json(response.content)
        return Leased(lease=found.lease, messages=tuple(_read_messages(found.messages)))

    async def acknowledge(self, lease: UUID, ids: Sequence[UUID]) -> None:
        """Forget published messages, as far as the lease still holds them.

        Raises:
            UnavailableError: The data API does not answer.
        """
        await self._data_api.send(
            "POST",
            f"/outbox/leases/{lease}/acknowledgements",
            body={"ids": [str(message_id) for message_id in ids]},
            # Nothing happens the second time, so that the request may be repeated.
            headers={IDEMPOTENCY_HEADER: lease.hex},
        )


def _unit_to_json(unit: Unit) -> JsonValue:
    return {
        "fingerprint": unit.fingerprint,
        "at": to_json(unit.at),
        "writes": [_write_to_json(write) for write in unit.writes],
        "messages": [
            {
                "id": str(outgoing.envelope.event_id),
                "body": outgoing.model_dump(mode="json"),
            }
            for outgoing in unit.messages
        ],
    }


def _write_to_json(write: Write) -> JsonValue:
    place: dict[str, JsonValue] = {"table": write.table, "id": str(write.id)}
    if isinstance(write, CreateRow):
        return {"write": "create", **place, "values": to_json(write.values)}
    if isinstance(write, UpdateRow):
        values = to_json(write.values)
        return {"write": "update", **place, "version": write.version, "values": values}
    return {"write": "delete", **place, "version": write.version}


def _read_messages(messages: Sequence[_Message]) -> Iterator[Outgoing]:
    for message in messages:
        try:
            yield Outgoing.model_validate(message.body)
        except ValidationError as error:
            # It stays where it is, and holds nothing else up.
            log.error(  # noqa: TRY400  # the trace would show what the message holds
                "unreadable_message",
                message_id=str(message.id),
                faults=error.error_count(),
            )


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        log.warning("unreadable_answer", faults=error.error_count())
        raise UnavailableError from error
