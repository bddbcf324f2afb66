"""How a problem document is answered, and how OpenAPI tells of it."""

from collections.abc import Mapping

from fastapi import Response

from shared import texts
from shared.problem import MEDIA_TYPE, Problem


class ProblemResponse(Response):
    """Answer with a problem document."""

    media_type = MEDIA_TYPE

    def __init__(self, problem: Problem, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(problem.to_bytes(), problem.status, headers)


def problem_responses(*statuses: int) -> dict[int | str, dict[str, object]]:
    """Describe for OpenAPI the problems that an operation answers with."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {
            "description": texts.STATUSES[status],
            "content": {MEDIA_TYPE: {"schema": schema}},
        }
        for status in statuses
    }
