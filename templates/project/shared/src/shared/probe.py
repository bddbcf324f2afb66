"""Ask the service of this container how it is: `python -m shared.probe live|ready`."""

import sys
import urllib.error
import urllib.request
from collections.abc import Sequence

from shared.settings import ServiceSettings

PROBE_SECONDS = 3.0
HEALTHY = 0
UNHEALTHY = 1


def ask(port: int, probe: str) -> int:
    """Ask a probe and give the exit code that container engines expect."""
    url = f"http://127.0.0.1:{port}/health/{probe}"
    try:
        with urllib.request.urlopen(url, timeout=PROBE_SECONDS):
            return HEALTHY
    except (OSError, urllib.error.URLError):
        return UNHEALTHY


def main(arguments: Sequence[str]) -> int:
    """Ask the probe that the arguments name."""
    return ask(ServiceSettings().port, *arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
