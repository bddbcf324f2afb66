"""What the source text of the services says, read without running it."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
SERVICES: Final = ROOT / "services"
SHARED: Final = ROOT / "shared" / "src" / "shared"

Found = tuple[str, int, str]


def find_sources(folder: Path) -> list[Path]:
    """Give the modules that run in production."""
    return [path for path in sorted(folder.rglob("*.py")) if "tests" not in path.parts]


def parse(path: Path) -> ast.Module:
    """Read a module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def find_imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Give every import with its line, also those inside functions and those by name."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, name.name) for name in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from ((node.lineno, f"{module}.{name.name}") for name in names)
            case ast.Call(args=[ast.Constant(value=str(module)), *_]) if is_import(node.func):
                yield node.lineno, module


def is_import(function: ast.expr) -> bool:
    """Tell whether a function imports the module that its argument names."""
    return read_name(function).rpartition(".")[2] in {"__import__", "import_module"}


def read_name(node: ast.expr) -> str:
    """Give a dotted name, as far as it is one."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attribute):
            return f"{read_name(value)}.{attribute}"
        case _:
            return ""


def is_part_of(module: str, packages: frozenset[str]) -> bool:
    """Tell whether a module is one of the packages or within one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def find_forbidden(folder: Path, packages: frozenset[str]) -> list[Found]:
    """Give the imports of packages that a service must not have."""
    return [
        (str(path.relative_to(ROOT)), line, module)
        for path in find_sources(folder)
        for line, module in find_imports(parse(path))
        if is_part_of(module, packages)
    ]


def read_dependencies(folder: Path) -> set[str]:
    """Give the packages that a service asks for, those of shared code included."""
    own = _read_dependencies(folder / "pyproject.toml", [])
    extras = [extra for name in own if name.startswith("shared[") for extra in _read_extras(name)]
    names = [*own, *_read_dependencies(SHARED.parent.parent / "pyproject.toml", extras)]
    return {re.split(r"[^A-Za-z0-9._-]", name, maxsplit=1)[0] for name in names}


def _read_dependencies(path: Path, extras: list[str]) -> list[str]:
    project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    more = [name for extra in extras for name in project["optional-dependencies"][extra]]
    return [*project["dependencies"], *more]


def _read_extras(name: str) -> list[str]:
    return name.partition("[")[2].partition("]")[0].split(",")
