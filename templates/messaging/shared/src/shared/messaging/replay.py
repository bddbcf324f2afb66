"""Give dead letters another chance: `python -m shared.messaging.replay QUEUE [--limit N]`."""

import argparse
import asyncio
import dataclasses
import sys
from collections.abc import Sequence
from typing import Protocol

from shared.errors import UnavailableError
from shared.events.plan import PLAN
from shared.logging import configure_logging, get_logger
from shared.messaging.broker import CONNECT_SECONDS, Broker
from shared.messaging.delivery import OWN_HEADERS, Delivery, Parcel
from shared.messaging.plan import QueuePlan
from shared.messaging.settings import BrokerSettings
from shared.settings import load_settings

SERVICE = "replay"
DONE = 0
FAILED = 1

log = get_logger(__name__)


class DeadLetters(Protocol):
    """What a replay needs of a broker."""

    async def count(self, queue: str) -> int:
        """Count the messages that wait in a queue."""

    async def take(self, queue: str) -> Delivery | None:
        """Take one message, if there is one."""

    async def forward(self, queue: str, parcel: Parcel) -> None:
        """Put a message into a queue, and wait until it is safe there."""


async def replay(source: DeadLetters, queue: QueuePlan, limit: int | None = None) -> int:
    """Put dead letters back into their queue as if they had never failed.

    Those that come back meanwhile are left: what fails again must not be replayed for ever.

    Args:
        source: Where the letters are.
        queue: Which letters.
        limit: How many at most.

    Returns:
        How many were put back.

    Raises:
        UnavailableError: There is no connection; nothing is lost.
    """
    waiting = await source.count(queue.dead_letters)
    wanted = waiting if limit is None else min(limit, waiting)
    for done in range(wanted):
        delivery = await source.take(queue.dead_letters)
        if delivery is None:
            return done
        parcel = delivery.parcel
        headers = {name: value for name, value in parcel.headers.items() if name not in OWN_HEADERS}
        await source.forward(queue.name, dataclasses.replace(parcel, headers=headers))
        await delivery.ack()
        log.info("message_replayed", message_id=parcel.message_id, type=parcel.type)
    return wanted


async def run(queue: QueuePlan, limit: int | None, url: str) -> int:
    """Replay over a connection of its own, and give the exit code."""
    async with Broker(url, PLAN, name=SERVICE) as broker:
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                await broker.opened()
            count = await replay(broker, queue, limit)
        except (TimeoutError, UnavailableError):
            log.exception("replay_failed", queue=queue.name)
            return FAILED
    log.info("replay_finished", queue=queue.name, messages=count)
    return DONE


def main(arguments: Sequence[str]) -> int:
    """Replay the dead letters of the queue that the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m shared.messaging.replay")
    parser.add_argument("queue", choices=[queue.name for queue in PLAN.queues if queue.dead_letter])
    parser.add_argument("--limit", type=int)
    wanted = parser.parse_args(arguments)
    settings = load_settings(BrokerSettings)
    configure_logging(SERVICE, settings.log_level)
    url = settings.rabbitmq_url.get_secret_value()
    return asyncio.run(run(PLAN.queue(wanted.queue), wanted.limit, url))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
