"""Rows that are kept in memory for a while."""

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from uuid import uuid4

from shared.row_cache import Kept, RowName


class MemoryRowCache:
    """Does what Redis does, for one process."""

    def __init__(self, seconds: float = 60.0) -> None:
        self._seconds = seconds
        self._rows: dict[RowName, tuple[str, float]] = {}
        self._leases: dict[RowName, str] = {}
        self._changing: list[RowName] = []

    async def find(self, row: RowName) -> Kept:
        """Give what is kept of a row."""
        text, until = self._rows.get(row, ("", 0.0))
        lease = uuid4().hex
        if time.monotonic() < until:
            return Kept(row=row, lease=lease, text=text)
        if row not in self._changing:
            self._leases.setdefault(row, lease)
        return Kept(row=row, lease=lease, text=None)

    async def keep(self, kept: Kept, text: str) -> None:
        """Keep what the data API has answered, unless the row was changed in the meantime."""
        if self._leases.get(kept.row) == kept.lease:
            del self._leases[kept.row]
            self._rows[kept.row] = (text, time.monotonic() + self._seconds)

    @asynccontextmanager
    async def changing(
        self,
        rows: Sequence[RowName],
        entities: Sequence[str] = (),
    ) -> AsyncIterator[None]:
        """Keep nothing of these rows while they are changed, and nothing from before."""
        self._forget(rows, ())
        self._changing += rows
        try:
            yield
        finally:
            for row in rows:
                self._changing.remove(row)
            self._forget(rows, entities)

    async def close(self) -> None:
        """Nothing is open."""

    def _forget(self, rows: Sequence[RowName], entities: Sequence[str]) -> None:
        for row in {*self._rows, *self._leases}:
            if row in rows or row.entity in entities:
                self._rows.pop(row, None)
                self._leases.pop(row, None)
