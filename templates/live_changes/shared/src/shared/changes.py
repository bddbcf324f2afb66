"""Changes of rows, told over Redis to whoever listens just then; nobody who comes later hears them."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Literal, Protocol
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError
from redis.exceptions import RedisError

from shared.errors import UnavailableError
from shared.logging import get_logger
from shared.redis_client import connect_redis
from shared.spare_redis import PATIENCE_SECONDS, SpareRedis

ChangeKind = Literal["created", "updated", "deleted"]

log = get_logger(__name__)


class Change(BaseModel):
    """What has become of a row.

    Attributes:
        id: Which row.
        version: Which version of it; of a deletion, the one after the last.
        change: What was done.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: UUID
    version: int
    change: ChangeKind


class ChangeTeller(Protocol):
    """Who tells of changes."""

    async def tell(self, entity: str, changes: Sequence[Change]) -> None:
        """Tell what has become of rows of an entity; a failure is no failure of the change."""
        ...

    async def close(self) -> None:
        """Let go of what is open."""
        ...


class Listener(Protocol):
    """Somebody who hears the changes of one entity, from when it was made."""

    async def hear(self, seconds: float) -> Change | None:
        """Wait for the next change, but not for longer.

        Raises:
            UnavailableError: Changes may have been missed.
        """
        ...

    async def close(self) -> None:
        """Hear nothing any more."""
        ...


class Changes(ChangeTeller, Protocol):
    """Where changes are told and heard."""

    async def listen(self, entity: str) -> Listener:
        """Begin to hear the changes of an entity.

        Raises:
            UnavailableError: Nothing can be heard now.
        """
        ...


class Subscription(Protocol):
    """What is used of a subscription of the Redis client."""

    async def subscribe(self, *names: str) -> object:
        """Ask to be told."""
        ...

    async def get_message(
        self,
        ignore_subscribe_messages: bool = False,
        timeout: float | None = 0.0,  # noqa: ASYNC109  # the client's own
    ) -> dict[str, str] | None:
        """Wait for what is told."""
        ...

    async def aclose(self) -> None:
        """Give the connection back."""
        ...


class RedisListener:
    """Hears what is told on a channel of Redis."""

    def __init__(self, channel: Subscription) -> None:
        self._channel = channel

    async def hear(self, seconds: float) -> Change | None:
        """Wait for the next change, but not for longer."""
        try:
            message = await self._channel.get_message(
                ignore_subscribe_messages=True,
                timeout=seconds,
            )
        except (RedisError, OSError) as error:
            raise UnavailableError from error
        if message is None:
            return None
        try:
            return Change.model_validate_json(message["data"])
        except ValidationError:
            log.warning("unreadable_change")
            return None

    async def close(self) -> None:
        """Hear nothing any more."""
        await self._channel.aclose()


class RedisChanges:
    """Tells and hears over Redis; without it nobody hears anything."""

    def __init__(self, url: str, context: str) -> None:
        self._redis = SpareRedis(url, "changes")
        # A connection that comes back by itself would hide what was missed.
        self._listening = connect_redis(url, tries_again=0)
        self._context = context

    async def tell(self, entity: str, changes: Sequence[Change]) -> None:
        """Tell what has become of rows of an entity."""
        await self._redis.ask(partial(self._tell, entity, changes), None)

    async def listen(self, entity: str) -> Listener:
        """Begin to hear the changes of an entity."""
        channel: Subscription = self._listening.pubsub()
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await channel.subscribe(self._name(entity))
                # The answer says that from now on nothing is missed.
                await channel.get_message(timeout=PATIENCE_SECONDS)
        except (RedisError, OSError) as error:
            await channel.aclose()
            raise UnavailableError from error
        return RedisListener(channel)

    async def close(self) -> None:
        """Close the connections."""
        await self._redis.close()
        await self._listening.aclose()

    async def _tell(self, entity: str, changes: Sequence[Change]) -> None:
        for change in changes:
            await self._redis.client.publish(self._name(entity), change.model_dump_json())

    def _name(self, entity: str) -> str:
        return f"{self._context}:changes:{entity}"
