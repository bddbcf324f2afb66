"""What all tables have in common."""

from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Uuid,
    column,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData()


def entity_table(name: str, *parts: SchemaItem) -> Table:
    """Describe the table of an entity: the implicit columns, and its own."""
    return Table(
        name,
        metadata,
        Column("id", Uuid(), nullable=False),
        Column("version", Integer(), nullable=False),
        Column("created_at", DateTime(timezone=True), nullable=False),
        Column("updated_at", DateTime(timezone=True), nullable=False),
        PrimaryKeyConstraint("id", name=f"pk_{name}"),
        Index(f"ix_{name}_created_at_id", "created_at", "id"),
        *parts,
    )


def one_of(field: str, options: type[StrEnum], name: str) -> CheckConstraint:
    """Allow only the options of an enum."""
    return CheckConstraint(column(field).in_([option.value for option in options]), name=name)
