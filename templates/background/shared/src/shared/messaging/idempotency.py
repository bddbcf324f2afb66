"""Doing something once, though it may be asked for several times.

Whoever wants to do it claims it first. A claim is a lease: who dies leaves it to others. What was
done is remembered, so that it is not done again.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol
from uuid import uuid4

from shared.errors import UnavailableError
from shared.logging import get_logger

LEASE_SECONDS = 15.0
DONE_SECONDS = 7 * 24 * 60 * 60
POLL_SECONDS = 1.0

Pause = Callable[[float], Awaitable[None]]

log = get_logger(__name__)


class ClaimState(Enum):
    """What became of a claim."""

    ACQUIRED = auto()
    IN_PROGRESS = auto()
    DONE = auto()


class IdempotencyStore(Protocol):
    """Remembers what is being done and what was done."""

    @property
    def lease_seconds(self) -> float:
        """Tell how long a claim holds that is not renewed."""

    async def claim(self, key: str, token: str) -> ClaimState:
        """Claim a key, unless somebody else holds it or it is done.

        Raises:
            UnavailableError: The store does not answer.
        """

    async def renew(self, key: str, token: str) -> bool:
        """Hold a claim for longer; tell whether it still was ours.

        Raises:
            UnavailableError: The store does not answer.
        """

    async def finish(self, key: str) -> None:
        """Remember that it is done.

        Raises:
            UnavailableError: The store does not answer.
        """

    async def release(self, key: str, token: str) -> None:
        """Let go of a claim, so that it can be tried again at once.

        Raises:
            UnavailableError: The store does not answer.
        """

    async def ping(self) -> None:
        """Ask for a sign of life.

        Raises:
            UnavailableError: There is none.
        """


@dataclass(frozen=True)
class Claim:
    """The right to do something."""

    key: str
    token: str


class Claims:
    """Claims of one consumer, made with patience: a store that is down is waited for."""

    def __init__(
        self,
        store: IdempotencyStore,
        consumer: str,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self.consumer = consumer
        self._store = store
        self._pause = pause

    async def acquire(self, name: str) -> Claim | None:
        """Wait for the right to do something; there is none when it is done already."""
        claim = Claim(f"{self.consumer}:{name}", uuid4().hex)
        told: str | None = None
        while True:
            state = await self._ask(claim)
            if state is ClaimState.ACQUIRED:
                return claim
            if state is ClaimState.DONE:
                return None
            reason = "in progress" if state else "the store does not answer"
            if reason != told:
                log.info("claim_waits", reason=reason)
                told = reason
            await self._pause(POLL_SECONDS)

    async def finish(self, claim: Claim) -> None:
        """Remember that it is done; without that it would be done again."""
        while True:
            try:
                await self._store.finish(claim.key)
            except UnavailableError:
                await self._pause(POLL_SECONDS)
            else:
                return

    async def release(self, claim: Claim) -> None:
        """Let go of a claim; where that fails, its lease ends soon."""
        with suppress(UnavailableError):
            await self._store.release(claim.key, claim.token)

    @asynccontextmanager
    async def held(self, claim: Claim) -> AsyncIterator[None]:
        """Hold a claim for as long as the block runs."""
        ended = asyncio.Event()
        renewing = asyncio.create_task(self._renew(claim, ended))
        try:
            yield
        finally:
            # Python 3.11 loses a cancellation that comes just when a command has been sent.
            ended.set()
            renewing.cancel()
            # Who closes the store next must be the last to use it.
            await asyncio.wait({renewing})

    async def _ask(self, claim: Claim) -> ClaimState | None:
        try:
            return await self._store.claim(claim.key, claim.token)
        except UnavailableError:
            return None

    async def _renew(self, claim: Claim, ended: asyncio.Event) -> None:
        while not ended.is_set():
            await asyncio.sleep(self._store.lease_seconds / 3)
            try:
                if not await self._store.renew(claim.key, claim.token):
                    log.warning("lease_lost")
                    return
            except UnavailableError:
                log.warning("lease_not_renewed")


class LocalIdempotency:
    """What is being done and what was done, in the memory of one process.

    It is enough for a worker that runs once and has no Redis: after a restart nothing is known.
    """

    def __init__(
        self,
        *,
        lease_seconds: float = LEASE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.lease_seconds = lease_seconds
        self._clock = clock
        # Who holds a key, nobody when it is done, and until when.
        self._held: dict[str, tuple[str | None, float]] = {}

    async def claim(self, key: str, token: str) -> ClaimState:
        """Claim a key, unless somebody else holds it or it is done."""
        now = self._clock()
        self._held = {name: held for name, held in self._held.items() if held[1] > now}
        holder, _ = self._held.setdefault(key, (token, now + self.lease_seconds))
        if holder == token:
            return ClaimState.ACQUIRED
        return ClaimState.DONE if holder is None else ClaimState.IN_PROGRESS

    async def renew(self, key: str, token: str) -> bool:
        """Hold a claim for longer; tell whether it still was ours."""
        if not self._is_held(key, token):
            return False
        self._held[key] = (token, self._clock() + self.lease_seconds)
        return True

    async def finish(self, key: str) -> None:
        """Remember that it is done, whoever holds it by now."""
        self._held[key] = (None, self._clock() + DONE_SECONDS)

    async def release(self, key: str, token: str) -> None:
        """Let go of a claim, so that it can be tried again at once."""
        if self._is_held(key, token):
            del self._held[key]

    async def ping(self) -> None:
        """Memory always answers."""

    def _is_held(self, key: str, token: str) -> bool:
        holder, ends_at = self._held.get(key, (None, 0.0))
        return holder == token and ends_at > self._clock()
