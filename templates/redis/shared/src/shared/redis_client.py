"""How a service reaches Redis."""

from pydantic import SecretStr
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from shared.settings import ServiceSettings

CONNECT_SECONDS = 1.0
ANSWER_SECONDS = 2.0


class RedisSettings(ServiceSettings):
    """Where Redis is."""

    redis_url: SecretStr


def connect_redis(url: str, *, tries_again: int = 1) -> Redis:
    """Make a client; it connects when it is first used.

    Args:
        url: Where Redis is.
        tries_again: How often at once: a pooled connection may be gone, which says nothing about
            the server.
    """
    client: Redis = Redis.from_url(
        url,
        decode_responses=True,
        socket_connect_timeout=CONNECT_SECONDS,
        socket_timeout=ANSWER_SECONDS,
        retry=Retry(NoBackoff(), tries_again),
    )
    return client
