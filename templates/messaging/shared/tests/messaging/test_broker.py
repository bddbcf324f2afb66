"""The broker, over a connection that does what a test tells it to."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aio_pika.exceptions import (
    AMQPConnectionError,
    ChannelInvalidStateError,
    ChannelPreconditionFailed,
    DeliveryError,
)
from pamqp.commands import Basic

from shared.errors import UnavailableError
from shared.messaging import broker as module
from shared.messaging.broker import Broker
from shared.messaging.delivery import Delivery, Parcel
from shared.testing.line import Incoming, Line
from shared.testing.messages import Sample
from shared.testing.waiting import until

CONNECTING = [
    AMQPConnectionError(),
    ChannelPreconditionFailed("declared otherwise"),
    OSError(),
    TimeoutError(),
    ValueError("not an address"),
]


async def no_pause(_seconds: float) -> None:
    """Do not wait."""
    await asyncio.sleep(0)


def make_broker(line: Line, sample: Sample) -> Broker:
    """Make a broker over a line."""
    return Broker(
        "amqp://rabbitmq",
        sample.plan,
        name="lending",
        connect=line.connect,
        pause=no_pause,
    )


@asynccontextmanager
async def connected(line: Line, sample: Sample) -> AsyncIterator[Broker]:
    """Give a broker that is connected."""
    async with make_broker(line, sample) as broker:
        await broker.opened()
        yield broker
        line.hangs = False


async def test_everything_is_declared(sample: Sample) -> None:
    """Before it is used."""
    line, queue = Line(), sample.queue
    async with connected(line, sample) as broker:
        await broker.ping()
    assert line.done == [
        "connect",
        "open",
        f"exchange topic {sample.kind.exchange}",
        f"queue {queue.name}.retry.0.05s",
        f"queue {queue.name}.retry.0.1s",
        f"queue {queue.name}.dlq",
        f"queue {queue.name}",
        f"bind {sample.kind.exchange} loan.applied",
        "close",
    ]


@pytest.mark.parametrize("step", range(8))
@pytest.mark.parametrize("failure", CONNECTING)
async def test_connecting_is_tried_again(failure: Exception, step: int, sample: Sample) -> None:
    """Wherever it failed."""
    line = Line(*[None] * step, failure)
    async with connected(line, sample) as broker:
        await broker.ping()
    assert line.done.count("connect") == 2


async def test_a_message_is_published(sample: Sample) -> None:
    """It is kept on disk, and can be told from others."""
    line, outgoing = Line(), sample.outgoing(7)
    async with connected(line, sample) as broker:
        await broker.publish(outgoing)
    ((exchange, key, message),) = line.sent
    assert (exchange, key) == (sample.kind.exchange, "loan.applied")
    assert message.message_id == str(outgoing.envelope.event_id)
    assert message.delivery_mode == 2
    assert message.body == outgoing.envelope.model_dump_json().encode()


async def test_a_delayed_message_waits_in_a_queue(sample: Sample) -> None:
    """Which is declared when it is first needed."""
    line = Line()
    async with connected(line, sample) as broker:
        for _ in range(2):
            await broker.publish(sample.outgoing(7, delay_seconds=3600))
    room = f"{sample.kind.exchange}.loan.applied.after_3600s"
    assert [sent[:2] for sent in line.sent] == [("", room)] * 2
    assert line.done.count(f"queue {room}") == 1


async def test_before_there_is_a_connection_nothing_is_published(sample: Sample) -> None:
    """Nobody waits for it."""
    line = Line(*[OSError()] * 3)
    broker = make_broker(line, sample)
    with pytest.raises(UnavailableError):
        await broker.ping()
    with pytest.raises(UnavailableError):
        await broker.publish(sample.outgoing())
    async with broker:
        await broker.opened()
        await broker.publish(sample.outgoing())
    with pytest.raises(UnavailableError):
        await broker.publish(sample.outgoing())


async def test_a_broker_that_is_not_opened_needs_no_closing(sample: Sample) -> None:
    """Nothing was begun."""
    line = Line()
    await make_broker(line, sample).__aexit__(None, None, None)
    assert line.done == []


async def test_without_a_connection_nothing_is_published(sample: Sample) -> None:
    """Nor without a channel."""
    line = Line()
    async with connected(line, sample) as broker:
        line.connected.clear()
        with pytest.raises(UnavailableError):
            await broker.publish(sample.outgoing())
        line.connected.set()
        line.is_closed = True
        with pytest.raises(UnavailableError):
            await broker.ping()
    assert line.sent == []


@pytest.mark.parametrize(
    "failure",
    [
        AMQPConnectionError(),
        ChannelInvalidStateError(),
        DeliveryError(None, Basic.Nack(1)),
        asyncio.CancelledError(),
    ],
)
async def test_what_is_not_confirmed_is_not_published(
    failure: BaseException, sample: Sample
) -> None:
    """Whatever the library says; a connection that closes even cancels."""
    line = Line()
    async with connected(line, sample) as broker:
        line.failures = [failure]
        with pytest.raises(UnavailableError):
            await broker.publish(sample.outgoing())


async def test_a_confirmation_does_not_take_for_ever(
    monkeypatch: pytest.MonkeyPatch, sample: Sample
) -> None:
    """Whoever publishes has to answer somebody."""
    monkeypatch.setattr(module, "CONFIRM_SECONDS", 0.01)
    line = Line()
    async with connected(line, sample) as broker:
        line.hangs = True
        with pytest.raises(UnavailableError):
            await broker.publish(sample.outgoing())


async def test_who_is_cancelled_is_cancelled(sample: Sample) -> None:
    """That is no outage."""
    line = Line()
    async with connected(line, sample) as broker:
        line.hangs = True
        publishing = asyncio.create_task(broker.publish(sample.outgoing()))
        await until(lambda: f"publish {sample.kind.exchange}" in line.done)
        publishing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await publishing


async def test_an_exchange_that_is_not_planned_is_refused(sample: Sample) -> None:
    """RabbitMQ would close the channel for everybody."""
    line = Line()
    async with connected(line, sample) as broker:
        with pytest.raises(UnavailableError):
            await broker.publish(sample.outgoing().model_copy(update={"exchange": "other"}))
    assert line.sent == []


async def test_an_outage_is_logged_once(sample: Sample, caplog: pytest.LogCaptureFixture) -> None:
    """And its end; the library would repeat it every second."""
    line = Line()
    with caplog.at_level(logging.INFO):
        async with connected(line, sample):
            (lost,), (back,) = line.close_callbacks, line.reconnect_callbacks
            lost(None)
            back(None)
            logging.getLogger("aiormq.connection").error("a line of the library")
        lost(None)
    assert caplog.text.count("broker_lost") == 1
    assert "broker_back" in caplog.text
    assert "a line of the library" not in caplog.text


async def test_messages_come(sample: Sample) -> None:
    """With their headers, but not with those that RabbitMQ notes for itself."""
    line, message = Line(), Incoming()
    line.waiting = [message]
    came: list[Delivery] = []
    async with connected(line, sample) as broker:
        subscription = await broker.subscribe(sample.queue, came.append)
        (delivery,) = came
        assert delivery.parcel == Parcel(
            message_id="",
            type="loan.applied",
            correlation_id="order-12345678",
            body=b"{}",
            headers={"x-attempt": 2, "tenant": "a"},
        )
        await delivery.ack()
        await delivery.requeue()
        await subscription.cancel()
        await subscription.close()
    assert message.settled == ["ack", "nack True"]
    assert f"prefetch {sample.queue.prefetch}" in line.done
    assert "cancel tag" in line.done


async def test_subscribing_is_tried_again(sample: Sample) -> None:
    """The connection may get lost meanwhile."""
    line = Line()
    async with connected(line, sample) as broker:
        line.failures = [OSError()]
        await broker.subscribe(sample.queue, lambda _delivery: None)
        assert line.done.count("consume") == 1


async def test_ending_a_subscription_never_fails(sample: Sample) -> None:
    """Without a connection there is nothing to end."""
    line = Line()
    async with connected(line, sample) as broker:
        subscription = await broker.subscribe(sample.queue, lambda _delivery: None)
        line.failures = [OSError(), ChannelInvalidStateError()]
        await subscription.cancel()
        await subscription.close()


async def test_a_message_of_a_lost_connection_cannot_be_settled(sample: Sample) -> None:
    """It will come again."""
    line = Line()
    line.waiting = [Incoming(gone=True)]
    came: list[Delivery] = []
    async with connected(line, sample) as broker:
        await broker.subscribe(sample.queue, came.append)
        with pytest.raises(UnavailableError):
            await came[0].ack()
        with pytest.raises(UnavailableError):
            await came[0].requeue()


async def test_messages_are_counted_and_taken(sample: Sample) -> None:
    """One at a time."""
    line = Line()
    async with connected(line, sample) as broker:
        assert await broker.count("a") == 0
        assert await broker.take("a") is None
        line.waiting = [Incoming()]
        assert await broker.count("a") == 1
        assert await broker.take("a") is not None


async def test_a_failed_connection_leaves_nothing_behind(sample: Sample) -> None:
    """Nor does it begin anything when it is forgotten."""
    failed, going_on = asyncio.Event(), asyncio.Event()

    async def pause(_seconds: float) -> None:
        failed.set()
        await going_on.wait()

    before = asyncio.all_tasks()
    async with Broker("amqp://127.0.0.1:1/", sample.plan, name="lending", pause=pause) as broker:
        await failed.wait()
        with pytest.raises(UnavailableError):
            await broker.ping()
        gc.collect()
        begun = asyncio.all_tasks() - before
        going_on.set()
    # The one that connects.
    assert len(begun) == 1
