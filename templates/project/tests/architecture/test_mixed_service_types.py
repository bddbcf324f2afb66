"""mixed-service-types: one service type in a process, which owns its event loop alone."""

from typing import Final

import pytest

from tests.architecture.project import KINDS
from tests.architecture.sources import SERVICES, find_forbidden, read_dependencies

WEB: Final = frozenset({"fastapi", "flask", "shared.web", "starlette", "uvicorn"})
BOT: Final = frozenset({"aiogram", "telegram", "telebot"})
BACKGROUND: Final = frozenset(
    {"celery", "dramatiq", "shared.messaging.consumer", "shared.messaging.worker"},
)
ALL: Final = WEB | BOT | BACKGROUND
RUNTIMES: Final = {"worker": BACKGROUND, "bot": BOT | BACKGROUND}


@pytest.mark.parametrize("service", KINDS)
def test_nothing_else_runs_in_the_process(service: str) -> None:
    """An API runs no bot and consumes nothing, a worker and a bot serve no API."""
    others = ALL - RUNTIMES.get(KINDS[service], WEB)
    assert find_forbidden(SERVICES / service, others) == []
    assert read_dependencies(SERVICES / service) & others == set()
