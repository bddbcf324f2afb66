"""What holds for every message, whatever it tells."""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

import pytest

from shared.errors import InvalidInputError
from shared.fields import utc_now
from shared.messaging.data import MessageData
from shared.messaging.delivery import to_parcel
from shared.messaging.envelope import Envelope, MessageKind, Occurrence, read_envelope
from shared.messaging.faults import InvalidMessageError

DataT = TypeVar("DataT", bound=MessageData)
Data = Mapping[str, object]

EVENT_ID = UUID("00000000-0000-4000-8000-000000000001")


def travel(kind: MessageKind[DataT], data: Data) -> tuple[DataT, DataT]:
    """Give data as they are published, and as they are received."""
    told = kind.data.model_validate(data)
    envelope = kind.seal(told, Occurrence(event_id=EVENT_ID, occurred_at=utc_now())).envelope
    return told, kind.open(read_envelope(to_parcel(envelope).body))


def refuse(kind: MessageKind[DataT], data: Data) -> set[str]:
    """Let data fail at both ends, and give the names of the fields that are to blame."""
    envelope = Envelope.model_construct(type=kind.name, version=kind.version, data=data)
    with pytest.raises(InvalidMessageError):
        kind.open(envelope)
    with pytest.raises(InvalidInputError) as refused:
        kind.data.model_validate(data)
    return {fault.pointer.split("/")[1] for fault in refused.value.errors}
