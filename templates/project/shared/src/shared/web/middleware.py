"""Correlation, one log line a request, and a problem document for what nobody foresaw."""

import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.context import (
    CORRELATION_HEADER,
    TRACE_HEADER,
    accept_correlation_id,
    correlation,
    trace,
)
from shared.errors import ServiceError
from shared.logging import get_logger
from shared.problem import to_problem
from shared.web.responses import ProblemResponse

log = get_logger(__name__)


class RequestMiddleware:
    """Wrap every HTTP request of an app."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        correlation_id = accept_correlation_id(headers.get(CORRELATION_HEADER))
        with correlation(correlation_id) as own, trace(headers.get(TRACE_HEADER)):
            await self._handle(scope, receive, send, own)

    async def _handle(self, scope: Scope, receive: Receive, send: Send, own: str) -> None:
        began = time.perf_counter()
        status = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[CORRELATION_HEADER] = own
            await send(message)

        try:
            await self.app(scope, receive, send_with_id)
        except Exception:
            log.exception("request_failed", method=scope["method"], path=scope["path"])
            if status:
                raise
            problem = to_problem(ServiceError(), scope["path"])
            await ProblemResponse(problem)(scope, receive, send_with_id)
        finally:
            log.info(
                "request_finished",
                method=scope["method"],
                path=scope["path"],
                route=getattr(scope.get("route"), "path", None),
                status=status,
                duration_ms=round((time.perf_counter() - began) * 1000, 1),
            )
