"""From values of Python to values of MongoDB."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from bson import Decimal128, Int64
from bson.codec_options import TypeCodec, TypeRegistry


class DecimalCodec(TypeCodec):
    """Decimals are kept exactly, and read as what they were."""

    @property
    def python_type(self) -> type[Decimal]:
        """Give the type in Python."""
        return Decimal

    @property
    def bson_type(self) -> type[Decimal128]:
        """Give the type in MongoDB."""
        return Decimal128

    def transform_python(self, value: Decimal) -> Decimal128:
        """Write a decimal."""
        return Decimal128(value)

    def transform_bson(self, value: Decimal128) -> Decimal:
        """Read a decimal."""
        return value.to_decimal()


REGISTRY = TypeRegistry([DecimalCodec()])


def to_millisecond(moment: dt.datetime) -> dt.datetime:
    """Cut what MongoDB does not keep."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def to_stored(value: object) -> object:
    """Give what is kept of a value: long integers, dates as text, moments to the millisecond."""
    if isinstance(value, Mapping):
        return {name: to_stored(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [to_stored(part) for part in value]
    return _plainly(value)


def _plainly(value: object) -> object:
    if isinstance(value, int):
        return value if isinstance(value, bool) else Int64(value)
    if isinstance(value, dt.date):
        return to_millisecond(value) if isinstance(value, dt.datetime) else value.isoformat()
    # Members of an enum are kept as plain text.
    return str(value) if isinstance(value, str) else value
