"""Messages of a queue, each handled once: parsed, claimed, handled, acknowledged."""

import asyncio
import dataclasses
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, Protocol

from shared.context import accept_correlation_id, correlation, trace
from shared.errors import UnavailableError
from shared.logging import get_logger
from shared.messaging.delivery import (
    ATTEMPT_HEADER,
    ATTEMPTS_HEADER,
    ERROR_HEADER,
    QUEUE_HEADER,
    REASON_HEADER,
    Delivery,
    MessageSource,
    Parcel,
    Subscription,
)
from shared.messaging.envelope import DataT, Envelope, MessageKind, read_envelope
from shared.messaging.faults import InvalidMessageError, PermanentError, StopHandling
from shared.messaging.idempotency import Claim, Claims
from shared.messaging.plan import QueuePlan

EXHAUSTED = "exhausted"

log = get_logger(__name__)


class Reaction(Protocol):
    """What a service does with one kind of message."""

    @property
    def name(self) -> str:
        """Give the name of the messages."""

    async def react(self, envelope: Envelope) -> None:
        """Handle a message.

        Raises:
            PermanentError: It would fail however often it is tried.
            StopHandling: There is nothing to do.
        """


@dataclass(frozen=True, slots=True)
class On(Generic[DataT]):
    """Handle one kind of message by a function; without one, it is only checked."""

    kind: MessageKind[DataT]
    handle: Callable[[DataT, Envelope], Awaitable[None]] | None = None

    @property
    def name(self) -> str:
        """Give the name of the messages."""
        return self.kind.name

    async def react(self, envelope: Envelope) -> None:
        """Check the data of a message and hand them on."""
        data = self.kind.open(envelope)
        if self.handle is not None:
            await self.handle(data, envelope)


