"""undrawn-call: a service knows the address of those that it was drawn to call, and no other."""

import importlib

import pytest

from tests.architecture.project import CALLS

DATABASE = "database"


@pytest.mark.parametrize("service", CALLS)
def test_known_addresses_are_drawn(service: str) -> None:
    """The settings have an address for each drawn call and no other."""
    fields = importlib.import_module(f"{service}.settings").Settings.model_fields
    known = {name.removesuffix("_url") for name in fields if name.endswith("_url")}
    assert known - {DATABASE} == set(CALLS[service])
