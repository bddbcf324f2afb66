"""From the outbox to the broker, whatever fails on the way."""

import asyncio
import datetime as dt
import json
import runpy
import sys
from uuid import uuid4

import httpx
import pytest

from shared.errors import UnavailableError
from shared.http_client import ServiceClient
from shared.messaging import relay
from shared.messaging.envelope import Envelope, Outgoing
from shared.messaging.outbox import Unit
from shared.messaging.relay import Relay, Swept
from shared.testing.outbox import FakeOutbox

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
VARIABLES = {
    "A_CALLER_TOKEN": "t" * 32,
    "A_DATA_API_URL": "http://data",
    "RABBITMQ_URL": "amqp://nobody@127.0.0.1:1/",
}


def make_outgoing() -> Outgoing:
    """Make a message of its own."""
    envelope = Envelope(event_id=uuid4(), type="thing.made", version=1, occurred_at=NOW, data={})
    return Outgoing(exchange="things.events", key="thing.made", envelope=envelope)


def make_unit(count: int = 1) -> Unit:
    """Make a unit with messages only."""
    return Unit(fingerprint="a" * 64, at=NOW, messages=[make_outgoing() for _ in range(count)])


class FakePublisher:
    """A broker that remembers what was published."""

    def __init__(self) -> None:
        self.published: list[Outgoing] = []
        self.down = False
        self.open = asyncio.Event()
        self.open.set()

    async def publish(self, outgoing: Outgoing) -> None:
        """Publish a message, or fail."""
        await self.open.wait()
        if self.down or outgoing.key == "nobody.listens":
            raise UnavailableError
        self.published.append(outgoing)


class Clock:
    """Pauses that end when the test says so."""

    def __init__(self) -> None:
        self.pauses: list[float] = []
        self._turn = asyncio.Semaphore(0)

    async def pause(self, seconds: float) -> None:
        """Wait for the test."""
        self.pauses.append(seconds)
        await self._turn.acquire()

    async def tick(self, times: int = 1) -> None:
        """End pauses, one after another."""
        for _ in range(times):
            self._turn.release()
            for _ in range(20):
                await asyncio.sleep(0)


async def test_what_is_committed_is_published_and_forgotten() -> None:
    """Nothing is left for anybody else."""
    outbox, publisher = FakeOutbox(), FakePublisher()
    relay = Relay(outbox, publisher)
    unit = make_unit(3)
    assert (await relay.commit(unit)).lease
    await relay.settle()
    assert publisher.published == unit.messages
    assert outbox.stored.waiting == {}


async def test_nobody_waits_for_the_broker() -> None:
    """A commit is answered while its messages are still on their way."""
    outbox, publisher = FakeOutbox(), FakePublisher()
    publisher.open.clear()
    relay = Relay(outbox, publisher)
    await relay.commit(make_unit())
    assert publisher.published == []
    publisher.open.set()
    await relay.settle()
    assert outbox.stored.waiting == {}


async def test_without_a_lease_nothing_is_published() -> None:
    """Somebody else is at it, or there is nothing."""
    outbox, publisher = FakeOutbox(), FakePublisher()
    relay = Relay(outbox, publisher)
    unit = make_unit()
    await relay.commit(unit, "key-1")
    await relay.commit(unit, "key-1")
    await relay.commit(make_unit(0))
    await relay.settle()
    assert publisher.published == unit.messages


