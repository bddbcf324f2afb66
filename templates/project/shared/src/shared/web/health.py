"""The probes: alive says that the process runs, ready that it can work."""

from collections.abc import Mapping
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from shared import texts
from shared.health import Check, ensure_ready
from shared.web.responses import problem_responses


class Health(BaseModel):
    """The answer of a probe."""

    status: Literal["ok"] = "ok"


def build_health_router(checks: Mapping[str, Check]) -> APIRouter:
    """Make the two probes."""
    router = APIRouter(prefix="/health", tags=[texts.HEALTH])

    @router.get("/live", summary=texts.LIVE)
    async def live() -> Health:
        """Say that the process runs; nothing else is asked."""
        return Health()

    @router.get("/ready", summary=texts.READY, responses=problem_responses(503))
    async def ready() -> Health:
        """Say that everything this service needs does answer."""
        await ensure_ready(checks)
        return Health()

    return router
