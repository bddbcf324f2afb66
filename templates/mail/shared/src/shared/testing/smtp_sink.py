"""A mail server for tests: it keeps what it is given."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

_READY = b"220 sink ready\r\n"
_OK = b"250 OK\r\n"
_GO_ON = b"354 go on\r\n"


class SmtpSink:
    """Takes mails, or refuses them as told.

    Attributes:
        mails: What it has taken, in order.
        refusal: What it says to every receiver instead of taking mail for them.
        port: Where it listens.
    """

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refusal: bytes | None = None
        self.port = 0

    @property
    def url(self) -> str:
        """The address for a client of it."""
        return f"smtp://127.0.0.1:{self.port}?from=robot@example.org"

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one client until it leaves."""
        writer.write(_READY)
        while line := await reader.readline():
            command = line[:4].upper()
            if command == b"DATA":
                writer.write(_GO_ON)
                self.mails.append(_read(await reader.readuntil(b"\r\n.\r\n")))
                writer.write(_OK)
            elif command == b"RCPT" and self.refusal is not None:
                writer.write(self.refusal)
            elif command == b"QUIT":
                writer.write(b"221 bye\r\n")
                break
            else:
                writer.write(_OK)
        writer.close()


@asynccontextmanager
async def open_sink() -> AsyncIterator[SmtpSink]:
    """Listen at a free port of this machine."""
    sink = SmtpSink()
    server = await asyncio.start_server(sink.talk, "127.0.0.1", 0)
    sink.port = server.sockets[0].getsockname()[1]
    try:
        yield sink
    finally:
        server.close()


def _read(data: bytes) -> EmailMessage:
    text = data.removesuffix(b".\r\n").replace(b"\r\n..", b"\r\n.")
    return message_from_bytes(text, policy=policy.default)
