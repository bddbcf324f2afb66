"""The shape of the sample values that the tests of every entity run on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import JsonValue

Json = Mapping[str, JsonValue]


@dataclass(frozen=True)
class Reference:
    """A field that refers to a row of an entity."""

    field: str
    target: str
    required: bool
    on_delete: Literal["restrict", "cascade", "set_null"]


@dataclass(frozen=True)
class Sample:
    """Three bodies that are accepted, single values that are not, and what the answers show.

    A default of "now" stands for the present moment or day.
    """

    entity: str
    path: str
    table: str
    rows: Sequence[Json]
    references: Sequence[Reference] = ()
    required: Sequence[str] = ()
    optional: Sequence[str] = ()
    defaults: Json = field(default_factory=dict)
    secrets: Sequence[str] = ()
    unique: Sequence[Sequence[str]] = ()
    filters: Sequence[str] = ()
    ranges: Sequence[str] = ()
    invalid: Sequence[tuple[str, JsonValue]] = ()

    def __str__(self) -> str:
        """Name the entity in test reports."""
        return self.entity
