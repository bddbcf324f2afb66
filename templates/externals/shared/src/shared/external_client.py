"""A client of another system: what it does not do, or says unreadably, is an outage."""

import asyncio
import dataclasses
import datetime as dt
import re
from collections.abc import Mapping
from types import TracebackType
from typing import ClassVar, Final, Self, TypeVar
from urllib.parse import quote

import httpx
from pydantic import JsonValue, TypeAdapter, ValidationError

from shared.errors import NotFoundError, RelayedError, ServiceError, UnavailableError
from shared.fields import to_json
from shared.http_client import Pause, ServiceClient
from shared.logging import get_logger

AnswerT = TypeVar("AnswerT")

_WITHOUT_BODY: Final = frozenset({"GET", "DELETE"})
_PLACE: Final = re.compile(r"\{(\w+)\}")

log = get_logger(__name__)


class _SystemClient(ServiceClient):
    # Asking twice for these has the effect of asking once.
    safe_methods: ClassVar[frozenset[str]] = frozenset({"GET", "PUT", "DELETE"})


class ExternalClient:
    """Asks one system outside; the credentials that its address may hold never reach a log.

    Attributes:
        client_type: What carries its requests.
    """

    client_type: ClassVar[type[ServiceClient]] = _SystemClient

    def __init__(
        self,
        name: str,
        base_url: str,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._name = name
        self._client = self.client_type(name, base_url, transport=transport, pause=pause)

    async def __aenter__(self) -> Self:
        """Open the pool."""
        await self._client.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the pool."""
        await self._client.__aexit__(kind, error, trace)

    async def ask(
        self,
        method: str,
        path: str,
        values: Mapping[str, object],
        headers: Mapping[str, str] | None = None,
    ) -> bytes:
        """Ask for an operation and give its answer.

        Args:
            method: The method of HTTP.
            path: Where the operation is; `{name}` in it is filled with the value of that name.
            values: What is asked with; what the path does not take is the query or the body.
            headers: What else the request says.

        Raises:
            UnavailableError: It does not answer in time, or refuses.
        """
        given = {name: to_json(value) for name, value in values.items()}
        places = set(_PLACE.findall(path))
        rest = {name: value for name, value in given.items() if name not in places}
        filled = _PLACE.sub(lambda place: _in_path(given[place[1]]), path)
        try:
            response = await self._client.send(
                method,
                filled,
                query=_to_query(rest) if method in _WITHOUT_BODY else None,
                body=rest if rest and method not in _WITHOUT_BODY else None,
                headers=headers,
            )
        except (NotFoundError, RelayedError) as error:
            raise self.refusal_of(error) from error
        return response.content

    def refusal_of(self, error: NotFoundError | RelayedError) -> ServiceError:
        """Say in our words that it refuses: a system outside owes us nothing."""
        log.warning("external_refused", external=self._name, status=error.status)
        return UnavailableError()

    def read(self, answer: TypeAdapter[AnswerT], content: bytes) -> AnswerT:
        """Read an answer; what it has besides is ignored.

        Raises:
            UnavailableError: It is not what was agreed on.
        """
        try:
            read = answer.validate_json(content)
        except ValidationError as error:
            log.warning("external_unreadable", external=self._name, faults=error.error_count())
            raise UnavailableError from error
        if not _has_zones(read):
            log.warning("external_unreadable", external=self._name, faults="no time zone")
            raise UnavailableError
        return read


def _in_path(value: JsonValue) -> str:
    text = quote(_to_text(value), safe="")
    # A segment of dots alone would lead to another path.
    return text if text.strip(".") else text.replace(".", "%2E")


def _to_query(values: Mapping[str, JsonValue]) -> dict[str, str]:
    return {name: _to_text(value) for name, value in values.items() if value is not None}


def _to_text(value: JsonValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _has_zones(value: object) -> bool:
    """Tell whether all moments in a value have a time zone: others cannot be compared with ours."""
    if isinstance(value, dt.datetime):
        return value.tzinfo is not None
    if isinstance(value, tuple):
        return all(map(_has_zones, value))
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return all(_has_zones(getattr(value, field.name)) for field in fields)
    return True
