"""Compare syntax trees of files that differ only in the texts a person typed.

Reads one JSON object a line from the standard input: `name`, `harmless` and `hostile` are a file's path and its two
texts, `marker` is what the harmless design says and `text` what the hostile one says instead. Prints one JSON object
for each file that differs in more than that text.
"""

import ast
import json
import sys
from collections.abc import Iterator


def differences(one: object, other: object, marker: str, text: str, where: str) -> Iterator[str]:
    """Walk both trees at once."""
    if type(one) is not type(other):
        yield f"{where}: {type(one).__name__} became {type(other).__name__}"
    elif isinstance(one, ast.AST):
        line = getattr(one, "lineno", None)
        here = where if line is None else f"line {line}"
        for field in one._fields:
            yield from differences(getattr(one, field, None), getattr(other, field, None), marker, text, here)
    elif isinstance(one, list):
        if len(one) != len(other):
            yield f"{where}: {len(one)} parts became {len(other)}"
        for left, right in zip(one, other, strict=False):
            yield from differences(left, right, marker, text, where)
    elif isinstance(one, str):
        if other not in (one.replace(marker, text), one):
            yield f"{where}: {one!r} became {other!r}, not {one.replace(marker, text)!r}"
    elif one != other:
        yield f"{where}: {one!r} became {other!r}"


def compare(pair: dict[str, str]) -> Iterator[str]:
    """Parse both texts and compare their trees."""
    trees = []
    for side in ("harmless", "hostile"):
        try:
            trees.append(ast.parse(pair[side]))
        except (SyntaxError, ValueError) as error:
            yield f"the {side} text is no Python: {error}"
            return
    yield from differences(trees[0], trees[1], pair["marker"], pair["text"], "the module")


def main() -> None:
    """Compare every pair that is read."""
    compared = 0
    for line in sys.stdin:
        pair = json.loads(line)
        compared += 1
        for message in compare(pair):
            print(json.dumps({"name": pair["name"], "message": message}))
    print(json.dumps({"compared": compared}))


if __name__ == "__main__":
    main()
