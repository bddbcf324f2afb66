"""What the generic operations need to know of an entity."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from shared.fields import Moment

Values = Mapping[str, object]
Operator = Literal["eq", "ge", "le"]


class ValueObject(BaseModel):
    """A part of an entity that has no identity of its own."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
    )


class Command(ValueObject):
    """What a caller wants to be stored."""


class Record(BaseModel):
    """A stored row as callers see it."""

    model_config = ConfigDict(
        extra="ignore",
        frozen=True,
    )

    id: UUID
    version: int
    created_at: Moment
    updated_at: Moment


RecordT = TypeVar("RecordT", bound=Record)
RecordT_co = TypeVar("RecordT_co", bound=Record, covariant=True)


@dataclass(frozen=True)
class Entity(Generic[RecordT_co]):
    """An entity: its table, its record, and the fields that are kept as hashes only."""

    table: str
    record: type[RecordT_co]
    secrets: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Condition:
    """A comparison of a field with a value."""

    field: str
    operator: Operator
    value: object
