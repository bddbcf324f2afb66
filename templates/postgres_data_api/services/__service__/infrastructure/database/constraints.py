"""What the constraints of the tables mean, found by their names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import ForeignKeyConstraint, MetaData, Table, UniqueConstraint


@dataclass(frozen=True)
class Unique:
    """No two rows of the table have the same values here."""

    table: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Reference:
    """A field that names a row of another table, and what happens when that row goes."""

    table: str
    field: str
    target: str
    on_delete: str


def _described(table: Table) -> Iterator[tuple[str, Unique | Reference]]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            fields = tuple(column.name for column in constraint.columns)
            yield str(constraint.name), Unique(table.name, fields)
        elif isinstance(constraint, ForeignKeyConstraint):
            field = constraint.column_keys[0]
            target = constraint.referred_table.name
            on_delete = constraint.ondelete or "RESTRICT"
            yield str(constraint.name), Reference(table.name, field, target, on_delete)
    for index in table.indexes:
        if index.unique:
            yield str(index.name), Unique(table.name, tuple(index.columns.keys()))


def describe_constraints(metadata: MetaData) -> Mapping[str, Unique | Reference]:
    """Give the meaning of every unique constraint and reference, by name."""
    return {
        name: meaning for table in metadata.tables.values() for name, meaning in _described(table)
    }
