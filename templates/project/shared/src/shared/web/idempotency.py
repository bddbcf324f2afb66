"""The `Idempotency-Key` header."""

import re
from typing import Annotated

from fastapi import Depends, Header

from shared import texts
from shared.errors import FieldError, InvalidInputError

IDEMPOTENCY_HEADER = "Idempotency-Key"

_VISIBLE = re.compile(r"[\x21-\x7e]{1,255}")


def read_idempotency_key(idempotency_key: Annotated[str | None, Header()] = None) -> str | None:
    """Read the caller's key, if it sent one.

    Raises:
        InvalidInputError: The key is empty, too long or not visible ASCII.
    """
    if idempotency_key is None or _VISIBLE.fullmatch(idempotency_key):
        return idempotency_key
    fault = FieldError(f"/{IDEMPOTENCY_HEADER}", texts.UNSUPPORTED_KEY, "header")
    raise InvalidInputError(errors=[fault])


IdempotencyKey = Annotated[
    str | None,
    Depends(read_idempotency_key),
]
