"""Changes that are told in memory."""

import asyncio
from collections.abc import Sequence

from shared.changes import Change, Listener
from shared.errors import UnavailableError


class MemoryListener:
    """Hears what is told in the same process."""

    def __init__(self, all_listeners: list["MemoryListener"]) -> None:
        self.waiting: asyncio.Queue[Change | None] = asyncio.Queue()
        self._all = all_listeners
        self._all.append(self)

    async def hear(self, seconds: float) -> Change | None:
        """Wait for the next change, but not for longer."""
        try:
            async with asyncio.timeout(seconds):
                change = await self.waiting.get()
        except TimeoutError:
            return None
        if change is None:
            raise UnavailableError
        return change

    async def close(self) -> None:
        """Hear nothing any more."""
        self._all.remove(self)


class MemoryChanges:
    """Does what Redis does, for one process.

    Attributes:
        told: Everything that was told, with the name of the entity.
        listeners: Who listens to each entity.
        heard: Set as soon as somebody listens.
    """

    def __init__(self) -> None:
        self.told: list[tuple[str, Change]] = []
        self.listeners: dict[str, list[MemoryListener]] = {}
        self.heard = asyncio.Event()
        self._is_away = False

    async def tell(self, entity: str, changes: Sequence[Change]) -> None:
        """Tell what has become of rows of an entity."""
        for change in changes:
            self.told.append((entity, change))
            for listener in self.listeners.get(entity, []):
                listener.waiting.put_nowait(change)

    async def listen(self, entity: str) -> Listener:
        """Begin to hear the changes of an entity."""
        if self._is_away:
            raise UnavailableError
        self.heard.set()
        return MemoryListener(self.listeners.setdefault(entity, []))

    async def close(self) -> None:
        """Nothing is open."""

    def fail(self) -> None:
        """Go away, and let everybody know who listens."""
        self._is_away = True
        for listeners in self.listeners.values():
            for listener in listeners:
                listener.waiting.put_nowait(None)
