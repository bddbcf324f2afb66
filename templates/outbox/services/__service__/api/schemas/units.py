"""Units and leases on the wire."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from shared.fields import Maybe, Moment, Text

Version = Annotated[
    int,
    Field(
        ge=1,
        le=999_999_999,
    ),
]


class UnitPart(BaseModel):
    """What callers send, and nothing else."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
    )


class UnitWrite(UnitPart):
    """A row to store, to change or to remove."""

    write: Literal["create", "update", "delete"]
    table: Annotated[
        Text,
        Field(max_length=63),
    ]
    id: UUID
    version: Maybe[Version]
    values: Maybe[dict[str, JsonValue]]


class UnitMessage(UnitPart):
    """A message to keep until it is published."""

    id: UUID
    body: dict[str, JsonValue]


class UnitBody(UnitPart):
    """What is written all together, or not at all."""

    fingerprint: Annotated[
        str,
        Field(pattern="^[0-9a-f]{64}$"),
    ]
    at: Moment
    writes: Annotated[
        list[UnitWrite],
        Field(max_length=100),
    ]
    messages: Annotated[
        list[UnitMessage],
        Field(max_length=100),
    ]


class UnitAnswer(BaseModel):
    """The row of every write, and the lease of the messages, if it holds some."""

    records: list[dict[str, JsonValue] | None]
    lease: UUID | None


class OutboxQuery(UnitPart):
    """How many messages are wanted."""

    limit: Annotated[
        int,
        Field(
            default=100,
            ge=1,
            le=100,
        ),
    ]


class OutboxMessage(BaseModel):
    """A message that waits to be published."""

    id: UUID
    body: dict[str, JsonValue]


class OutboxLease(BaseModel):
    """Messages that are the caller's alone until the lease expires."""

    lease: UUID
    messages: list[OutboxMessage]


class OutboxAcknowledgement(UnitPart):
    """Which messages are published."""

    ids: Annotated[
        list[UUID],
        Field(max_length=100),
    ]
