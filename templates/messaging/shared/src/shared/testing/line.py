"""A connection to RabbitMQ that does what a test tells it to."""

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import cast

from aio_pika import Message
from aio_pika.abc import AbstractRobustConnection
from aio_pika.exceptions import ChannelInvalidStateError

Callback = Callable[[object], None]
OnMessage = Callable[["Incoming"], Awaitable[None]]


def demand(fact: bool) -> None:
    """Fail the test unless something is so."""
    if not fact:
        raise AssertionError


class Incoming:
    """A message that the connection delivers."""

    message_id = None
    type = "loan.applied"
    correlation_id = "order-12345678"
    body = b"{}"

    def __init__(self, *, gone: bool = False) -> None:
        self.headers = {
            "x-attempt": 2,
            "x-death": [{"count": 1}],
            "x-delivery-count": 3,
            "tenant": "a",
        }
        self.settled: list[str] = []
        self.gone = gone

    async def ack(self) -> None:
        """Take it off the queue."""
        self._settle("ack")

    async def nack(self, *, requeue: bool) -> None:
        """Put it back."""
        self._settle(f"nack {requeue}")

    def _settle(self, how: str) -> None:
        if self.gone:
            raise ChannelInvalidStateError
        self.settled.append(how)


class Line:
    """A connection, a channel and a queue in one, with failures to come."""

    def __init__(self, *failures: BaseException | None) -> None:
        self.failures = list(failures)
        self.done: list[str] = []
        self.sent: list[tuple[str, str, Message]] = []
        self.connected = asyncio.Event()
        self.connected.set()
        self.is_closed = False
        self.hangs = False
        self.waiting: list[Incoming] = []
        self.close_callbacks: set[Callback] = set()
        self.reconnect_callbacks: set[Callback] = set()

    async def connect(self, url: str, **options: object) -> AbstractRobustConnection:
        """Connect, or fail as told."""
        demand(url == "amqp://rabbitmq")
        demand(options["client_properties"] == {"connection_name": "lending"})
        await self._do("connect")
        return cast("AbstractRobustConnection", self)

    def channel(self, *, on_return_raises: bool) -> "Line":
        """Give the channel, which raises when no queue wants a message."""
        demand(on_return_raises)
        return self

    async def initialize(self) -> None:
        """Open the channel."""
        await self._do("open")

    async def declare_exchange(self, name: str, kind: str, *, durable: bool) -> None:
        """Declare an exchange."""
        demand(durable)
        await self._do(f"exchange {kind} {name}")

    async def declare_queue(
        self, name: str, *, durable: bool, arguments: dict[str, object]
    ) -> "Line":
        """Declare a queue."""
        demand(durable)
        demand(arguments["x-queue-type"] == "quorum")
        await self._do(f"queue {name}")
        return self

    async def bind(self, exchange: str, key: str) -> None:
        """Bind the queue."""
        await self._do(f"bind {exchange} {key}")

    async def set_qos(self, *, prefetch_count: int) -> None:
        """Limit the deliveries."""
        await self._do(f"prefetch {prefetch_count}")

    async def consume(self, callback: OnMessage) -> str:
        """Deliver what waits."""
        await self._do("consume")
        for message in self.waiting:
            await callback(message)
        return "tag"

    async def cancel(self, tag: str) -> None:
        """Deliver no more."""
        await self._do(f"cancel {tag}")

    async def close(self) -> None:
        """Close everything."""
        await self._do("close")

    async def get_exchange(self, name: str, *, ensure: bool) -> SimpleNamespace:
        """Give an exchange."""
        demand(not ensure)

        async def publish(message: Message, key: str, *, mandatory: bool) -> None:
            demand(mandatory)
            await self._do(f"publish {name}")
            self.sent.append((name, key, message))

        return SimpleNamespace(publish=publish)

    async def get_queue(self, name: str, *, ensure: bool) -> "Line":
        """Give a queue."""
        demand(not ensure)
        await self._do(f"look {name}")
        return self

    async def get(self, *, fail: bool) -> Incoming | None:
        """Take one message."""
        demand(not fail)
        return self.waiting.pop() if self.waiting else None

    async def get_underlay_channel(self) -> SimpleNamespace:
        """Give what is beneath the channel."""

        async def queue_declare(name: str, *, passive: bool) -> SimpleNamespace:
            demand(passive)
            await self._do(f"count {name}")
            return SimpleNamespace(message_count=len(self.waiting) or None)

        return SimpleNamespace(queue_declare=queue_declare)

    async def _do(self, what: str) -> None:
        self.done.append(what)
        if self.hangs:
            await asyncio.sleep(60)
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure
