"""Mail over SMTP."""

from dataclasses import dataclass
from email.message import EmailMessage
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import UUID

import aiosmtplib

from shared.errors import UnavailableError
from shared.logging import get_logger
from shared.messaging.faults import PermanentError

SECONDS: Final = 5.0
FIRST_PERMANENT: Final = 500
SCHEMES: Final = {"smtp": 25, "smtps": 465}

log = get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail.

    Attributes:
        id: The same when it is sent again, so that a receiver can tell.
        to: The address of the receiver.
        subject: What it is about, on one line.
        body: Plain text.
    """

    id: UUID
    to: str
    subject: str
    body: str


class MailServer:
    """Sends mail by one server.

    Its address says how: `smtp://user:password@host:587?from=robot@example.org` encrypts as soon as
    the server offers it (STARTTLS), `smtps://` from the beginning.
    """

    def __init__(self, name: str, url: str) -> None:
        parts = urlsplit(url)
        senders = parse_qs(parts.query).get("from", [])
        if parts.scheme not in SCHEMES or parts.hostname is None or len(senders) != 1:
            message = f"the address of {name} is no smtp://host?from=address"
            raise ValueError(message)
        self._name = name
        self._sender = senders[0]
        self._host = parts.hostname
        self._port = parts.port or SCHEMES[parts.scheme]
        self._user = None if parts.username is None else unquote(parts.username)
        self._password = None if parts.password is None else unquote(parts.password)
        self._is_encrypted = parts.scheme == "smtps"

    async def send(self, mail: Mail) -> None:
        """Send a mail.

        Raises:
            PermanentError: The server will never take it.
            UnavailableError: The server does not answer in time, or not now.
        """
        try:
            await aiosmtplib.send(
                self._write(mail),
                hostname=self._host,
                port=self._port,
                username=self._user,
                password=self._password,
                use_tls=self._is_encrypted,
                timeout=SECONDS,
            )
        except (aiosmtplib.SMTPException, OSError) as error:
            # Its text may name the receiver.
            log.warning("mail_failed", server=self._name, error=type(error).__name__)
            if _is_permanent(error):
                raise PermanentError from error
            raise UnavailableError from error

    def _write(self, mail: Mail) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self._sender
        message["To"] = mail.to
        message["Subject"] = " ".join(mail.subject.split())
        message["Message-ID"] = f"<{mail.id}@{self._sender.rpartition('@')[2]}>"
        message.set_content(mail.body)
        return message


def _is_permanent(error: Exception) -> bool:
    """Tell whether the server refuses this mail for ever: its receiver, or what is in it."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        return all(map(_is_permanent, error.recipients))
    refusals = aiosmtplib.SMTPRecipientRefused | aiosmtplib.SMTPDataError
    return isinstance(error, refusals) and error.code >= FIRST_PERMANENT
