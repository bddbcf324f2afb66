"""A route that reads JSON bodies strictly, so that nothing unstorable gets any further."""

import json
import math
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic import JsonValue

from shared.errors import BodyTooLargeError, FieldError, InvalidInputError
from shared.fields import is_storable
from shared.problem import to_message

MAX_BODY_BYTES = 1024 * 1024
MAX_DEPTH = 32

_Handler = Callable[[Request], Coroutine[Any, Any, Response]]  # FastAPI's own signature


class _ParsedRequest(Request):
    """A request whose JSON body has been read and checked."""

    raw: bytes = b""
    parsed: JsonValue = None

    async def body(self) -> bytes:
        """Give the body as it came."""
        return self.raw

    async def json(self) -> JsonValue:
        """Give the checked body."""
        return self.parsed


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def escape_pointer(key: str) -> str:
    """Write a key as a step of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")


def _faults(value: JsonValue, pointer: str, depth: int) -> Iterator[FieldError]:
    if depth > MAX_DEPTH:
        yield FieldError(pointer, to_message("json_too_deep", {}))
    elif isinstance(value, str):
        if not is_storable(value):
            yield FieldError(pointer, to_message("unstorable_text", {}))
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield FieldError(pointer, to_message("finite_number", {}))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _faults(item, f"{pointer}/{index}", depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            here = f"{pointer}/{escape_pointer(key)}"
            if not is_storable(key):
                yield FieldError(here, to_message("unstorable_text", {}))
            yield from _faults(item, here, depth + 1)


def parse_json(body: bytes) -> JsonValue:
    """Read a JSON text.

    Raises:
        InvalidInputError: It is not JSON in UTF-8, or has NaN, infinite numbers, NUL characters,
            lone surrogates or too many levels.
    """
    try:
        value: JsonValue = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        fault = FieldError("", to_message("json_invalid", {}))
        raise InvalidInputError(errors=[fault]) from error
    faults = list(_faults(value, "", 0))
    if faults:
        raise InvalidInputError(errors=faults)
    return value


async def _read_body(request: Request) -> bytes:
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MAX_BODY_BYTES:
            raise BodyTooLargeError
        chunks.append(chunk)
    return b"".join(chunks)


class JsonRoute(APIRoute):
    """Read the body itself: with a size limit, strictly, before anything is validated."""

    def get_route_handler(self) -> _Handler:
        """Wrap FastAPI's handler."""
        inner = super().get_route_handler()
        if self.body_field is None:
            return inner

        async def handle(request: Request) -> Response:
            strict = _ParsedRequest(request.scope, request.receive)
            strict.raw = await _read_body(request)
            if strict.raw:
                strict.parsed = parse_json(strict.raw)
            return await inner(strict)

        return handle
