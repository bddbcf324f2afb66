"""invalid-service-name: a service is {context}_{domain}[_{function}]_{type}."""

import re

import pytest

from tests.architecture.project import (
    BUSINESS_API,
    DATA_APIS,
    KINDS,
    MONGO_DATA_API,
    POSTGRES_DATA_API,
    WORKER,
)
from tests.architecture.sources import SERVICES

ENDINGS = {
    BUSINESS_API: "_api",
    MONGO_DATA_API: "_data_api",
    POSTGRES_DATA_API: "_data_api",
    WORKER: "_worker",
}


def test_every_service_was_drawn() -> None:
    """The folders are the services of the drawing."""
    folders = {path.parent.name for path in SERVICES.glob("*/pyproject.toml")}
    assert folders == set(KINDS)


@pytest.mark.parametrize("service", KINDS)
def test_name_tells_the_type(service: str) -> None:
    """A name is made of words and ends with the type of the service."""
    assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)+", service)
    assert service.endswith(ENDINGS[KINDS[service]])
    assert (service in DATA_APIS) == service.endswith("_data_api")
