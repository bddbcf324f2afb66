"""Claims: the same in memory and in Redis."""

import asyncio

from shared.messaging.idempotency import Claims, ClaimState, IdempotencyStore


async def test_a_key_is_claimed_once(store: IdempotencyStore) -> None:
    """Others have to wait."""
    assert await store.claim("a", "mine") is ClaimState.ACQUIRED
    assert await store.claim("a", "theirs") is ClaimState.IN_PROGRESS
    assert await store.claim("b", "theirs") is ClaimState.ACQUIRED


async def test_an_answer_that_got_lost_does_no_harm(store: IdempotencyStore) -> None:
    """Whoever asks again for its own claim has it."""
    assert await store.claim("a", "mine") is ClaimState.ACQUIRED
    assert await store.claim("a", "mine") is ClaimState.ACQUIRED


async def test_what_is_done_stays_done(store: IdempotencyStore) -> None:
    """Nobody gets it again, nobody takes it back."""
    await store.claim("a", "mine")
    await store.finish("a")
    await store.release("a", "mine")
    assert not await store.renew("a", "mine")
    assert await store.claim("a", "theirs") is ClaimState.DONE
    assert await store.claim("a", "mine") is ClaimState.DONE


async def test_a_claim_that_is_released_is_free(store: IdempotencyStore) -> None:
    """At once; and only by whoever holds it."""
    await store.claim("a", "mine")
    await store.release("a", "theirs")
    assert await store.claim("a", "theirs") is ClaimState.IN_PROGRESS
    await store.release("a", "mine")
    assert await store.claim("a", "theirs") is ClaimState.ACQUIRED


async def test_a_lease_ends(store: IdempotencyStore) -> None:
    """Whoever died with it leaves it to others."""
    await store.claim("a", "mine")
    await asyncio.sleep(store.lease_seconds * 1.2)
    assert await store.claim("a", "theirs") is ClaimState.ACQUIRED
    assert not await store.renew("a", "mine")


async def test_a_lease_is_renewed_while_work_is_done(store: IdempotencyStore) -> None:
    """However long it takes."""
    claims = Claims(store, "scoring")
    claim = await claims.acquire("a")
    assert claim is not None
    async with claims.held(claim):
        await asyncio.sleep(store.lease_seconds * 2)
        assert await store.claim("scoring:a", "theirs") is ClaimState.IN_PROGRESS
    await claims.finish(claim)
    assert await claims.acquire("a") is None


async def test_the_store_gives_a_sign_of_life(store: IdempotencyStore) -> None:
    """Readiness needs it."""
    await store.ping()
