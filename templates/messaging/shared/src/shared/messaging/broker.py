"""RabbitMQ: one connection that comes back by itself, confirmed publishing, subscriptions."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Self

from aio_pika import DeliveryMode, Message, RobustConnection, connect_robust
from aio_pika.abc import (
    AbstractIncomingMessage,
    AbstractQueue,
    AbstractRobustChannel,
    AbstractRobustConnection,
)

from shared.errors import UnavailableError
from shared.logging import get_logger
from shared.messaging.delivery import (
    OWN_HEADERS,
    Delivery,
    Header,
    OnDelivery,
    Parcel,
    to_parcel,
)
from shared.messaging.envelope import Outgoing
from shared.messaging.outages import outages_explained
from shared.messaging.plan import Declaration, MessagingPlan, QueuePlan, plan_delay

CONNECT_SECONDS = 5.0
CONFIRM_SECONDS = 5.0
CLOSE_SECONDS = 5.0
RECONNECT_SECONDS = 1.0
HEARTBEAT_SECONDS = 15

Connect = Callable[..., Awaitable[AbstractRobustConnection]]
Pause = Callable[[float], Awaitable[None]]

# They repeat, at each attempt to connect, what is told here once.
_REPETITIVE = ("aio_pika", "aiormq")

log = get_logger(__name__)


class OwnConnection(RobustConnection):
    """A connection that is closed by who made it, never by chance.

    One that did not come about would begin to close itself when it is forgotten, which may be after
    the loop that it belongs to.
    """

    def __del__(self) -> None:
        """Leave everything as it is."""


def to_message(parcel: Parcel) -> Message:
    """Write a message as RabbitMQ keeps it: on disk."""
    return Message(
        parcel.body,
        headers=dict(parcel.headers),
        content_type="application/json",
        delivery_mode=DeliveryMode.PERSISTENT,
        message_id=parcel.message_id,
        type=parcel.type,
        correlation_id=parcel.correlation_id,
    )


def _own_headers(headers: Mapping[str, object]) -> dict[str, Header]:
    """Leave out what RabbitMQ notes for itself: it must not travel on with a copy."""
    return {
        name: value
        for name, value in headers.items()
        if isinstance(value, str | int) and (name in OWN_HEADERS or not name.startswith("x-"))
    }


class AmqpDelivery:
    """A message that RabbitMQ has delivered."""

    def __init__(self, message: AbstractIncomingMessage) -> None:
        self._message = message
        self.parcel = Parcel(
            message_id=message.message_id or "",
            type=message.type or "",
            correlation_id=message.correlation_id,
            body=message.body,
            headers=_own_headers(message.headers),
        )

    async def ack(self) -> None:
        """Take the message off the queue."""
        with outages_explained("ack"):
            await self._message.ack()

    async def requeue(self) -> None:
        """Put the message back."""
        with outages_explained("requeue"):
            await self._message.nack(requeue=True)


class AmqpSubscription:
    """Messages that come over a channel of their own."""

    def __init__(self, channel: AbstractRobustChannel, queue: AbstractQueue, tag: str) -> None:
        self._channel = channel
        self._queue = queue
        self._tag = tag

    async def cancel(self) -> None:
        """Let no further message come."""
        with suppress(UnavailableError), outages_explained("cancel"):
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._queue.cancel(self._tag)

    async def close(self) -> None:
        """Give back what was not acknowledged."""
        with suppress(UnavailableError), outages_explained("close"):
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._channel.close()


class Broker:
    """RabbitMQ as one service sees it.

    It is usable at once: while there is no connection, publishing is refused without a wait.
    """

    def __init__(
        self,
        url: str,
        plan: MessagingPlan,
        *,
        name: str,
        connect: Connect = connect_robust,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self.plan = plan
        self._url = url
        self._name = name
        self._connect = connect
        self._pause = pause
        self._connection: AbstractRobustConnection | None = None
        self._channel: AbstractRobustChannel | None = None
        self._delays: set[str] = set()
        self._opened = asyncio.Event()
        self._closing = asyncio.Event()
        self._opening: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Begin to connect; nobody waits for it."""
        for library in _REPETITIVE:
            logging.getLogger(library).setLevel(logging.CRITICAL)
        self._opening = asyncio.create_task(self._open())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connection."""
        self._closing.set()
        if self._opening is not None:
            # An attempt that has begun is short; to cancel it would leave its connection behind.
            await self._opening
        await self._disconnect()

    async def opened(self) -> None:
        """Wait until RabbitMQ has been reached for the first time, and everything is declared."""
        await self._opened.wait()

    async def ping(self) -> None:
        """Tell whether messages can be sent at this moment.

        Raises:
            UnavailableError: There is no connection.
        """
        self._require_channel()

    async def publish(self, outgoing: Outgoing) -> None:
        """Publish a message, and wait until RabbitMQ has it safe in every queue it belongs to.

        Raises:
            UnavailableError: There is no connection, no queue for it, or no confirmation in time.
        """
        if not self.plan.has_exchange(outgoing.exchange):
            log.error("unknown_exchange", exchange=outgoing.exchange, key=outgoing.key)
            raise UnavailableError
        parcel = to_parcel(outgoing.envelope)
        if outgoing.delay_seconds == 0:
            await self._send(outgoing.exchange, outgoing.key, parcel)
            return
        delay = plan_delay(outgoing.exchange, outgoing.key, outgoing.delay_seconds)
        await self._ensure_delay(delay)
        await self._send("", delay.name, parcel)

    async def forward(self, queue: str, parcel: Parcel) -> None:
        """Put a message into a queue, and wait until it is safe there.

        Raises:
            UnavailableError: There is no connection, or no confirmation in time.
        """
        await self._send("", queue, parcel)

    async def subscribe(self, queue: QueuePlan, on_delivery: OnDelivery) -> AmqpSubscription:
        """Let messages come, as soon as there is a connection, and again after each new one."""
        await self.opened()
        while True:
            try:
                return await self._subscribe_once(queue, on_delivery)
            except UnavailableError:
                await self._pause(RECONNECT_SECONDS)

    async def count(self, queue: str) -> int:
        """Count the messages that wait in a queue.

        Raises:
            UnavailableError: There is no connection, or no such queue.
        """
        with outages_explained("count"):
            async with asyncio.timeout(CONNECT_SECONDS):
                channel = self._require_channel()
                # Underneath, because above that queues that are known are not asked for again.
                underlay = await channel.get_underlay_channel()
                found = await underlay.queue_declare(queue, passive=True)
        return found.message_count or 0

    async def take(self, queue: str) -> Delivery | None:
        """Take one message, if there is one.

        Raises:
            UnavailableError: There is no connection.
        """
        with outages_explained("take"):
            async with asyncio.timeout(CONNECT_SECONDS):
                source = await self._require_channel().get_queue(queue, ensure=False)
                message = await source.get(fail=False)
        return None if message is None else AmqpDelivery(message)

    async def _open(self) -> None:
        while not self._closing.is_set():
            try:
                with outages_explained("connect"):
                    await self._connect_once()
            except UnavailableError:
                await self._disconnect()
            except Exception:
                # Such as an address that is none: the process shows that it is not ready.
                log.exception("broker_failed", action="connect")
            else:
                log.info("broker_connected")
                self._opened.set()
                return
            await self._pause(RECONNECT_SECONDS)

    async def _connect_once(self) -> None:
        self._connection = await self._connect(
            self._url,
            timeout=CONNECT_SECONDS,
            heartbeat=HEARTBEAT_SECONDS,
            reconnect_interval=RECONNECT_SECONDS,
            client_properties={"connection_name": self._name},
            connection_class=OwnConnection,
        )
        async with asyncio.timeout(CONNECT_SECONDS):
            channel = await self._new_channel()
            for exchange in self.plan.exchanges:
                await channel.declare_exchange(exchange.name, exchange.kind, durable=True)
            for queue in self.plan.queues:
                for declaration in queue.declarations():
                    await self._declare(channel, declaration)
        self._channel = channel
        self._connection.close_callbacks.add(self._on_lost)
        self._connection.reconnect_callbacks.add(self._on_back)

    async def _subscribe_once(self, queue: QueuePlan, on_delivery: OnDelivery) -> AmqpSubscription:
        async def receive(message: AbstractIncomingMessage) -> None:
            on_delivery(AmqpDelivery(message))

        with outages_explained("subscribe"):
            async with asyncio.timeout(CONNECT_SECONDS):
                channel = await self._new_channel()
                await channel.set_qos(prefetch_count=queue.prefetch)
                *_, own = queue.declarations()
                source = await self._declare(channel, own)
                tag = await source.consume(receive)
        return AmqpSubscription(channel, source, tag)

    def _on_lost(self, *_about: object) -> None:
        if not self._closing.is_set():
            log.warning("broker_lost")

    def _on_back(self, *_about: object) -> None:
        log.info("broker_back")

    async def _new_channel(self) -> AbstractRobustChannel:
        if self._connection is None:
            raise UnavailableError
        channel = self._connection.channel(on_return_raises=True)
        await channel.initialize()
        return channel

    async def _declare(
        self,
        channel: AbstractRobustChannel,
        declaration: Declaration,
    ) -> AbstractQueue:
        queue = await channel.declare_queue(
            declaration.name,
            durable=True,
            arguments=dict(declaration.arguments),
        )
        for binding in declaration.bindings:
            await queue.bind(binding.exchange, binding.key)
        return queue

    async def _ensure_delay(self, delay: Declaration) -> None:
        if delay.name in self._delays:
            return
        with outages_explained("declare"):
            async with asyncio.timeout(CONFIRM_SECONDS):
                await self._declare(self._require_channel(), delay)
        self._delays.add(delay.name)

    async def _send(self, exchange: str, key: str, parcel: Parcel) -> None:
        channel = self._require_channel()
        with outages_explained("publish"):
            async with asyncio.timeout(CONFIRM_SECONDS):
                target = await channel.get_exchange(exchange, ensure=False)
                await target.publish(to_message(parcel), key, mandatory=True)

    def _require_channel(self) -> AbstractRobustChannel:
        connection, channel = self._connection, self._channel
        if connection is None or channel is None:
            raise UnavailableError
        if not connection.connected.is_set() or channel.is_closed:
            raise UnavailableError
        return channel

    async def _disconnect(self) -> None:
        connection, self._connection, self._channel = self._connection, None, None
        if connection is not None:
            with suppress(UnavailableError), outages_explained("disconnect"):
                async with asyncio.timeout(CLOSE_SECONDS):
                    await connection.close()
