"""From failures of the connection to RabbitMQ to the one that a caller may know about."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from aio_pika.exceptions import CONNECTION_EXCEPTIONS, ChannelPreconditionFailed

from shared.errors import UnavailableError
from shared.logging import get_logger

log = get_logger(__name__)


def _is_being_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


@contextmanager
def outages_explained(action: str) -> Iterator[None]:
    """Turn whatever a lost connection raises into `UnavailableError`.

    Args:
        action: What was tried, for the logs.

    Raises:
        UnavailableError: The block has failed for want of a connection.
    """
    try:
        yield
    except asyncio.CancelledError as error:
        # A connection that closes cancels what waits for it, though nobody cancelled our task.
        if _is_being_cancelled():
            raise
        log.warning("broker_failed", action=action, error="ConnectionClosed")
        raise UnavailableError from error
    except ChannelPreconditionFailed as error:
        # It exists already, declared otherwise; the text says what differs.
        log.exception("broker_disagrees", action=action)
        raise UnavailableError from error
    except CONNECTION_EXCEPTIONS as error:
        log.warning("broker_failed", action=action, error=type(error).__name__)
        raise UnavailableError from error
