"""direct-database-access: only a data API connects to a database."""

import ast
from typing import Final

import pytest

from tests.architecture.project import KINDS, OTHERS
from tests.architecture.sources import (
    SERVICES,
    SHARED,
    find_forbidden,
    find_imports,
    read_exported,
)

DRIVERS: Final = frozenset(
    {
        "aiosqlite",
        "alembic",
        "asyncpg",
        "motor",
        "psycopg",
        "psycopg2",
        "pymongo",
        "sqlalchemy",
        "sqlite3",
    }
)


@pytest.mark.parametrize("service", OTHERS)
def test_no_driver_is_imported(service: str) -> None:
    """A service that is no data API does not import a database driver."""
    assert find_forbidden(SERVICES / service, DRIVERS) == []


def test_shared_code_has_no_driver() -> None:
    """Shared code does not bring a database driver to services that may not have one."""
    assert find_forbidden(SHARED, DRIVERS) == []


@pytest.mark.parametrize("service", OTHERS)
def test_no_driver_is_installed(service: str) -> None:
    """The image of a service that is no data API has no database driver, whoever asks for it."""
    assert read_exported(SERVICES / service) & DRIVERS == set()


@pytest.mark.parametrize("service", KINDS)
def test_what_is_installed_is_known(service: str) -> None:
    """The packages that packages ask for are read, too: none of them escapes the rule."""
    assert "pydantic_core" in read_exported(SERVICES / service)


@pytest.mark.parametrize(
    "source",
    [
        "import sqlalchemy",
        "def hidden():\n    from sqlalchemy import select",
        "import importlib\nimportlib.import_module('sqlalchemy')",
        "__import__('sqlalchemy')",
    ],
)
def test_hidden_import_is_found(source: str) -> None:
    """No way to write an import escapes the rule."""
    assert "sqlalchemy" in {
        module.partition(".")[0] for _, module in find_imports(ast.parse(source))
    }
