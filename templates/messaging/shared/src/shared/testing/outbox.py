"""The outbox of a data API in memory, with the promises that tests rely on."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import NoReturn
from uuid import UUID, uuid4

from pydantic import JsonValue

from shared import texts
from shared.errors import FieldError, NotFoundError, RelayedError, UnavailableError
from shared.fields import to_json
from shared.messaging.envelope import Outgoing
from shared.messaging.outbox import (
    LEASED_AT_ONCE,
    Committed,
    CreateRow,
    DeleteRow,
    Leased,
    Unit,
    UpdateRow,
    Write,
)

Row = dict[str, JsonValue]


@dataclass
class Stored:
    """What is in the data API.

    Attributes:
        rows: By table and id.
        waiting: Messages that are not published yet, by id.
        leases: Who publishes which of them at this moment.
        answers: What became of the units that came with a key, and their fingerprints.
    """

    rows: dict[tuple[str, UUID], Row] = field(default_factory=dict)
    waiting: dict[UUID, Outgoing] = field(default_factory=dict)
    leases: dict[UUID, UUID] = field(default_factory=dict)
    answers: dict[str, tuple[str, Committed]] = field(default_factory=dict)


class FakeOutbox:
    """An outbox in memory: a unit is written all together, or not at all.

    Attributes:
        stored: What is in it; tests may put rows there, and look at them.
        units: Every unit that was written, in order.
        down: Whether there is an outage.
    """

    def __init__(self) -> None:
        self.stored = Stored()
        self.units: list[Unit] = []
        self.down = False

    async def commit(self, unit: Unit, key: str | None = None) -> Committed:
        """Write a unit."""
        self._ensure_up()
        known = self.stored.answers.get(key) if key is not None else None
        if known is not None:
            fingerprint, answer = known
            if fingerprint != unit.fingerprint:
                _refuse("idempotency-key-reused", 422)
            return Committed(records=answer.records, lease=self._lease_again(unit))
        copy = deepcopy(self.stored)
        committed = self._write(copy, unit)
        if key is not None:
            copy.answers[key] = (unit.fingerprint, committed)
        self.stored = copy
        return committed

    async def lease(self, limit: int = LEASED_AT_ONCE) -> Leased:
        """Lease what nobody publishes at this moment."""
        self._ensure_up()
        free = [known for known in self.stored.waiting if known not in self.stored.leases]
        lease = _hold(self.stored, free[:limit])
        messages = tuple(self.stored.waiting[known] for known in free[:limit])
        return Leased(lease=lease, messages=messages)

    async def acknowledge(self, lease: UUID, ids: Sequence[UUID]) -> None:
        """Forget published messages."""
        self._ensure_up()
        for message_id in ids:
            if self.stored.leases.get(message_id) == lease:
                del self.stored.waiting[message_id], self.stored.leases[message_id]

    def expire(self) -> None:
        """Let all leases expire."""
        self.stored.leases.clear()

    def _ensure_up(self) -> None:
        if self.down:
            raise UnavailableError

    def _write(self, stored: Stored, unit: Unit) -> Committed:
        first = next((write for write in unit.writes if isinstance(write, CreateRow)), None)
        if first is not None and (first.table, first.id) in stored.rows:
            records = tuple(_find(stored, write) for write in unit.writes)
            return Committed(records=records, lease=self._lease_again(unit))
        records = tuple(
            _perform(stored, f"/writes/{index}", write, unit)
            for index, write in enumerate(unit.writes)
        )
        self.units.append(unit)
        messages = {outgoing.envelope.event_id: outgoing for outgoing in unit.messages}
        stored.waiting = messages | stored.waiting
        return Committed(records=records, lease=_hold(stored, messages) if messages else None)

    def _lease_again(self, unit: Unit) -> UUID | None:
        ids = [outgoing.envelope.event_id for outgoing in unit.messages]
        free = self.stored.waiting.keys() - self.stored.leases.keys()
        return _hold(self.stored, ids) if ids and free.issuperset(ids) else None


def _hold(stored: Stored, ids: Iterable[UUID]) -> UUID:
    lease = uuid4()
    stored.leases.update(dict.fromkeys(ids, lease))
    return lease


def _find(stored: Stored, write: Write) -> Row | None:
    return None if isinstance(write, DeleteRow) else stored.rows.get((write.table, write.id))


def _perform(stored: Stored, place: str, write: Write, unit: Unit) -> Row | None:
    address = write.table, write.id
    moment = to_json(unit.at)
    if isinstance(write, CreateRow):
        if address in stored.rows:
            _refuse("unique-violation", 409, f"{place}/id")
        times: Row = {"created_at": moment, "updated_at": moment}
        stored.rows[address] = {**_to_row(write), "id": str(write.id), "version": 1, **times}
        return stored.rows[address]
    row = stored.rows.get(address)
    if row is None:
        raise NotFoundError
    if row["version"] != write.version:
        _refuse("stale-version", 412, place)
    if isinstance(write, DeleteRow):
        del stored.rows[address]
        return None
    grown: Row = {"version": write.version + 1, "updated_at": moment}
    stored.rows[address] = {**row, **_to_row(write), **grown}
    return stored.rows[address]


def _to_row(write: CreateRow | UpdateRow) -> Row:
    return {name: to_json(value) for name, value in write.values.items()}


def _refuse(slug: str, status: int, pointer: str | None = None) -> NoReturn:
    faults = [] if pointer is None else [FieldError(pointer, texts.TITLES[slug])]
    raise RelayedError(slug, status, texts.TITLES[slug], texts.DETAILS[slug], faults)
