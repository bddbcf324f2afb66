"""Publish what outboxes keep; `python -m shared.messaging.relay CALLER DATA_API…` does it once."""

import argparse
import asyncio
import os
import random
import sys
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

from shared.errors import ServiceError, UnavailableError
from shared.events.plan import PLAN
from shared.http_client import Pause, ServiceClient
from shared.logging import configure_logging, get_logger
from shared.messaging.broker import CONNECT_SECONDS, Broker
from shared.messaging.envelope import Outgoing
from shared.messaging.outbox import Committed, Leased, OutboxClient, Unit
from shared.messaging.settings import BrokerSettings
from shared.settings import load_settings

SERVICE = "relay"
DONE = 0
FAILED = 1

SWEEP_SECONDS = 5.0
SETTLE_SECONDS = 10.0
MOST_AT_ONCE = 100

log = get_logger(__name__)


class Outbox(Protocol):
    """What a relay needs of a data API."""

    async def commit(self, unit: Unit, key: str | None = None) -> Committed:
        """Write rows and messages."""

    async def lease(self) -> Leased:
        """Lease messages that nobody publishes at this moment."""

    async def acknowledge(self, lease: UUID, ids: Sequence[UUID]) -> None:
        """Forget published messages."""


class Publisher(Protocol):
    """What a relay needs of a broker."""

    async def publish(self, outgoing: Outgoing) -> None:
        """Publish a message, and wait until it is safe."""


class MessageBroker(Publisher, Protocol):
    """What a service that publishes needs of a broker, from its start to its end."""

    async def __aenter__(self) -> Self:
        """Begin to connect; nobody waits for it."""

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connection."""

    async def ping(self) -> None:
        """Tell whether messages can be sent at this moment."""


@dataclass(frozen=True, slots=True)
class Swept:
    """How many messages were published, and how many could not be."""

    published: int
    left: int


class Relay:
    """Takes messages from the outbox of one data API to the broker.

    While it is open it also looks every few seconds for what was left behind: by an outage of the
    broker, or by a process that has died between writing and publishing.
    """

    def __init__(
        self,
        outbox: Outbox,
        publisher: Publisher,
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._outbox = outbox
        self._publisher = publisher
        self._pause = pause
        self._underway: set[asyncio.Task[None]] = set()
        self._sweeper: asyncio.Task[None] | None = None
        self._is_closing = False

    async def __aenter__(self) -> Self:
        """Begin to look for what was left behind."""
        self._sweeper = asyncio.create_task(self._keep_sweeping())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Finish what is being published; what takes too long is left to others."""
        self._is_closing = True
        if self._sweeper is not None:
            self._sweeper.cancel()
            await asyncio.wait([self._sweeper])
        with suppress(TimeoutError):
            async with asyncio.timeout(SETTLE_SECONDS):
                await self.settle()
        late = [*self._underway]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def commit(self, unit: Unit, key: str | None = None) -> Committed:
        """Write a unit, and let its messages be published; nobody waits for that.

        Raises:
            NotFoundError: A row is not there.
            RelayedError: A row is stale, a value is taken or refused; its place is told.
            UnavailableError: The data API does not answer; whether it has written is not known.
        """
        committed = await self._outbox.commit(unit, key)
        if committed.lease is None:
            return committed
        if len(self._underway) < MOST_AT_ONCE:
            self._begin(self._publish(committed.lease, unit.messages))
        else:
            log.warning("messages_left", reason="busy", messages=len(unit.messages))
        return committed

    async def sweep(self) -> Swept:
        """Publish what was left behind, until nothing is left or nothing gets through.

        Raises:
            UnavailableError: The data API does not answer.
        """
        published = left = 0
        while not self._is_closing:
            leased = await self._outbox.lease()
            count = await self._publish(leased.lease, leased.messages)
            published += count
            left += len(leased.messages) - count
            if count == 0:
                break
        return Swept(published, left)

    async def settle(self) -> None:
        """Wait until what was committed is published, or left for the next sweep."""
        while self._underway:
            await asyncio.wait(self._underway)

    def _begin(self, work: Coroutine[None, None, object]) -> asyncio.Task[None]:
        task = asyncio.create_task(_finish(work))
        self._underway.add(task)
        task.add_done_callback(self._underway.discard)
        return task

    async def _keep_sweeping(self) -> None:
        while True:
            # Jitter keeps many processes from coming at the same moment.
            await self._pause(SWEEP_SECONDS * random.uniform(0.5, 1.5))  # noqa: S311
            # When this loop is stopped, a sweep that has begun finishes what it holds.
            await asyncio.shield(self._begin(self.sweep()))

    async def _publish(self, lease: UUID, messages: Sequence[Outgoing]) -> int:
        answers = await asyncio.gather(*(self._publish_one(outgoing) for outgoing in messages))
        published = [
            outgoing.envelope.event_id
            for outgoing, is_safe in zip(messages, answers, strict=True)
            if is_safe
        ]
        if published:
            await self._outbox.acknowledge(lease, published)
        return len(published)

    async def _publish_one(self, outgoing: Outgoing) -> bool:
        envelope = outgoing.envelope
        try:
            await self._publisher.publish(outgoing)
        except Exception as error:  # noqa: BLE001  # whatever fails, the message stays in the outbox
            log.warning(
                "message_left",
                message_id=str(envelope.event_id),
                type=envelope.type,
                error=type(error).__name__,
            )
            return False
        return True


async def _finish(work: Coroutine[None, None, object]) -> None:
    try:
        await work
    except ServiceError as error:
        # What was published but not acknowledged is published again; receivers know it by its id.
        log.warning("relay_failed", error=type(error).__name__)


def _read_variable(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        message = f"Check these environment variables: {name}: Field required"
        raise SystemExit(message)
    return value


def build_clients(caller: str, data_apis: Sequence[str]) -> list[ServiceClient]:
    """Make clients of data APIs with the variables that the caller's own process has.

    Raises:
        SystemExit: A variable is missing.
    """
    token = _read_variable(f"{caller.upper()}_TOKEN")
    return [ServiceClient(name, _read_variable(f"{name.upper()}_URL"), token) for name in data_apis]


async def drain(clients: Sequence[ServiceClient], publisher: Publisher) -> int:
    """Publish what waits in the outboxes of data APIs, and tell how much is left.

    Raises:
        UnavailableError: A data API does not answer.
    """
    left = 0
    for client in clients:
        async with client:
            swept = await Relay(OutboxClient(client), publisher).sweep()
        log.info("outbox_swept", published=swept.published, left=swept.left)
        left += swept.left
    return left


async def run(clients: Sequence[ServiceClient], url: str) -> int:
    """Drain outboxes over a connection of its own, and give the exit code."""
    async with Broker(url, PLAN, name=SERVICE) as broker:
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                await broker.opened()
            left = await drain(clients, broker)
        except (TimeoutError, UnavailableError):
            log.exception("relay_failed")
            return FAILED
    return FAILED if left else DONE


def main(arguments: Sequence[str]) -> int:
    """Publish once what waits in the outboxes that the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m shared.messaging.relay")
    parser.add_argument("caller", help="the service in whose name this is done")
    parser.add_argument("data_api", nargs="+", help="whose outbox")
    wanted = parser.parse_args(arguments)
    settings = load_settings(BrokerSettings)
    configure_logging(SERVICE, settings.log_level)
    clients = build_clients(wanted.caller, wanted.data_api)
    return asyncio.run(run(clients, settings.rabbitmq_url.get_secret_value()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
