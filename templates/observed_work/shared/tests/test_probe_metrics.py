"""What a process measures that serves nothing else."""

import asyncio

import pytest

from shared.metrics import METRICS_TYPE
from shared.probe_server import ProbeServer


@pytest.mark.parametrize(("method", "status"), [("GET", b"200"), ("POST", b"404")])
async def test_prometheus_is_answered(method: str, status: bytes) -> None:
    """Where the probes are."""
    async with ProbeServer({}).listening("127.0.0.1", 0) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"{method} /metrics HTTP/1.1\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.split(b" ")[1] == status
    assert (METRICS_TYPE.encode() in head) == (status == b"200")
    assert (b"python_info" in body) == (status == b"200")
