"""Field types that a database can keep and that JSON can carry, for DTOs of all services."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Annotated, TypeVar
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    EmailStr,
    Field,
    GetCoreSchemaHandler,
    JsonValue,
    PlainSerializer,
)
from pydantic_core import PydanticCustomError, core_schema, to_jsonable_python

_T = TypeVar("_T")
_WIDEST_DECIMAL = 1100


def is_storable(text: str) -> bool:
    """Tell whether a text has neither NUL characters nor lone surrogates."""
    return "\x00" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


def _storable_text(text: str) -> str:
    if is_storable(text):
        return text
    kind = "unstorable_text"
    message = "The text has characters that cannot be stored"
    raise PydanticCustomError(kind, message)


def _to_utc(moment: dt.datetime) -> dt.datetime:
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError as error:
        kind = "out_of_range"
        message = "The moment is out of range"
        raise PydanticCustomError(kind, message) from error


def _present(value: JsonValue) -> JsonValue:
    if value is not None:
        return value
    kind = "null_value"
    message = "The value may not be null"
    raise PydanticCustomError(kind, message)


def _absent() -> None:
    return None


@dataclass(frozen=True)
class AtScale:
    """Give a decimal exactly this number of places, and write it without an exponent."""

    scale: int

    def __get_pydantic_core_schema__(
        self, source: type[Decimal], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Extend what pydantic does with a decimal."""
        return core_schema.no_info_after_validator_function(
            self._quantize,
            handler(source),
            serialization=core_schema.plain_serializer_function_ser_schema(
                _write_plainly,
                return_schema=core_schema.str_schema(),
                when_used="json-unless-none",
            ),
        )

    def _quantize(self, value: Decimal) -> Decimal:
        with localcontext() as context:
            context.prec = _WIDEST_DECIMAL
            return value.quantize(Decimal(1).scaleb(-self.scale))


def _write_plainly(value: Decimal) -> str:
    return f"{value:f}"


def to_json(value: object) -> JsonValue:
    """Give what JSON carries for a value; decimals have no exponent, wherever they stand in it."""
    if isinstance(value, Decimal):
        return _write_plainly(value)
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    plain: JsonValue = to_jsonable_python(value)
    return plain


def utc_now() -> dt.datetime:
    """Give the present moment."""
    return dt.datetime.now(dt.UTC)


def utc_today() -> dt.date:
    """Give the present date in UTC."""
    return utc_now().date()


Storable = AfterValidator(_storable_text)
INT64_MIN = -(2**63)
INT64_MAX = 2**63 - 1

Text = Annotated[
    str,
    Storable,
]
Email = Annotated[
    EmailStr,
    Field(max_length=254),
]
Int64 = Annotated[
    int,
    Field(
        ge=INT64_MIN,
        le=INT64_MAX,
    ),
]
Number = Annotated[
    Decimal,
    Field(
        max_digits=80,
        decimal_places=40,
    ),
    PlainSerializer(_write_plainly, return_type=str, when_used="json-unless-none"),
]
Moment = Annotated[
    AwareDatetime,
    AfterValidator(_to_utc),
]
Json = Annotated[
    JsonValue,
    AfterValidator(_present),
]
Flag = bool
Day = dt.date
Uuid = UUID

# A field that may be left out; `model_fields_set` tells whether it was.
Maybe = Annotated[_T, Field(default_factory=_absent)]
