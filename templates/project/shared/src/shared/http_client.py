"""A pooled client for another service: deadlines, careful retries, errors as our own."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import ClassVar, Self

import httpx
from pydantic import JsonValue, ValidationError

from shared.context import (
    CORRELATION_HEADER,
    TRACE_HEADER,
    current_correlation_id,
    current_traceparent,
)
from shared.errors import FieldError, NotFoundError, RelayedError, UnavailableError
from shared.logging import get_logger
from shared.problem import TYPE_PREFIX, Problem

TOTAL_SECONDS = 5.0
CONNECT_SECONDS = 1.0
TRIES = 3
IDEMPOTENCY_HEADER = "Idempotency-Key"

_TRANSIENT = frozenset({502, 503, 504})
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)

Query = Mapping[str, str | int]
Pause = Callable[[float], Awaitable[None]]

log = get_logger(__name__)


class ServiceClient:
    """Call one other service.

    Attributes:
        safe_methods: Methods whose requests may be sent again, also without a key.
        relayed: Statuses of refusals that are the caller's own business.
    """

    safe_methods: ClassVar[frozenset[str]] = frozenset({"GET", "HEAD", "OPTIONS"})
    relayed: ClassVar[frozenset[int]] = frozenset({409, 412, 422, 428})

    def __init__(
        self,
        name: str,
        base_url: str,
        token: str | None = None,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._name = name
        self._pause = pause
        self._client = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"} if token else {},
            timeout=httpx.Timeout(TOTAL_SECONDS, connect=CONNECT_SECONDS),
            transport=transport,
        )

    async def __aenter__(self) -> Self:
        """Open the pool."""
        await self._client.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the pool."""
        await self._client.__aexit__(kind, error, trace)

    async def ping(self) -> None:
        """Ask whether the service is alive.

        Raises:
            UnavailableError: It is not.
        """
        await self.send("GET", "/health/live")

    async def send(
        self,
        method: str,
        path: str,
        *,
        query: Query | None = None,
        body: JsonValue = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Send a request, again where that is safe, and give the successful answer.

        Raises:
            NotFoundError: There is no such thing.
            RelayedError: The service refuses for a reason that is the caller's own business.
            UnavailableError: It does not answer in time, or with something else.
        """
        own_headers = dict(headers or {})
        correlation_id = current_correlation_id()
        if correlation_id is not None:
            own_headers[CORRELATION_HEADER] = correlation_id
        traceparent = current_traceparent()
        if traceparent is not None:
            own_headers[TRACE_HEADER] = traceparent
        request = self._client.build_request(
            method,
            path,
            params=query,
            json=body,
            headers=own_headers,
        )
        try:
            async with asyncio.timeout(TOTAL_SECONDS):
                response = await self._send_repeatedly(request)
        except (httpx.HTTPError, TimeoutError) as error:
            log.warning("upstream_failed", upstream=self._name, error=type(error).__name__)
            raise UnavailableError from error
        return self._ensure_success(response)

    async def _send_repeatedly(self, request: httpx.Request) -> httpx.Response:
        repeatable = request.method in self.safe_methods or IDEMPOTENCY_HEADER in request.headers
        for attempt in range(1, TRIES):
            try:
                response = await self._client.send(request)
            except httpx.TransportError as error:
                if not repeatable and not isinstance(error, _NEVER_SENT):
                    raise
                reason = type(error).__name__
            else:
                if not repeatable or response.status_code not in _TRANSIENT:
                    return response
                reason = str(response.status_code)
            log.info("upstream_retry", upstream=self._name, attempt=attempt, reason=reason)
            # Jitter keeps many callers from coming back at the same moment.
            await self._pause(0.1 * 2**attempt * random.uniform(0.5, 1.0))  # noqa: S311
        return await self._client.send(request)

    def _ensure_success(self, response: httpx.Response) -> httpx.Response:
        if response.is_success:
            return response
        if response.status_code == httpx.codes.NOT_FOUND:
            raise NotFoundError
        if response.status_code in self.relayed:
            raise _to_relayed_error(response)
        log.warning("upstream_refused", upstream=self._name, status=response.status_code)
        raise UnavailableError


def _to_relayed_error(response: httpx.Response) -> Exception:
    try:
        problem = Problem.model_validate_json(response.content)
    except ValidationError:
        return UnavailableError()
    return RelayedError(
        problem.type.removeprefix(TYPE_PREFIX),
        response.status_code,
        problem.title,
        problem.detail,
        [FieldError(item.pointer, item.message, item.location) for item in problem.errors],
    )
