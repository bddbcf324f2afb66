"""Requests that are counted in memory."""

import time

from shared.web.rate_limit import WINDOW_SECONDS, Count


class MemoryRequestCounter:
    """Does what Redis does, for one process.

    Attributes:
        is_away: Whether nobody can count.
    """

    def __init__(self, window_seconds: float = WINDOW_SECONDS) -> None:
        self.is_away = False
        self._window_seconds = window_seconds
        self._counts: dict[str, tuple[int, float]] = {}

    async def count(self, address: str) -> Count | None:
        """Count a request, and give the count; nothing where nobody can count."""
        if self.is_away:
            return None
        now = time.monotonic()
        used, until = self._counts.get(address, (0, 0.0))
        if until <= now:
            used, until = 0, now + self._window_seconds
        self._counts[address] = (used + 1, until)
        return Count(used=used + 1, seconds_left=until - now)

    async def close(self) -> None:
        """Nothing is open."""