async def test_an_outage_of_the_broker_is_no_failure_of_the_caller(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The message stays in the outbox until a sweep gets it through."""
    outbox, publisher = FakeOutbox(), FakePublisher()
    relay = Relay(outbox, publisher)
    publisher.down = True
    unit = make_unit()
    await relay.commit(unit)
    await relay.settle()
    assert len(outbox.stored.waiting) == 1
    (line,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (line["event"], line["type"]) == ("message_left", "thing.made")
    publisher.down = False
    assert await relay.sweep() == Swept(0, 0)
    outbox.expire()
    assert await relay.sweep() == Swept(1, 0)
    assert publisher.published == unit.messages


async def test_one_message_does_not_hold_up_others() -> None:
    """What gets through is acknowledged, the rest stays."""
    outbox, publisher = FakeOutbox(), FakePublisher()
    unit = make_unit(3)
    stuck = make_outgoing().model_copy(update={"key": "nobody.listens"})
    await outbox.commit(Unit(fingerprint="a" * 64, at=NOW, messages=[stuck, *unit.messages]))
    outbox.expire()
    assert await Relay(outbox, publisher).sweep() == Swept(3, 1)
    assert list(outbox.stored.waiting.values()) == [stuck]


async def test_a_backlog_is_published_in_one_sweep() -> None:
    """Lease by lease, until nothing waits."""
    outbox, publisher = FakeOutbox(), FakePublisher()
    for _ in range(5):
        await outbox.commit(make_unit(100))
    outbox.expire()
    assert await Relay(outbox, publisher).sweep() == Swept(500, 0)


async def test_a_data_api_that_is_gone_is_asked_again_later(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Neither a lost acknowledgement nor a failed sweep ends the looking."""
    outbox, publisher, clock = FakeOutbox(), FakePublisher(), Clock()
    async with Relay(outbox, publisher, pause=clock.pause) as relay:
        publisher.open.clear()
        await relay.commit(make_unit())
        outbox.down = True
        publisher.open.set()
        await relay.settle()
        await clock.tick(2)
        assert len(outbox.stored.waiting) == 1
        outbox.down = False
        outbox.expire()
        await clock.tick()
    assert outbox.stored.waiting == {}
    assert len(publisher.published) == 2
    assert all(2.5 <= seconds <= 7.5 for seconds in clock.pauses)
    assert capsys.readouterr().out.count("relay_failed") == 3


async def test_what_is_underway_is_finished_at_the_end() -> None:
    """What was committed last, and a sweep that has begun."""
    outbox, publisher, clock = FakeOutbox(), FakePublisher(), Clock()
    await outbox.commit(make_unit())
    outbox.expire()
    publisher.open.clear()
    async with Relay(outbox, publisher, pause=clock.pause) as relay:
        await clock.tick()
        await relay.commit(make_unit())
        asyncio.get_running_loop().call_later(0.01, publisher.open.set)
    assert len(publisher.published) == 2
    assert outbox.stored.waiting == {}


async def test_the_end_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broker that hangs keeps nobody from stopping; the message stays in the outbox."""
    monkeypatch.setattr(relay, "SETTLE_SECONDS", 0.01)
    outbox, publisher = FakeOutbox(), FakePublisher()
    publisher.open.clear()
    async with Relay(outbox, publisher) as open_relay:
        await open_relay.commit(make_unit())
    assert len(outbox.stored.waiting) == 1


async def test_a_slow_broker_does_not_pile_up_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too much at once is left for the next sweep."""
    monkeypatch.setattr(relay, "MOST_AT_ONCE", 2)
    outbox, publisher = FakeOutbox(), FakePublisher()
    publisher.open.clear()
    busy = Relay(outbox, publisher)
    for _ in range(3):
        await busy.commit(make_unit())
    publisher.open.set()
    await busy.settle()
    assert len(publisher.published) == 2
    outbox.expire()
    assert await busy.sweep() == Swept(1, 0)


class FakeBroker(FakePublisher):
    """A broker that is opened when it is there."""

    async def __aenter__(self) -> "FakeBroker":
        """Begin to connect."""
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Close the connection."""

    async def opened(self) -> None:
        """Wait for the connection."""
        await self.open.wait()


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> FakeBroker:
    """Give the broker that a process of its own connects to."""
    fake = FakeBroker()
    monkeypatch.setattr(relay, "Broker", lambda *_arguments, **_options: fake)
    return fake


def make_client(*messages: Outgoing, status: int = 200) -> ServiceClient:
    """Make the client of a data API in whose outbox messages wait."""
    waiting = [
        {"id": str(each.envelope.event_id), "body": each.model_dump(mode="json")}
        for each in messages
    ]

    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path != "/outbox/leases":
            return httpx.Response(204)
        leased = [waiting.pop() for _ in range(len(waiting))]
        return httpx.Response(status, json={"lease": str(uuid4()), "messages": leased})

    return ServiceClient("data", "http://data", transport=httpx.MockTransport(handle))


async def test_a_process_drains_outboxes_once(broker: FakeBroker) -> None:
    """All that are named."""
    messages = [make_outgoing() for _ in range(3)]
    clients = [make_client(*messages[:2]), make_client(messages[2])]
    assert await relay.run(clients, "amqp://rabbit") == relay.DONE
    assert sorted(broker.published, key=str) == sorted(messages, key=str)


async def test_a_process_tells_that_something_is_left(broker: FakeBroker) -> None:
    """By its exit code."""
    broker.down = True
    assert await relay.run([make_client(make_outgoing())], "amqp://rabbit") == relay.FAILED
    assert await relay.run([make_client(status=500)], "amqp://rabbit") == relay.FAILED


async def test_a_process_does_not_wait_for_ever(
    broker: FakeBroker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without RabbitMQ there is nothing to do."""
    monkeypatch.setattr(relay, "CONNECT_SECONDS", 0.01)
    broker.open.clear()
    assert await relay.run([make_client()], "amqp://rabbit") == relay.FAILED


def test_a_process_has_the_variables_of_its_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    """The address of the data API, the caller's token, and where RabbitMQ is."""
    seen: list[object] = []

    async def run(clients: list[ServiceClient], url: str) -> int:
        seen.extend([len(clients), url])
        return relay.DONE

    monkeypatch.setattr(relay, "run", run)
    monkeypatch.setattr(relay, "configure_logging", lambda *_arguments: None)
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
    assert relay.main(["a_caller", "a_data_api"]) == relay.DONE
    assert seen == [1, VARIABLES["RABBITMQ_URL"]]


def test_a_process_wants_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever gives none is told how it goes."""
    monkeypatch.setattr(sys, "argv", ["relay"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(relay.__file__, run_name="__main__")
    assert caught.value.code == 2


@pytest.mark.parametrize("missing", VARIABLES)
def test_a_missing_variable_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is tried without it."""
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv(missing)
    with pytest.raises(SystemExit, match=missing):
        relay.main(["a_caller", "a_data_api"])
