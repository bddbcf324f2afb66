"""Ask the service of this container how it is: `python -m shared.probe live|ready`."""

import asyncio
import sys
from collections.abc import Sequence

from shared.settings import ServiceSettings

PROBE_SECONDS = 3.0
HEALTHY = 0
UNHEALTHY = 1


async def _read_status(port: int, probe: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"GET /health/{probe} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
        return (await reader.readline()).split(b" ")[1]
    finally:
        writer.close()


async def ask(port: int, probe: str) -> int:
    """Ask a probe and give the exit code that container engines expect."""
    try:
        async with asyncio.timeout(PROBE_SECONDS):
            status = await _read_status(port, probe)
    except (OSError, IndexError):
        return UNHEALTHY
    return HEALTHY if status == b"200" else UNHEALTHY


def main(arguments: Sequence[str]) -> int:
    """Ask the probe that the arguments name."""
    return asyncio.run(ask(ServiceSettings().port, *arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
