"""The drawn services, each started when a test first needs it."""

import asyncio
import secrets
from collections import defaultdict
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from shared.messaging.broker import Broker

from tests.e2e.drawn import SERVICES
from tests.e2e.process import ServiceProcess, find_ports

# Where nobody answers: systems outside are none of this.
NOWHERE = "http://127.0.0.1:9"


class System:
    """The services as processes of this machine, over real servers."""

    def __init__(self, servers: Mapping[str, str], broker: Broker) -> None:
        """Make the system; nothing runs yet.

        Args:
            servers: Addresses of a database, RabbitMQ, Redis and whatever else was drawn.
            broker: Where tests publish messages themselves.
        """
        self.broker = broker
        self._servers = servers
        self._ports = dict(zip(SERVICES, find_ports(len(SERVICES)), strict=True))
        self._tokens: defaultdict[str, str] = defaultdict(secrets.token_hex)
        self._running: dict[str, asyncio.Task[ServiceProcess]] = {}

    async def __aenter__(self) -> Self:
        """Begin with nothing."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop everything, callers before those that they call."""
        for starting in reversed([*self._running.values()]):
            process = await starting
            await process.stop()

    def token(self, variable: str) -> str:
        """Give the token that services find in a variable."""
        return self._tokens[variable]

    async def running(self, name: str) -> ServiceProcess:
        """Give a service that is ready, as is everything that it calls."""
        if name not in self._running:
            for source in SERVICES[name].values():
                what, _, service = source.partition(" ")
                if what == "service":
                    await self.running(service)
            start = ServiceProcess.start(name, self._ports[name], self._settings(name))
            self._running[name] = asyncio.create_task(start)
        process = await self._running[name]
        await process.ready()
        return process

    def _settings(self, name: str) -> Mapping[str, str]:
        return {variable: self._value(variable, of) for variable, of in SERVICES[name].items()}

    def _value(self, variable: str, source: str) -> str:
        what, _, service = source.partition(" ")
        if what == "token":
            return self.token(variable)
        if what == "service":
            return f"http://127.0.0.1:{self._ports[service]}"
        return self._servers.get(what, NOWHERE)
