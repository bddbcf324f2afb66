"""Compare syntax trees of files that differ only in the texts a person typed.

Reads one JSON object a line from the standard input: `name`, `harmless` and `hostile` are a file's path and its two
texts, `marker` is what the harmless design says and `forms` what may stand there instead (null: anything). Prints one
JSON object for each file that differs in more than that.
"""

import ast
import json
import sys
from collections.abc import Iterator
from typing import Any


class Comparison:
    """Two trees, walked at once."""

    def __init__(self, marker: str, forms: list[str] | None) -> None:
        self.marker = marker
        self.forms = forms

    def differences(self, one: Any, other: Any, where: str) -> Iterator[str]:
        """Name every place where the trees differ in more than texts."""
        if type(one) is not type(other):
            yield f"{where}: {type(one).__name__} became {type(other).__name__}"
        elif isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield from self.text_differences(one.value, other.value, f"line {one.lineno}")
        elif isinstance(one, ast.AST):
            line = getattr(one, "lineno", None)
            here = where if line is None else f"line {line}"
            for field in one._fields:
                yield from self.differences(getattr(one, field, None), getattr(other, field, None), here)
        elif isinstance(one, list):
            if len(one) != len(other):
                yield f"{where}: {len(one)} parts became {len(other)}"
            for left, right in zip(one, other, strict=False):
                yield from self.differences(left, right, where)
        elif one != other:
            yield f"{where}: {one!r} became {other!r}"

    def text_differences(self, one: str, other: object, where: str) -> Iterator[str]:
        """Tell what a text became, unless it is what the design says there."""
        wanted = [one.replace(self.marker, form) for form in self.forms or ()]
        if self.forms is not None and other not in wanted:
            yield f"{where}: {one!r} became {other!r}, not {wanted[0]!r}"


def compare(pair: dict[str, Any]) -> Iterator[str]:
    """Parse both texts and compare their trees."""
    trees = []
    for side in ("harmless", "hostile"):
        try:
            trees.append(ast.parse(pair[side]))
        except (SyntaxError, ValueError) as error:
            yield f"the {side} text is no Python: {error}"
            return
    comparison = Comparison(pair["marker"], pair["forms"])
    yield from comparison.differences(trees[0], trees[1], "the module")


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
