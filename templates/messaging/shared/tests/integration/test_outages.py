"""The connection to RabbitMQ breaks, and comes back."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from yarl import URL

from shared.errors import UnavailableError
from shared.messaging.broker import Broker
from shared.messaging.consumer import On, QueueConsumer
from shared.messaging.envelope import Envelope
from shared.messaging.idempotency import Claims
from shared.testing.messages import Applied, Sample
from shared.testing.proxy import Proxy
from shared.testing.rabbitmq import remove
from shared.testing.waiting import eventually, until

pytestmark = pytest.mark.integration

RECOVERY_SECONDS = 30.0
AT_ONCE_SECONDS = 0.5


@pytest_asyncio.fixture
async def proxy(rabbitmq_url: str) -> AsyncIterator[Proxy]:
    """Give a way to RabbitMQ that can be closed."""
    url = URL(rabbitmq_url)
    async with Proxy(url.host or "localhost", url.port or 5672) as proxy:
        yield proxy


@pytest_asyncio.fixture
async def shaky(rabbitmq_url: str, sample: Sample, proxy: Proxy) -> AsyncIterator[Broker]:
    """Give a broker behind that way."""
    url = URL(rabbitmq_url).with_host("127.0.0.1").with_port(proxy.port)
    async with Broker(str(url), sample.plan, name="tests") as broker:
        yield broker
    await remove(rabbitmq_url, sample.plan)


async def ready(broker: Broker) -> None:
    """Wait until a broker is ready."""

    async def ask() -> bool | None:
        try:
            await broker.ping()
        except UnavailableError:
            return None
        return True

    await eventually(ask, RECOVERY_SECONDS)


async def ensure_refused_at_once(broker: Broker, sample: Sample) -> None:
    """Check that nobody waits for an answer that cannot come."""
    began = time.monotonic()
    with pytest.raises(UnavailableError):
        await broker.ping()
    with pytest.raises(UnavailableError):
        await broker.publish(sample.outgoing())
    assert time.monotonic() - began < AT_ONCE_SECONDS


async def test_an_outage_loses_nothing(
    shaky: Broker, sample: Sample, proxy: Proxy, claims: Claims
) -> None:
    """What was confirmed is handled, also what was being handled when the connection broke."""
    handled: list[int] = []
    release = asyncio.Event()

    async def handle(data: Applied, _envelope: Envelope) -> None:
        await release.wait()
        handled.append(data.amount)

    await ready(shaky)
    consumer = QueueConsumer(shaky, sample.queue, [On(sample.kind, handle)], claims)
    await consumer.start()
    for amount in range(20):
        await shaky.publish(sample.outgoing(amount))
    for _ in range(2):
        await proxy.cut()
        await asyncio.sleep(0.1)
        await ensure_refused_at_once(shaky, sample)
        await asyncio.sleep(1.5)
        await ensure_refused_at_once(shaky, sample)
        await proxy.open()
        await ready(shaky)
    release.set()
    await shaky.publish(sample.outgoing(20))
    await until(lambda: set(handled) == set(range(21)), RECOVERY_SECONDS)
    await consumer.stop(5)
    assert sorted(handled) == list(range(21))


async def test_publishing_while_the_connection_breaks_is_told(
    shaky: Broker, sample: Sample, proxy: Proxy, broker: Broker
) -> None:
    """Whoever got no error has its message in the queue."""
    confirmed: list[int] = []

    async def publish(amount: int) -> None:
        try:
            await shaky.publish(sample.outgoing(amount))
        except UnavailableError:
            return
        confirmed.append(amount)

    await ready(shaky)
    publishing = asyncio.gather(*(publish(amount) for amount in range(500)))
    await until(lambda: len(confirmed) > 50)
    await proxy.cut()
    await asyncio.wait_for(publishing, 10)
    assert 50 < len(confirmed) < 500
    assert await broker.count(sample.queue.name) >= len(confirmed)


async def test_a_broker_that_is_down_at_the_start_is_waited_for(
    shaky: Broker, sample: Sample, proxy: Proxy, claims: Claims
) -> None:
    """The service starts all the same, and works later."""
    handled: list[int] = []

    async def handle(data: Applied, _envelope: Envelope) -> None:
        handled.append(data.amount)

    await proxy.cut()
    consumer = QueueConsumer(shaky, sample.queue, [On(sample.kind, handle)], claims)
    await consumer.start()
    await ensure_refused_at_once(shaky, sample)
    with pytest.raises(UnavailableError):
        await consumer.ping()
    await proxy.open()
    await ready(shaky)
    await shaky.publish(sample.outgoing(7))
    await until(lambda: handled == [7])
    await consumer.ping()
    await consumer.stop(5)


async def test_a_broker_that_never_came_is_left(sample: Sample, proxy: Proxy) -> None:
    """Without a connection there is nothing to close."""
    await proxy.cut()
    began = time.monotonic()
    async with Broker(f"amqp://127.0.0.1:{proxy.port}/", sample.plan, name="tests"):
        await asyncio.sleep(0.2)
    assert time.monotonic() - began < 6
