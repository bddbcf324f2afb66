"""blocking-call: nothing blocks the event loop."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.architecture.project import KINDS
from tests.architecture.sources import (
    ROOT,
    SERVICES,
    SHARED,
    find_forbidden,
    find_sources,
    parse,
    read_name,
)

BLOCKING_PACKAGES: Final = frozenset(
    {"ftplib", "requests", "smtplib", "telnetlib", "urllib.request", "urllib3"}
)
BLOCKING_CALLS: Final = frozenset(
    {
        "input",
        "open",
        "os.popen",
        "os.system",
        "os.wait",
        "socket.create_connection",
        "subprocess.call",
        "subprocess.check_call",
        "subprocess.check_output",
        "subprocess.Popen",
        "subprocess.run",
        "time.sleep",
    }
)
SLEEP: Final = "time.sleep"

FOLDERS: Final = [*(SERVICES / service for service in KINDS), SHARED]


def find_blocking_calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Give every blocking call inside an asynchronous function."""
    for function in ast.walk(tree):
        if isinstance(function, ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and read_name(node.func) in BLOCKING_CALLS:
                    yield node.lineno, read_name(node.func)


@pytest.mark.parametrize("folder", FOLDERS, ids=str)
def test_nothing_blocks(folder: Path) -> None:
    """No asynchronous function makes a blocking call."""
    found = [
        (str(path.relative_to(ROOT)), line, name)
        for path in find_sources(folder)
        for line, name in find_blocking_calls(parse(path))
    ]
    assert found == []


@pytest.mark.parametrize("folder", FOLDERS, ids=str)
def test_nobody_imports_what_blocks(folder: Path) -> None:
    """Blocking clients are not there to be called, and neither is `sleep`."""
    assert find_forbidden(folder, BLOCKING_PACKAGES | {SLEEP}) == []


def test_planted_call_is_found() -> None:
    """A blocking call in a route is found."""
    source = "import time\nasync def route():\n    time.sleep(1)\n"
    assert list(find_blocking_calls(ast.parse(source))) == [(3, SLEEP)]
