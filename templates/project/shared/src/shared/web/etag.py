"""Versions of rows as entity tags of requests (RFC 9110)."""

import re
from typing import Annotated

from fastapi import Depends, Header

from shared.errors import StaleVersionError, VersionRequiredError

# Nine digits fit every database's integer; a larger version has never been given out.
_STRONG = re.compile(r'"([0-9]{1,9})"')


def read_version(if_match: Annotated[str | None, Header()] = None) -> int:
    """Read the version that a change is made to.

    Raises:
        VersionRequiredError: The header is missing, or asks for any version.
        StaleVersionError: The header names something that is no version of ours.
    """
    if if_match is None or if_match.strip() == "*":
        raise VersionRequiredError
    found = _STRONG.fullmatch(if_match.strip())
    if found is None:
        raise StaleVersionError
    return int(found[1])


ExpectedVersion = Annotated[
    int,
    Depends(read_version),
]
