"""The store in Redis, over a connection that fails."""

from collections.abc import Awaitable, Callable

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError

from shared.errors import UnavailableError
from shared.messaging.idempotency import ClaimState
from shared.messaging.redis_idempotency import RedisIdempotency
from shared.redis_client import connect_redis


class Memory:
    """What Redis does with the commands of the store."""

    def __init__(self) -> None:
        self.commands: list[tuple[object, ...]] = []
        self.answers: list[object] = []

    async def send(self, *command: object, **_options: object) -> object:
        """Remember a command, and give the next answer."""
        self.commands.append(command)
        return self.answers.pop(0)


@pytest.fixture
def memory() -> Memory:
    """Give what stands for Redis."""
    return Memory()


@pytest.fixture
def store(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> RedisIdempotency:
    """Give a store over it."""
    client = connect_redis("redis://redis")
    monkeypatch.setattr(client, "execute_command", memory.send)
    return RedisIdempotency(client, "finance")


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (None, ClaimState.ACQUIRED),
        ("mine", ClaimState.ACQUIRED),
        ("theirs", ClaimState.IN_PROGRESS),
        ("done", ClaimState.DONE),
    ],
)
async def test_a_claim_is_one_command(
    answer: str | None, state: ClaimState, store: RedisIdempotency, memory: Memory
) -> None:
    """Between reading and writing nobody can come."""
    memory.answers = [answer]
    assert await store.claim("scoring:1", "mine") is state
    (command,) = memory.commands
    assert command[:3] == ("SET", "finance:idempotency:scoring:1", "mine")
    assert {"NX", "GET", "PX", 15_000} <= set(command)


async def test_a_lease_is_renewed_and_released_by_its_owner(
    store: RedisIdempotency, memory: Memory
) -> None:
    """The token is compared where it is kept."""
    memory.answers = [1, 0, 1]
    assert await store.renew("scoring:1", "mine")
    assert not await store.renew("scoring:1", "theirs")
    await store.release("scoring:1", "mine")
    assert [command[0] for command in memory.commands] == ["EVALSHA"] * 3
    assert all("finance:idempotency:scoring:1" in command for command in memory.commands)


async def test_what_is_done_is_kept_for_a_week(store: RedisIdempotency, memory: Memory) -> None:
    """As long as data APIs keep their keys."""
    memory.answers = [True]
    await store.finish("scoring:1")
    (command,) = memory.commands
    assert command[:3] == ("SET", "finance:idempotency:scoring:1", "done")
    assert command[-1] == 604_800


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.claim("a", "mine"),
        lambda store: store.renew("a", "mine"),
        lambda store: store.finish("a"),
        lambda store: store.release("a", "mine"),
        lambda store: store.ping(),
    ],
)
@pytest.mark.parametrize("failure", [RedisConnectionError(), OSError()])
async def test_an_outage_is_told(
    failure: Exception,
    ask: Callable[[RedisIdempotency], Awaitable[object]],
    store: RedisIdempotency,
    monkeypatch: pytest.MonkeyPatch,
    memory: Memory,
) -> None:
    """Whatever the library raises."""

    async def fail(*_command: object, **_options: object) -> object:
        raise failure

    monkeypatch.setattr(memory, "send", fail)
    monkeypatch.setattr(store._client, "execute_command", fail)
    with pytest.raises(UnavailableError):
        await ask(store)


async def test_a_sign_of_life_is_asked_for(store: RedisIdempotency, memory: Memory) -> None:
    """Readiness needs it."""
    memory.answers = [True]
    await store.ping()
    assert memory.commands == [("PING",)]
