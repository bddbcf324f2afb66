"""What one request or message sets off."""

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from uuid import uuid4

import httpx
from pydantic import JsonValue, TypeAdapter

from shared.context import CORRELATION_HEADER, TRACE_HEADER
from shared.fields import utc_now
from shared.messaging.envelope import DataT, Envelope, MessageKind, Outgoing

from tests.e2e.process import Line
from tests.e2e.system import System

PATIENCE_SECONDS = 30.0
HANDLED = "message_handled"
# What a worker may do about a message that has come to it.
ENDS = {HANDLED, "message_retried", "message_failed"}

_DATA = TypeAdapter(dict[str, JsonValue])


class Flow:
    """Known by its correlation id and its trace wherever it goes."""

    def __init__(self, system: System, clients: AsyncExitStack) -> None:
        """Begin a flow.

        Args:
            system: The services.
            clients: Closes what is opened for it.
        """
        self._system = system
        self._clients = clients
        self._correlation_id = uuid4().hex
        self._trace_id = uuid4().hex
        self._traceparent = f"00-{self._trace_id}-{uuid4().hex[:16]}-01"

    async def client(self, service: str) -> httpx.AsyncClient:
        """Give a client of a service, whose requests belong to the flow."""
        process = await self._system.running(service)
        headers = {CORRELATION_HEADER: self._correlation_id, TRACE_HEADER: self._traceparent}
        return await self._clients.enter_async_context(
            httpx.AsyncClient(base_url=process.url, headers=headers, timeout=PATIENCE_SECONDS)
        )

    async def publish(
        self,
        kind: MessageKind[DataT],
        data: Mapping[str, object],
        occurred_at: dt.datetime | None = None,
    ) -> None:
        """Publish a message, as the services do that were drawn to."""
        envelope = Envelope(
            event_id=uuid4(),
            type=kind.name,
            version=kind.version,
            occurred_at=occurred_at or utc_now(),
            correlation_id=self._correlation_id,
            traceparent=self._traceparent,
            data=_DATA.validate_python(data),
        )
        await self._system.broker.publish(
            Outgoing(exchange=kind.exchange, key=kind.name, envelope=envelope)
        )

    async def arrives(self, message: str, receivers: Sequence[str]) -> None:
        """Wait until each of these services has had the message in hand.

        Raises:
            AssertionError: It has not come, or lost on its way what it belongs to.
        """
        for receiver in receivers:
            await self._ended(message, receiver)

    async def is_handled(self, message: str, receiver: str) -> None:
        """Wait until a service has done what it does about the message.

        Raises:
            AssertionError: It has not come, or could not be handled.
        """
        line = await self._ended(message, receiver)
        assert line["event"] == HANDLED, line

    async def _ended(self, message: str, receiver: str) -> Line:
        process = await self._system.running(receiver)

        def is_wanted(line: Line) -> bool:
            belongs = line.get("correlation_id") == self._correlation_id
            return belongs and line.get("type") == message and line.get("event") in ENDS

        line = await process.line(is_wanted, PATIENCE_SECONDS)
        assert line["trace_id"] == self._trace_id
        return line
