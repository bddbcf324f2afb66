"""Write .env: every variable of .env.example that has no value gets a random one.

What .env has already stays as it is, so this can be run again at any time.
"""

import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / ".env.example"
TARGET = ROOT / ".env"
SECRET_BYTES = 32
OWNER_ONLY = 0o600


def read_variables(text: str) -> dict[str, str]:
    """Give the variables of a file, in their order."""
    lines = [line.strip() for line in text.splitlines()]
    pairs = [line.partition("=") for line in lines if line and not line.startswith("#")]
    return {name.strip(): value.strip() for name, _, value in pairs}


def complete(text: str, known: Mapping[str, str]) -> list[str]:
    """Give the lines that are missing, with a random secret where there is no value."""
    return [
        f"{name}={value or secrets.token_hex(SECRET_BYTES)}"
        for name, value in read_variables(text).items()
        if not known.get(name)
    ]


def write(path: Path, text: str) -> None:
    """Write a file that only its owner may read."""
    path.touch(mode=OWNER_ONLY)
    path.chmod(OWNER_ONLY)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> int:
    """Add to .env what it does not have."""
    before = TARGET.read_text(encoding="utf-8") if TARGET.exists() else ""
    known = read_variables(before)
    missing = complete(EXAMPLE.read_text(encoding="utf-8"), known)
    if missing:
        names = {line.partition("=")[0] for line in missing}
        kept = [line for line in before.splitlines() if line.partition("=")[0].strip() not in names]
        write(TARGET, "\n".join([*kept, *missing]) + "\n")
    sys.stdout.write(f".env: {len(missing)} added, {len(known)} kept\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
