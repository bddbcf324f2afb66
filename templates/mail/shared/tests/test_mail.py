"""Mail as a server gets it, and what becomes of one that it does not take."""

from uuid import UUID

import aiosmtplib
import pytest

from shared.errors import UnavailableError
from shared.mail import Mail, MailServer
from shared.messaging.faults import PermanentError
from shared.testing.smtp_sink import open_sink

MAIL = Mail(
    id=UUID("00000000-0000-4000-8000-000000000001"),
    to="person@example.com",
    subject="Dobrý den,\nžluťoučký koni",
    body="A line\n.\nAnother line",
)


async def test_mail_arrives() -> None:
    """What is sent arrives whole; what would be another header is one line."""
    async with open_sink() as sink:
        await MailServer("mail", sink.url).send(MAIL)
        await MailServer("mail", sink.url).send(MAIL)
    first, second = sink.mails
    assert first["From"] == "robot@example.org"
    assert first["To"] == "person@example.com"
    assert first["Subject"] == "Dobrý den, žluťoučký koni"
    assert first["Message-ID"] == second["Message-ID"]
    assert first.get_content().splitlines() == ["A line", ".", "Another line"]


@pytest.mark.parametrize(
    ("refusal", "error"),
    [(b"550 unknown\r\n", PermanentError), (b"450 later\r\n", UnavailableError)],
)
async def test_refused_receiver(
    refusal: bytes, error: type[Exception], capsys: pytest.CaptureFixture[str]
) -> None:
    """A receiver that will never get mail is no reason to try again; no log says who it is."""
    async with open_sink() as sink:
        sink.refusal = refusal
        with pytest.raises(error):
            await MailServer("mail", sink.url).send(MAIL)
    assert sink.mails == []
    assert "person@" not in capsys.readouterr().out


async def test_outage() -> None:
    """A server that is not there may be there later."""
    async with open_sink() as sink:
        url = sink.url
    with pytest.raises(UnavailableError):
        await MailServer("mail", url).send(MAIL)


@pytest.mark.parametrize(
    ("url", "used"),
    [
        (
            "smtps://user:p%40ss@mail.test?from=a@b.test",
            {"port": 465, "username": "user", "password": "p@ss", "use_tls": True},
        ),
        (
            "smtp://mail.test:587?from=a@b.test",
            {"port": 587, "username": None, "password": None, "use_tls": False},
        ),
    ],
)
async def test_address(monkeypatch: pytest.MonkeyPatch, url: str, used: dict[str, object]) -> None:
    """The address says where the server is, who writes, and how it is encrypted."""
    sent: dict[str, object] = {}

    async def send(_message: object, **options: object) -> None:
        sent.update(options)

    monkeypatch.setattr(aiosmtplib, "send", send)
    await MailServer("mail", url).send(MAIL)
    assert sent.items() >= {"hostname": "mail.test", **used}.items()


@pytest.mark.parametrize(
    "url",
    ["http://mail.test?from=a@b.test", "smtp://?from=a@b.test", "smtp://user:secret@mail.test"],
)
def test_wrong_address(url: str) -> None:
    """An address that says too little stops the start, without being told."""
    with pytest.raises(ValueError, match="the address of mail") as caught:
        MailServer("mail", url)
    assert "secret" not in str(caught.value)
