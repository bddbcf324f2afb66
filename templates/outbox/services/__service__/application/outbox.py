"""Messages that wait beside the rows until somebody has published them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

from pydantic import JsonValue

LEASED_FOR: Final = dt.timedelta(seconds=15)
# Who has written a message publishes it; after this time it is anybody's.
ORPHANED_AFTER: Final = dt.timedelta(seconds=60)


@dataclass(frozen=True)
class Message:
    """A message that waits; what its body means is up to those who write and publish it."""

    id: UUID
    body: dict[str, JsonValue]


@dataclass(frozen=True)
class Lease:
    """Messages that are one publisher's alone until the lease expires."""

    id: UUID
    messages: Sequence[Message]


class Outbox(Protocol):
    """The messages, kept in the same transaction as the rows that they tell of."""

    async def store(self, caller: str, messages: Sequence[Message]) -> UUID | None:
        """Keep messages and lease them to their writer; without any there is no lease."""

    async def lease(self, caller: str, limit: int) -> Lease:
        """Lease what nobody holds: the caller's own messages and orphans, the oldest first."""

    async def lease_again(self, caller: str, ids: Sequence[UUID]) -> UUID | None:
        """Lease these messages of the caller, if they all still wait and nobody holds one."""

    async def acknowledge(self, lease: UUID, ids: Sequence[UUID]) -> None:
        """Forget published messages that this lease still holds."""
