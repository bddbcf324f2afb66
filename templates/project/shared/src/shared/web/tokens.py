"""Service tokens: which caller may read and which may write."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from shared.errors import ForbiddenError, UnauthenticatedError

Access = Literal["read", "write"]

_bearer = HTTPBearer(scheme_name="serviceToken", auto_error=False)


@dataclass(frozen=True)
class Caller:
    """A service that may call this one."""

    name: str
    token: str = field(repr=False)
    access: Access


def read_token(
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> str | None:
    """Read the bearer token that the caller has sent, if any."""
    return credentials.credentials if credentials else None


ServiceToken = Annotated[
    str | None,
    Depends(read_token),
]


def find_caller(callers: Sequence[Caller], token: str | None) -> Caller:
    """Find out who calls, in a time that tells nothing about the tokens.

    Raises:
        UnauthenticatedError: There is no bearer token.
        ForbiddenError: The token belongs to no caller of this service.
    """
    if not token:
        raise UnauthenticatedError
    offered = token.encode()
    matches = [caller for caller in callers if hmac.compare_digest(caller.token.encode(), offered)]
    if not matches:
        raise ForbiddenError
    return matches[0]


def require_access(caller: Caller, needed: Access) -> Caller:
    """Let the caller pass when it may do this.

    Raises:
        ForbiddenError: It may only read.
    """
    if needed == "write" and caller.access != "write":
        raise ForbiddenError
    return caller
