"""Measure how requests are answered."""

import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.context import describe_part, fail_part
from shared.metrics import count_request, is_watching, request_in_progress

UNFORESEEN = 500


class MeasuringMiddleware:
    """Counts every request of an app, but those that ask how the service is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http" or is_watching(scope["path"]):
            await self.app(scope, receive, send)
            return
        with request_in_progress():
            await self._measure(scope, receive, send)

    async def _measure(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()
        answer: tuple[int, float] | None = None

        async def send_and_look(message: Message) -> None:
            nonlocal answer
            if message["type"] == "http.response.start":
                # A stream may go on for hours: it is answered when it begins.
                answer = message["status"], time.perf_counter() - began
            await send(message)

        try:
            await self.app(scope, receive, send_and_look)
        finally:
            status, seconds = answer or (UNFORESEEN, time.perf_counter() - began)
            route = getattr(scope.get("route"), "path", None)
            count_request(scope["method"], route, status, seconds)
            _describe(scope["method"], route, status)


def _describe(method: str, route: str | None, status: int) -> None:
    describe_part({"http.request.method": method, "http.response.status_code": status})
    if route is not None:
        describe_part({"http.route": route}, f"{method} {route}")
    if status >= UNFORESEEN:
        fail_part(str(status))
