"""How often one address may ask, counted in Redis by all processes of a service together."""

import ipaddress
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from pydantic import Field
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.errors import ServiceError
from shared.problem import to_problem
from shared.redis_client import RedisSettings
from shared.spare_redis import SpareRedis
from shared.web.responses import ProblemResponse

WINDOW_SECONDS: Final = 60

# IPv6 gives every household a network of its own.
_HOUSEHOLD_BITS: Final = 64
_FREE: Final = "/health/"
_COUNT: Final = """
local used = redis.call('INCR', KEYS[1])
if used == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {used, redis.call('PTTL', KEYS[1])}
"""


class LimitSettings(RedisSettings):
    """Where Redis is, and how often one address may ask."""

    rate_limit_per_minute: int = Field(default=600, ge=1, le=1_000_000)
    trusted_proxies: int = Field(default=0, ge=0, le=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What an address has asked in the running window.

    Attributes:
        used: Requests, the present one among them.
        seconds_left: When the window ends.
    """

    used: int
    seconds_left: float


class RequestCounter(Protocol):
    """Who counts requests."""

    async def count(self, address: str) -> Count | None:
        """Count a request, and give the count; nothing where nobody can count."""
        ...

    async def close(self) -> None:
        """Let go of what is open."""
        ...


class RedisRequestCounter:
    """Counts in Redis; without it, nobody counts."""

    def __init__(
        self,
        redis: SpareRedis,
        context: str,
        service: str,
        window_seconds: float = WINDOW_SECONDS,
    ) -> None:
        self._redis = redis
        self._prefix = f"{context}:rate_limit:{service}"
        self._window_ms = round(window_seconds * 1000)
        self._script = redis.client.register_script(_COUNT)

    async def count(self, address: str) -> Count | None:
        """Count a request, and give the count; nothing where Redis is away."""
        return await self._redis.ask(partial(self._count, address), None)

    async def close(self) -> None:
        """Close the connections."""
        await self._redis.close()

    async def _count(self, address: str) -> Count:
        key = f"{self._prefix}:{address}"
        used, milliseconds = await self._script(keys=[key], args=[self._window_ms])
        return Count(used=int(used), seconds_left=max(int(milliseconds), 0) / 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimit:
    """How often one address may ask.

    Attributes:
        counter: Who counts.
        per_minute: How many requests of an address are answered.
        trusted_proxies: How many proxies stand before the service that say who has asked them.
    """

    counter: RequestCounter
    per_minute: int
    trusted_proxies: int = 0


class TooManyRequestsError(ServiceError):
    """The address has asked too often."""

    slug = "too-many-requests"
    status = 429


class RateLimitMiddleware:
    """Answers for the app when an address has asked too often; probes are always let through."""

    def __init__(self, app: ASGIApp, limit: RateLimit) -> None:
        self.app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http" or scope["path"].startswith(_FREE):
            await self.app(scope, receive, send)
            return
        address = find_address(scope, self._limit.trusted_proxies)
        count = await self._limit.counter.count(address)
        if count is None:
            await self.app(scope, receive, send)
            return
        told = self._tell(count)
        if count.used > self._limit.per_minute:
            problem = to_problem(TooManyRequestsError(), scope["path"])
            retry = {"Retry-After": str(max(1, math.ceil(count.seconds_left)))}
            await ProblemResponse(problem, {**told, **retry})(scope, receive, send)
            return

        async def send_with_limit(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(told)
            await send(message)

        await self.app(scope, receive, send_with_limit)

    def _tell(self, count: Count) -> Mapping[str, str]:
        allowed = self._limit.per_minute
        left = max(0, allowed - count.used)
        return {
            "RateLimit-Policy": f'"minute";q={allowed};w={WINDOW_SECONDS}',
            "RateLimit": f'"minute";r={left};t={math.ceil(count.seconds_left)}',
        }


def find_address(scope: Scope, trusted_proxies: int) -> str:
    """Give the address that asks.

    Args:
        scope: The connection.
        trusted_proxies: How many of the last entries of `X-Forwarded-For` are by our own proxies.
    """
    client = scope.get("client")
    peer = str(client[0]) if client else "unknown"
    named = ",".join(Headers(scope=scope).getlist("x-forwarded-for")).split(",")
    if trusted_proxies == 0 or len(named) < trusted_proxies:
        return _household(peer) or peer
    return _household(named[-trusted_proxies].strip()) or _household(peer) or peer


def _household(text: str) -> str | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    # What a server that listens for both sees of IPv4; it is not one network.
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, _HOUSEHOLD_BITS), strict=False))
