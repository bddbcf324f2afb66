"""Changes that are told live."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI

from shared.changes import Change, Changes, RedisChanges, RedisListener
from shared.errors import UnavailableError
from shared.testing.changes import MemoryChanges
from shared.testing.client import open_client
from shared.web import event_stream
from shared.web.event_stream import EventStream, ending_told

SECONDS = 2.0


def make_change(version: int = 1) -> Change:
    """Give a change of a row that nobody else knows."""
    return Change(id=uuid4(), version=version, change="updated")


async def test_what_is_told_is_heard(instances: Callable[[], Changes]) -> None:
    """By all who listen, in whatever process, and in its order."""
    teller, hearer = instances(), instances()
    listeners = [await hearer.listen("loan"), await teller.listen("loan")]
    other = await hearer.listen("user")
    changes = [make_change(1), make_change(2)]
    await teller.tell("loan", changes)
    for listener in listeners:
        assert [await listener.hear(SECONDS) for _ in changes] == changes
        assert await listener.hear(0.05) is None
    assert await other.hear(0.05) is None
    for listener in (*listeners, other):
        await listener.close()


async def test_who_comes_later_hears_nothing(instances: Callable[[], Changes]) -> None:
    """Nothing is kept."""
    changes = instances()
    await changes.tell("loan", [make_change()])
    listener = await changes.listen("loan")
    assert await listener.hear(0.05) is None
    await listener.close()


async def test_nobody_hears_while_redis_is_away() -> None:
    """Telling is no failure, listening is."""
    changes = RedisChanges("redis://127.0.0.1:9", "finance")
    await changes.tell("loan", [make_change()])
    with pytest.raises(UnavailableError):
        await changes.listen("loan")
    await changes.close()


class Channel:
    """What stands for a channel of Redis."""

    def __init__(self, *messages: object) -> None:
        self.messages = list(messages)
        self.is_closed = False
        self.subscribed: list[str] = []

    async def subscribe(self, name: str) -> None:
        """Remember what is listened to."""
        self.subscribed.append(name)

    async def get_message(self, **_options: object) -> object:
        """Give the next message, or fail with it."""
        message = self.messages.pop(0)
        if isinstance(message, Exception):
            raise message
        return message

    async def aclose(self) -> None:
        """Remember that it is closed."""
        self.is_closed = True


async def test_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody can read is left out; a connection that breaks may have missed something."""
    change = make_change()
    read = {"data": change.model_dump_json()}
    channel = Channel({"type": "subscribe"}, None, {"data": "?"}, read, OSError())
    changes = RedisChanges("redis://redis", "finance")
    monkeypatch.setattr(changes._listening, "pubsub", lambda: channel)
    listener = await changes.listen("loan")
    assert isinstance(listener, RedisListener)
    assert channel.subscribed == ["finance:changes:loan"]
    assert [await listener.hear(SECONDS) for _ in range(3)] == [None, None, change]
    with pytest.raises(UnavailableError):
        await listener.hear(SECONDS)
    await listener.close()
    assert channel.is_closed


async def test_telling_is_publishing(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the channel of the entity."""
    changes, commands = RedisChanges("redis://redis", "finance"), []

    async def send(*command: object, **_options: object) -> int:
        commands.append(command)
        return 1

    monkeypatch.setattr(changes._redis.client, "execute_command", send)
    change = make_change()
    await changes.tell("loan", [change])
    assert commands == [("PUBLISH", "finance:changes:loan", change.model_dump_json())]


def stream_app(changes: MemoryChanges, ending: asyncio.Event) -> FastAPI:
    """Make an app that tells of changes."""
    app = FastAPI()

    @app.get("/changes", response_class=EventStream)
    async def follow() -> EventStream:
        return EventStream(await changes.listen("loan"), ending)

    return app


async def follow(client: httpx.AsyncClient, changes: MemoryChanges) -> asyncio.Task[httpx.Response]:
    """Begin to listen over HTTP."""
    answer = asyncio.create_task(client.get("/changes"))
    await changes.heard.wait()
    return answer


async def test_events(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has its id, a silence has its signs of life, and the end of the process ends all."""
    monkeypatch.setattr(event_stream, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(event_stream, "HEARTBEAT_SECONDS", 0.02)
    changes, ending = MemoryChanges(), asyncio.Event()
    change = Change(id=UUID(int=1), version=3, change="deleted")
    async with open_client(stream_app(changes, ending)) as client:
        answer = await follow(client, changes)
        await changes.tell("loan", [change])
        await asyncio.sleep(0.1)
        ending.set()
        response = await answer
    assert response.headers["Content-Type"].startswith("text/event-stream")
    assert response.headers["Cache-Control"] == "no-store"
    blocks = response.text.split("\n\n")
    assert blocks[0] == ": listening"
    assert f"id: {change.id}:3\nevent: deleted\ndata: {change.model_dump_json()}" in blocks
    assert ": still here" in blocks
    assert changes.listeners == {"loan": []}


async def test_a_stream_ends_where_something_may_be_missing() -> None:
    """The caller reads what is there, and listens again."""
    changes = MemoryChanges()
    async with open_client(stream_app(changes, asyncio.Event())) as client:
        answer = await follow(client, changes)
        changes.fail()
        assert (await answer).text == ": listening\n\n"
    with pytest.raises(UnavailableError):
        await changes.listen("loan")


async def test_the_end_of_the_process_is_told() -> None:
    """Before whoever handled the signal handles it."""
    handled: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _frame: handled.append(number))
    ending = asyncio.Event()
    try:
        with ending_told(ending):
            os.kill(os.getpid(), signal.SIGTERM)
            async with asyncio.timeout(SECONDS):
                await ending.wait()
        assert handled == [signal.SIGTERM]
    finally:
        signal.signal(signal.SIGTERM, before)


async def test_a_signal_that_nobody_handled() -> None:
    """Is told as well."""
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ending = asyncio.Event()
    try:
        with ending_told(ending):
            os.kill(os.getpid(), signal.SIGTERM)
            async with asyncio.timeout(SECONDS):
                await ending.wait()
    finally:
        signal.signal(signal.SIGTERM, before)


def test_signals_belong_to_the_main_thread() -> None:
    """In another one nothing is handled."""
    before = signal.getsignal(signal.SIGTERM)
    seen: list[object] = []

    def run() -> None:
        with ending_told(asyncio.Event()):
            seen.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert seen == [before]
