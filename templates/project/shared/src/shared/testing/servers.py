"""Servers that integration tests need."""

import os

import pytest


def require_server(variable: str) -> str:
    """Give the address of a server, or skip the test.

    With `REQUIRE_SERVERS=1` a missing server is a failure, so that nothing is skipped unnoticed.
    """
    address = os.environ.get(variable)
    if address:
        return address
    reason = f"{variable} is not set"
    if os.environ.get("REQUIRE_SERVERS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
