"""What the source text of the services says, read without running it."""

import ast
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

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
    return {_module(wanted.name) for wanted in _read_requirements(folder)}


def read_exported(folder: Path) -> set[str]:
    """Give the packages that the image of a service installs, those that packages ask for included."""
    waiting = _read_requirements(folder)
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        step = (canonicalize_name(wanted.name), frozenset(wanted.extras))
        if step in seen:
            continue
        seen.add(step)
        waiting.extend(_read_requirements_of(wanted))
    return {_module(name) for name, _ in seen}


def _module(package: str) -> str:
    return canonicalize_name(package).replace("-", "_")


def _read_requirements_of(wanted: Requirement) -> Iterable[Requirement]:
    """Give what an installed package asks for here; what is not for this machine is not installed."""
    try:
        texts = metadata.requires(wanted.name) or []
    except metadata.PackageNotFoundError:
        return []
    asked = [Requirement(text) for text in texts]
    return [
        other
        for other in asked
        if other.marker is None
        or any(other.marker.evaluate({"extra": extra}) for extra in {"", *wanted.extras})
    ]


def _read_requirements(folder: Path) -> list[Requirement]:
    own = _read_project(folder / "pyproject.toml", frozenset())
    foreign = [wanted for wanted in own if wanted.name != "shared"]
    extras = [extra for wanted in own if wanted.name == "shared" for extra in wanted.extras]
    return [*foreign, *_read_project(SHARED.parent.parent / "pyproject.toml", frozenset(extras))]


def _read_project(path: Path, extras: frozenset[str]) -> list[Requirement]:
    project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    more = [text for extra in sorted(extras) for text in project["optional-dependencies"][extra]]
    return [Requirement(text) for text in [*project["dependencies"], *more]]
