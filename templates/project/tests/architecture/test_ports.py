"""port-out-of-range, data-api-port, port-conflict: who listens where."""

import importlib

from tests.architecture.project import BUSINESS_API, KINDS, POSTGRES_DATA_API, WORKER

RANGE = range(8000, 8100)
RESERVED = {8001, 8002}
POSTGRES_DATA_API_PORT = 8001


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
    """The PostgreSQL data API is where everybody looks for it."""
    found = [read_port(name) for name, kind in KINDS.items() if kind == POSTGRES_DATA_API]
    assert found in ([], [POSTGRES_DATA_API_PORT])


def test_port_out_of_range() -> None:
    """Business APIs leave the ports of the data APIs alone."""
    others = [read_port(name) for name, kind in KINDS.items() if kind == BUSINESS_API]
    assert all(port in RANGE and port not in RESERVED for port in others)
