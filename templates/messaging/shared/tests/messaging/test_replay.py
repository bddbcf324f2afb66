"""The command of the runbook."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from shared.logging import configure_logging
from shared.messaging import replay
from shared.messaging.delivery import Parcel
from shared.testing.messages import Sample, make_sample
from shared.testing.messaging import FakeBroker


class Server(FakeBroker):
    """A broker that is there when it is asked for."""

    async def opened(self) -> None:
        """Wait for the connection, which an outage ends."""
        self.ensure_up()


@pytest.fixture
def sample() -> Sample:
    """Give a queue."""
    return make_sample()


@pytest.fixture
def server(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Give a broker with three dead letters, which the command works on."""
    server = Server(sample.plan)
    for number in range(3):
        letter = Parcel(
            message_id=str(number),
            type="loan.applied",
            correlation_id=None,
            body=b"{}",
            headers={"x-attempt": 4, "x-reason": "exhausted", "x-kept": "yes"},
        )
        server.queues[sample.queue.dead_letters].append(letter)

    @asynccontextmanager
    async def connect(_url: str, _plan: object, *, name: str) -> AsyncIterator[Server]:
        assert name == "replay"
        yield server

    monkeypatch.setattr(replay, "PLAN", sample.plan)
    monkeypatch.setattr(replay, "Broker", connect)
    monkeypatch.setenv("RABBITMQ_URL", "amqp://rabbitmq")
    return server


def run(*arguments: str) -> int:
    """Run the command, and log as before after it."""
    try:
        return replay.main(arguments)
    finally:
        configure_logging("tests", "INFO")


@pytest.mark.parametrize(("arguments", "count"), [((), 3), (("--limit", "2"), 2)])
def test_letters_go_back(
    arguments: tuple[str, ...], count: int, server: Server, sample: Sample
) -> None:
    """Without what was said about their failure."""
    assert run(sample.queue.name, *arguments) == replay.DONE
    back = server.queues[sample.queue.name]
    assert [parcel.message_id for parcel in back] == ["0", "1", "2"][:count]
    assert {str(parcel.headers) for parcel in back} == {"{'x-kept': 'yes'}"}
    assert len(server.queues[sample.queue.dead_letters]) == 3 - count


async def test_letters_that_somebody_else_took_are_not_waited_for(
    server: Server, sample: Sample
) -> None:
    """Two may replay at once."""

    class Busy(Server):
        async def count(self, queue: str) -> int:
            return await super().count(queue) + 1

    busy = Busy(sample.plan)
    busy.queues = server.queues
    assert await replay.replay(busy, sample.queue) == 3


def test_without_a_connection_the_command_fails(server: Server, sample: Sample) -> None:
    """The letters stay."""
    server.down = True
    assert run(sample.queue.name) == replay.FAILED
    assert len(server.queues[sample.queue.dead_letters]) == 3


@pytest.mark.usefixtures("server")
def test_a_queue_that_does_not_exist_is_refused() -> None:
    """The message says which ones do."""
    with pytest.raises(SystemExit):
        run("nonsense")
