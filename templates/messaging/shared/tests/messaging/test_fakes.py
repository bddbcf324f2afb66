"""The fakes themselves, where the promises that they share with the real ones do not reach."""

import pytest

from shared.errors import UnavailableError
from shared.testing.messages import make_sample
from shared.testing.messaging import FakeBroker, FakeIdempotency


async def test_a_broker_that_is_down_refuses_everything() -> None:
    """At once."""
    sample = make_sample()
    broker = FakeBroker(sample.plan)
    await broker.ping()
    broker.down = True
    with pytest.raises(UnavailableError):
        await broker.ping()
    with pytest.raises(UnavailableError):
        await broker.publish(sample.outgoing())
    with pytest.raises(UnavailableError):
        await broker.count("a")
    assert broker.published == []


async def test_a_message_that_no_queue_wants_is_refused() -> None:
    """As RabbitMQ does."""
    sample = make_sample()
    broker = FakeBroker(sample.plan)
    with pytest.raises(UnavailableError):
        await broker.publish(sample.outgoing().model_copy(update={"key": "loan.other"}))


async def test_a_message_that_comes_back_too_often_is_dropped_without_dead_letters() -> None:
    """That is how it was drawn."""
    sample = make_sample(dead_letter=False, delivery_limit=0)
    broker = FakeBroker(sample.plan)
    await broker.publish(sample.outgoing())
    delivery = await broker.take(sample.queue.name)
    assert delivery is not None
    await delivery.requeue()
    assert not any(broker.queues.values())


async def test_a_store_that_is_down_says_so() -> None:
    """Readiness needs it."""
    store = FakeIdempotency()
    await store.ping()
    store.down = True
    with pytest.raises(UnavailableError):
        await store.ping()
