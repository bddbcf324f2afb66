"""A session that answers from a script and remembers the SQL that it was given."""

from collections.abc import Mapping, Sequence
from unittest.mock import AsyncMock

import asyncpg
from sqlalchemy import ClauseElement, make_url
from sqlalchemy.engine import IteratorResult, Result
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

Row = Mapping[str, object]
DIALECT = make_url("postgresql+asyncpg://").get_dialect()()

Answer = Sequence[Row] | Exception


class Script:
    """What a session answers, in order, and what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.statements: list[str] = []
        self._answers = list(answers)
        self.session = AsyncMock(spec=AsyncSession)
        self.session.execute.side_effect = self._execute
        self.session.scalar.side_effect = self._scalar

    def _execute(self, statement: ClauseElement) -> Result[tuple[object, ...]]:
        self.statements.append(" ".join(str(statement.compile(dialect=DIALECT)).split()))
        answer = self._answers.pop(0) if self._answers else []
        if isinstance(answer, Exception):
            raise answer
        keys = list(answer[0]) if answer else ["nothing"]
        rows = [tuple(row.values()) for row in answer]
        return IteratorResult(SimpleResultMetaData(keys), iter(rows))

    def _scalar(self, statement: ClauseElement) -> object:
        return self._execute(statement).scalar()


def broken(constraint: str | None) -> IntegrityError:
    """Make the error of a broken constraint, as the driver raises it."""
    cause = asyncpg.IntegrityConstraintViolationError("broken")
    cause.constraint_name = constraint
    return IntegrityError("statement", {}, chained(cause))


def failed(sqlstate: str | None, *, disconnected: bool = False) -> DBAPIError:
    """Make another error of the database."""
    error = DBAPIError("statement", {}, with_code(sqlstate))
    error.connection_invalidated = disconnected
    return error


class DriverError(Exception):
    """What the dialect makes of an error of the driver."""

    sqlstate: str | None = None


def chained(cause: Exception) -> DriverError:
    """Wrap an error of the driver."""
    error = DriverError()
    error.__cause__ = cause
    return error


def with_code(sqlstate: str | None) -> DriverError:
    """Make an error with PostgreSQL's code."""
    error = DriverError()
    error.sqlstate = sqlstate
    return error
