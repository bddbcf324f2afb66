"""Claims that are held while something is done."""

import asyncio

import pytest

from shared.messaging.idempotency import Claims, LocalIdempotency

LEASE_SECONDS = 0.03


class SlowStore(LocalIdempotency):
    """A store that does not answer, and may not hear that nobody waits for it any more.

    Attributes:
        asked: How many renewals have begun.
        left: How many of them have ended.
    """

    def __init__(self, *, is_deaf: bool) -> None:
        super().__init__(lease_seconds=LEASE_SECONDS)
        self.asked = 0
        self.left = 0
        self.is_asked = asyncio.Event()
        self._is_deaf = is_deaf

    async def renew(self, key: str, token: str) -> bool:
        """Wait until it is cancelled; the connection takes a moment to close."""
        self.asked += 1
        self.is_asked.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await asyncio.sleep(0)
            self.left += 1
            if not self._is_deaf:
                raise
        return await super().renew(key, token)


@pytest.mark.parametrize("is_deaf", [False, True])
async def test_nobody_renews_what_is_no_longer_held(is_deaf: bool) -> None:
    """Else the store would be used, and connected again, after it was closed."""
    store = SlowStore(is_deaf=is_deaf)
    claims = Claims(store, "scoring")
    claim = await claims.acquire("a")
    assert claim is not None
    async with claims.held(claim):
        await store.is_asked.wait()
    assert (store.asked, store.left) == (1, 1)
    await asyncio.sleep(LEASE_SECONDS)
    assert store.asked == 1