class QueueConsumer:
    """Handles the messages of one queue.

    As many messages are handled at once as the concurrency says; further ones, up to the prefetch
    of the queue, wait in memory. So a backlog of any length needs the same memory.
    """

    def __init__(
        self,
        source: MessageSource,
        queue: QueuePlan,
        reactions: Sequence[Reaction],
        claims: Claims,
        *,
        concurrency: int | None = None,
    ) -> None:
        """Make a consumer; it begins with `start`.

        Args:
            source: Gives the messages.
            queue: Which messages.
            reactions: What to do with them.
            claims: Of the service: what it has done once, it does not do again.
            concurrency: How many messages are handled at once; as many as come, if not given.
        """
        self._source = source
        self._queue = queue
        self._reactions = {reaction.name: reaction for reaction in reactions}
        self._claims = claims
        self._slots = asyncio.Semaphore(concurrency or queue.prefetch)
        self._subscription: Subscription | None = None
        self._starting: asyncio.Task[None] | None = None
        # A task that has begun to react is let to its end; one that waits is not.
        self._waiting: set[asyncio.Task[None]] = set()
        self._busy: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Begin to consume, as soon as there is a connection."""
        self._starting = asyncio.create_task(self._subscribe())

    async def ping(self) -> None:
        """Tell whether messages come.

        Raises:
            UnavailableError: They never came yet.
        """
        if self._subscription is None:
            raise UnavailableError

    async def stop(self, seconds: float) -> None:
        """Take no further messages, and bring those to an end that are being handled.

        Args:
            seconds: How long that may take; what is not done then will be delivered again.
        """
        if self._starting is not None:
            self._starting.cancel()
        if self._subscription is not None:
            await self._subscription.cancel()
        for task in self._waiting:
            task.cancel()
        late = await _wait_for({*self._waiting, *self._busy}, seconds)
        if late:
            log.warning("drain_incomplete", queue=self._queue.name, messages=len(late))
        if self._subscription is not None:
            await self._subscription.close()

    async def _subscribe(self) -> None:
        self._subscription = await self._source.subscribe(self._queue, self._receive)
        log.info("consuming", queue=self._queue.name)

    def _receive(self, delivery: Delivery) -> None:
        # A task of our own: the library would cancel its one together with the connection.
        task = asyncio.create_task(self._process(delivery))
        self._waiting.add(task)
        task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._waiting.discard(task)
        self._busy.discard(task)

    async def _process(self, delivery: Delivery) -> None:
        try:
            async with self._slots:
                await self._handle(delivery)
        except asyncio.CancelledError:
            with suppress(UnavailableError):
                await delivery.requeue()
            raise
        except UnavailableError:
            # The connection is gone, and with it the delivery: RabbitMQ delivers it again.
            log.warning("message_not_settled", message_id=delivery.parcel.message_id)
            with suppress(UnavailableError):
                await delivery.requeue()

    async def _handle(self, delivery: Delivery) -> None:
        try:
            envelope = read_envelope(delivery.parcel.body)
        except InvalidMessageError as error:
            await self._bury(delivery, error.reason, error)
            return
        correlation_id = accept_correlation_id(envelope.correlation_id)
        with correlation(correlation_id), trace(envelope.traceparent):
            await self._handle_once(delivery, envelope)

    async def _handle_once(self, delivery: Delivery, envelope: Envelope) -> None:
        claim = await self._claims.acquire(str(envelope.event_id))
        if claim is None:
            log.info("message_repeated", type=envelope.type, event_id=str(envelope.event_id))
            await delivery.ack()
            return
        self._begin()
        try:
            async with self._claims.held(claim):
                await self._react(envelope)
        except PermanentError as error:
            await self._claims.release(claim)
            await self._bury(delivery, error.reason, error)
        except Exception as error:  # noqa: BLE001  # whatever it is, it may pass
            await self._claims.release(claim)
            await self._retry(delivery, error)
        except asyncio.CancelledError:
            await self._claims.release(claim)
            raise
        else:
            await self._conclude(delivery, envelope, claim)

    def _begin(self) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._waiting.discard(task)
            self._busy.add(task)

    async def _react(self, envelope: Envelope) -> None:
        reaction = self._reactions.get(envelope.type)
        if reaction is None:
            message = f"{self._queue.name} carries no {envelope.type}"
            raise InvalidMessageError(message)
        try:
            await reaction.react(envelope)
        except StopHandling:
            log.info("message_needs_nothing", type=envelope.type, event_id=str(envelope.event_id))

    async def _conclude(self, delivery: Delivery, envelope: Envelope, claim: Claim) -> None:
        await self._claims.finish(claim)
        await delivery.ack()
        log.info(
            "message_handled",
            type=envelope.type,
            event_id=str(envelope.event_id),
            attempt=delivery.parcel.attempt,
        )

    async def _retry(self, delivery: Delivery, error: Exception) -> None:
        parcel = delivery.parcel
        waiting_room = self._queue.retry_queue(parcel.attempt)
        if waiting_room is None:
            await self._bury(delivery, EXHAUSTED, error)
            return
        log.warning("message_retried", attempt=parcel.attempt, **_describe(parcel), exc_info=error)
        headers = {**parcel.headers, ATTEMPT_HEADER: parcel.attempt + 1}
        await self._source.forward(waiting_room, dataclasses.replace(parcel, headers=headers))
        await delivery.ack()

    async def _bury(self, delivery: Delivery, reason: str, error: Exception) -> None:
        parcel = delivery.parcel
        log.error("message_failed", reason=reason, **_describe(parcel), exc_info=error)
        if self._queue.dead_letter:
            headers = {
                **parcel.headers,
                REASON_HEADER: reason,
                ERROR_HEADER: type(error).__name__,
                ATTEMPTS_HEADER: parcel.attempt,
                QUEUE_HEADER: self._queue.name,
            }
            buried = dataclasses.replace(parcel, headers=headers)
            await self._source.forward(self._queue.dead_letters, buried)
        await delivery.ack()


def _describe(parcel: Parcel) -> dict[str, str]:
    return {"message_id": parcel.message_id, "type": parcel.type}


async def _wait_for(tasks: set[asyncio.Task[None]], seconds: float) -> set[asyncio.Task[None]]:
    """Wait for tasks, cancel those that take longer, and give these."""
    if not tasks:
        return set()
    _, late = await asyncio.wait(tasks, timeout=seconds)
    for task in late:
        task.cancel()
    if late:
        await asyncio.wait(late)
    return late
