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


def connect_redis(url: str) -> Redis:
    """Make a client; it connects when it is first used."""
    client: Redis = Redis.from_url(
        url,
        decode_responses=True,
        socket_connect_timeout=CONNECT_SECONDS,
        socket_timeout=ANSWER_SECONDS,
        # Once more at once: a pooled connection may be gone, which says nothing about the server.
        retry=Retry(NoBackoff(), 1),
    )
    return client
