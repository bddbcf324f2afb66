"""Write the JSON schema of every message to contracts/events, or check what is there.

Usage: python scripts/export_events.py [--check]
"""

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel

from shared import events
from shared.messaging.envelope import MessageKind

FOLDER = Path(__file__).parent.parent / "contracts" / "events"
ENDING = ".schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _find_kinds() -> Iterator[MessageKind[BaseModel]]:
    for module in pkgutil.iter_modules(events.__path__, f"{events.__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, MessageKind):
                yield value


KINDS: Mapping[str, MessageKind[BaseModel]] = {kind.name: kind for kind in _find_kinds()}


def describe(message: str) -> str:
    """Give the schema of what a message tells, as it stands in its file."""
    schema = {"$schema": DIALECT, **KINDS[message].data.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def is_current(message: str) -> bool:
    """Tell whether the file of a message says what its model does."""
    path = FOLDER / f"{message}{ENDING}"
    return path.exists() and path.read_text(encoding="utf-8") == describe(message)


def main(arguments: list[str]) -> int:
    """Write all files, or name those that are out of date."""
    if "--check" in arguments:
        stale = [message for message in KINDS if not is_current(message)]
        for message in stale:
            sys.stderr.write(f"contracts/events/{message}{ENDING}: run `make contracts`\n")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for message in KINDS:
        path = FOLDER / f"{message}{ENDING}"
        path.write_text(describe(message), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
