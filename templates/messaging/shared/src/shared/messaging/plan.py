"""What is to be declared in RabbitMQ: the same for publishers and consumers.

Every queue is a quorum queue, and what it hands on to another queue it hands on at least once, so
that a message is never lost between two queues.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

# Seconds before the first, second and third retry; further ones wait as long as the third.
LADDER = (1.0, 10.0, 60.0)
# What the claim of a process that died keeps waiting comes back with each further death: even with
# one a second that is less often, as long as the claim lasts.
DELIVERY_LIMIT = 20
# Looking at dead letters counts as delivering them, and must never remove them.
UNLIMITED = 2**31 - 1

Argument = str | int

_QUORUM: dict[str, Argument] = {"x-queue-type": "quorum"}


@dataclass(frozen=True, slots=True)
class ExchangePlan:
    """An exchange."""

    name: str
    kind: Literal["direct", "topic"]


@dataclass(frozen=True, slots=True)
class Binding:
    """Which messages a queue gets."""

    exchange: str
    key: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """A queue as RabbitMQ is told of it."""

    name: str
    arguments: Mapping[str, Argument]
    bindings: tuple[Binding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePlan:
    """A queue with all that belongs to it.

    Attributes:
        prefetch: How many unfinished messages a consumer gets at most.
        retries: How often a failed message is tried again.
        dead_letter: Whether messages that cannot be handled are kept.
        ladder: Seconds before each retry; the last one stands for all that follow.
        delivery_limit: How often a message may come back from a consumer that died.
    """

    name: str
    bindings: tuple[Binding, ...]
    prefetch: int = 10
    retries: int = 3
    dead_letter: bool = True
    ladder: tuple[float, ...] = LADDER
    delivery_limit: int = DELIVERY_LIMIT

    @property
    def dead_letters(self) -> str:
        """Give the name of the queue of dead letters."""
        return f"{self.name}.dlq"

    def retry_queue(self, attempt: int) -> str | None:
        """Name the queue in which a message waits after its failed attempt, if it may be retried.

        Args:
            attempt: Which attempt has failed; the first one is 1.
        """
        if attempt > self.retries:
            return None
        return self._waiting_room(self._rung(attempt))

    def declarations(self) -> Iterator[Declaration]:
        """Give everything that has to be declared; the queue itself comes last."""
        for seconds in sorted({self._rung(attempt) for attempt in range(1, self.retries + 1)}):
            arguments = _forwarding("", self.name) | {"x-message-ttl": round(seconds * 1000)}
            yield Declaration(self._waiting_room(seconds), arguments)
        if self.dead_letter:
            yield Declaration(self.dead_letters, _QUORUM | {"x-delivery-limit": UNLIMITED})
        arguments = _forwarding("", self.dead_letters) if self.dead_letter else _QUORUM
        limit = {"x-delivery-limit": self.delivery_limit}
        yield Declaration(self.name, arguments | limit, self.bindings)

    def _rung(self, attempt: int) -> float:
        return self.ladder[min(attempt, len(self.ladder)) - 1]

    def _waiting_room(self, seconds: float) -> str:
        return f"{self.name}.retry.{seconds:g}s"


@dataclass(frozen=True, slots=True)
class MessagingPlan:
    """Everything that one project declares."""

    context: str
    exchanges: tuple[ExchangePlan, ...]
    queues: tuple[QueuePlan, ...]

    def queue(self, name: str) -> QueuePlan:
        """Give the plan of a queue.

        Raises:
            LookupError: The project has no such queue.
        """
        for queue in self.queues:
            if queue.name == name:
                return queue
        raise LookupError(name)

    def has_exchange(self, name: str) -> bool:
        """Tell whether the project has this exchange."""
        return any(exchange.name == name for exchange in self.exchanges)


def plan_delay(exchange: str, key: str, seconds: int) -> Declaration:
    """Plan the queue in which a message waits before it is published."""
    arguments = _forwarding(exchange, key) | {"x-message-ttl": seconds * 1000}
    return Declaration(f"{exchange}.{key}.after_{seconds}s", arguments)


def _forwarding(exchange: str, key: str) -> dict[str, Argument]:
    return {
        **_QUORUM,
        "x-dead-letter-exchange": exchange,
        "x-dead-letter-routing-key": key,
        "x-dead-letter-strategy": "at-least-once",
        # Without it, RabbitMQ hands on at most once.
        "x-overflow": "reject-publish",
    }
