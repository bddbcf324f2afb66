"""Where Prometheus looks."""

from fastapi import APIRouter, Response

from shared.metrics import METRICS_PATH, METRICS_TYPE, render_metrics

metrics_router = APIRouter()


@metrics_router.get(METRICS_PATH, include_in_schema=False)
async def show_metrics() -> Response:
    """Give what was measured."""
    return Response(render_metrics(), media_type=METRICS_TYPE)
