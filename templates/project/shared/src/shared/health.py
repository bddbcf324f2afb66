"""Whether what a service needs does answer."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from shared import texts
from shared.errors import FieldError, UnavailableError
from shared.logging import get_logger

Check = Callable[[], Awaitable[None]]

CHECK_SECONDS = 2.0

log = get_logger(__name__)


async def _answers(name: str, check: Check) -> bool:
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            await check()
    except Exception as error:  # noqa: BLE001  # whatever a check raises, it means "not ready"
        log.warning("not_ready", dependency=name, error=type(error).__name__)
        return False
    return True


async def ensure_ready(checks: Mapping[str, Check]) -> None:
    """Ask everything at once, each for two seconds at most.

    Raises:
        UnavailableError: Something does not answer; each such thing is named.
    """
    answers = await asyncio.gather(*(_answers(name, check) for name, check in checks.items()))
    faults = [
        FieldError(f"/{name}", texts.DEPENDENCY_DOWN, "dependency")
        for name, answer in zip(checks, answers, strict=True)
        if not answer
    ]
    if faults:
        raise UnavailableError(errors=faults)
