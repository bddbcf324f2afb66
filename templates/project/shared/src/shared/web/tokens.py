"""Service tokens: which caller may read and which may write."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from shared.errors import ForbiddenError, UnauthenticatedError

Access = Literal["read", "write"]


@dataclass(frozen=True)
class Caller:
    """A service that may call this one."""

    name: str
    token: str = field(repr=False)
    access: Access


def find_caller(callers: Sequence[Caller], authorization: str | None) -> Caller:
    """Find out who calls, in a time that tells nothing about the tokens.

    Raises:
        UnauthenticatedError: There is no bearer token.
        ForbiddenError: The token belongs to no caller of this service.
    """
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise UnauthenticatedError
    offered = token.strip().encode()
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
