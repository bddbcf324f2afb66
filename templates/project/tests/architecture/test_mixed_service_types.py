"""mixed-service-types: one service type in a process."""

from typing import Final

import pytest

from tests.architecture.project import KINDS
from tests.architecture.sources import SERVICES, find_forbidden, read_dependencies

OTHER_RUNTIMES: Final = frozenset({"aio_pika", "aiogram", "celery", "dramatiq", "telegram"})


@pytest.mark.parametrize("service", KINDS)
def test_api_runs_nothing_else(service: str) -> None:
    """An API owns its event loop alone: no bot and no consumer runs in its process."""
    assert find_forbidden(SERVICES / service, OTHER_RUNTIMES) == []
    assert read_dependencies(SERVICES / service) & OTHER_RUNTIMES == set()
