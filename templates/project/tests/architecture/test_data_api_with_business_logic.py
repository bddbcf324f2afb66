"""data-api-with-business-logic: a data API calls no service, publishes and consumes nothing."""

from typing import Final

import pytest

from tests.architecture.project import DATA_APIS
from tests.architecture.sources import SERVICES, find_forbidden, read_dependencies

CLIENTS: Final = frozenset({"aio_pika", "aiohttp", "httpx", "requests", "shared.http_client"})


@pytest.mark.parametrize("service", DATA_APIS)
def test_data_api_calls_nobody(service: str) -> None:
    """A data API has no client for anything but its database."""
    assert find_forbidden(SERVICES / service, CLIENTS) == []
    assert read_dependencies(SERVICES / service) & CLIENTS == set()
