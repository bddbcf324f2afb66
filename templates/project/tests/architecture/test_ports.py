"""port-out-of-range, data-api-port, port-conflict: who listens where."""

import importlib

from tests.architecture.project import (
    BUSINESS_API,
    KINDS,
    MONGO_DATA_API,
    POSTGRES_DATA_API,
    WORKER,
)

RANGE = range(8000, 8100)
RESERVED = {8001, 8002}
DATA_API_PORTS = {POSTGRES_DATA_API: 8001, MONGO_DATA_API: 8002}


def read_port(service: str) -> int:
    """Give the port that a service listens on."""
    settings = importlib.import_module(f"{service}.settings").Settings
    port: int = settings.model_fields["port"].default
    return port


def test_port_conflict() -> None:
    """No two APIs listen on the same port; workers answer probes alone, each in its container."""
    ports = [read_port(service) for service, kind in KINDS.items() if kind != WORKER]
    assert len(ports) == len(set(ports))


def test_data_api_port() -> None:
    """Each data API is where everybody looks for it, and there is one for each database."""
    for wanted, port in DATA_API_PORTS.items():
        found = [read_port(name) for name, kind in KINDS.items() if kind == wanted]
        assert found in ([], [port])


def test_port_out_of_range() -> None:
    """Business APIs leave the ports of the data APIs alone."""
    others = [read_port(name) for name, kind in KINDS.items() if kind == BUSINESS_API]
    assert all(port in RANGE and port not in RESERVED for port in others)
