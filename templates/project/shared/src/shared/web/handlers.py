"""From exceptions to problem documents."""

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from shared.errors import FieldError, HttpError, InvalidInputError, Location, ServiceError
from shared.problem import to_message, to_problem
from shared.web.json_route import escape_pointer
from shared.web.responses import ProblemResponse

_LOCATIONS: Mapping[object, Location] = {
    "body": "body",
    "header": "header",
    "path": "path",
    "query": "query",
}
_SLUGS = {
    404: "not-found",
    405: "method-not-allowed",
}


def _to_field_error(fault: Mapping[str, object]) -> FieldError:
    place = fault["loc"]
    first, *rest = place if isinstance(place, tuple) else (place,)
    context = fault.get("ctx")
    words = context if isinstance(context, dict) else {}
    pointer = "".join(f"/{escape_pointer(str(step))}" for step in rest)
    message = to_message(str(fault["type"]), words)
    return FieldError(pointer, message, _LOCATIONS.get(first, "body"))


async def _on_service_error(request: Request, error: ServiceError) -> ProblemResponse:
    return ProblemResponse(to_problem(error, request.url.path), error.headers)


async def _on_invalid_input(request: Request, error: RequestValidationError) -> ProblemResponse:
    refusal = InvalidInputError(errors=[_to_field_error(fault) for fault in error.errors()])
    return ProblemResponse(to_problem(refusal, request.url.path))


async def _on_http_error(request: Request, error: HTTPException) -> ProblemResponse:
    refusal = HttpError(_SLUGS.get(error.status_code, "bad-request"), error.status_code)
    return ProblemResponse(to_problem(refusal, request.url.path), error.headers)


def add_problem_handlers(app: FastAPI) -> None:
    """Answer every failure of the app with a problem document."""
    app.exception_handler(ServiceError)(_on_service_error)
    app.exception_handler(RequestValidationError)(_on_invalid_input)
    app.exception_handler(HTTPException)(_on_http_error)
