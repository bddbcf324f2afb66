"""Secrets are kept as Argon2id hashes."""

import asyncio

from argon2 import PasswordHasher


class Argon2Hasher:
    """Hash in a thread, as it takes its time by design."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()

    async def hash(self, secret: str) -> str:
        """Give a salted hash."""
        return await asyncio.to_thread(self._hasher.hash, secret)
