"""The app factory that every HTTP service uses."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

from shared.health import Check
from shared.problem import Problem
from shared.web.handlers import add_problem_handlers
from shared.web.health import build_health_router
from shared.web.middleware import RequestMiddleware

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


class _ServiceApp(FastAPI):
    """An app whose description has the problem document."""

    def openapi(self) -> dict[str, Any]:  # FastAPI's own signature
        """Describe the app."""
        if self.openapi_schema is None:
            described = super().openapi()
            template = "#/components/schemas/{model}"
            problem = Problem.model_json_schema(mode="serialization", ref_template=template)
            parts = problem.pop("$defs")
            schemas = described.setdefault("components", {}).setdefault("schemas", {})
            schemas.update({**parts, "Problem": problem})
            schemas.pop("HTTPValidationError", None)
            schemas.pop("ValidationError", None)
            self.openapi_schema = described
        return self.openapi_schema


def _operation_id(route: APIRoute) -> str:
    return route.name


def build_app(
    title: str,
    *,
    lifespan: Lifespan,
    routers: Sequence[APIRouter],
    checks: Mapping[str, Check],
) -> FastAPI:
    """Put a service together.

    Args:
        title: The name in the API description.
        lifespan: Opens what the service needs and closes it again.
        routers: The service's own operations.
        checks: What must answer for the service to be ready, by name.
    """
    app = _ServiceApp(
        title=title,
        lifespan=lifespan,
        generate_unique_id_function=_operation_id,
    )
    app.add_middleware(RequestMiddleware)
    add_problem_handlers(app)
    app.include_router(build_health_router(checks))
    for router in routers:
        app.include_router(router)
    return app
