"""Field types: what they accept, and in which form it is kept."""

import datetime as dt
from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from shared.fields import (
    AtScale,
    Email,
    Int64,
    Json,
    Maybe,
    Moment,
    Number,
    Text,
    is_storable,
    to_json,
    utc_now,
    utc_today,
)
from shared.problem import to_message

Price = Annotated[
    Decimal,
    AtScale(2),
]


class Model(BaseModel):
    """One field of each type."""

    text: Maybe[Text]
    email: Maybe[Email]
    whole: Maybe[Int64]
    number: Maybe[Number]
    moment: Maybe[Moment]
    data: Maybe[Json]
    price: Maybe[Price]


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("text", "a\x00b", "unstorable_text"),
        ("text", "\ud800", "unstorable_text"),
        ("email", "nobody", "value_error"),
        ("whole", 2**63, "less_than_equal"),
        ("number", "NaN", "finite_number"),
        ("number", "1e1000000", "decimal_max_digits"),
        ("moment", "2024-01-01T10:00:00", "timezone_aware"),
        ("moment", "0001-01-01T00:00:00+14:00", "out_of_range"),
        ("moment", "9999-12-31T23:59:59-14:00", "out_of_range"),
        ("data", None, "null_value"),
    ],
)
def test_what_cannot_be_kept_is_refused(name: str, value: object, kind: str) -> None:
    """And there are words for the reason."""
    with pytest.raises(ValidationError) as caught:
        Model.model_validate({name: value})
    (fault,) = caught.value.errors()
    assert fault["type"] == kind
    assert to_message(fault["type"], fault.get("ctx", {}))


def test_moments_are_kept_in_utc() -> None:
    """Whatever the zone they come in."""
    model = Model.model_validate({"moment": "2024-01-01T10:00:00+03:00"})
    assert model.moment == dt.datetime(2024, 1, 1, 7, tzinfo=dt.UTC)
    assert model.model_dump(mode="json")["moment"] == "2024-01-01T07:00:00Z"


@pytest.mark.parametrize("written", ["1.5", "1.50", 1.5, "15E-1"])
def test_decimals_have_their_places(written: str | float) -> None:
    """As the database gives them back."""
    price = TypeAdapter(Price).validate_python(written)
    assert TypeAdapter(Price).dump_python(price, mode="json") == "1.50"


@pytest.mark.parametrize(
    "tiny",
    [
        TypeAdapter(Annotated[Decimal, AtScale(10)]),
        TypeAdapter(Number),
    ],
)
def test_small_decimals_have_no_exponent(tiny: TypeAdapter[Decimal]) -> None:
    """Nor has zero."""
    for written in ("0.0000000002", "0.0000000000"):
        assert tiny.dump_python(tiny.validate_python(written), mode="json") == written


def test_what_is_sent_has_no_exponent_either() -> None:
    """Wherever the decimal stands; everything else is as JSON has it."""
    tiny = Decimal("0.0000000001")
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    assert TypeAdapter(Number).dump_python(tiny, mode="json") == "0.0000000001"
    assert to_json({"a": [tiny, (tiny,)], "b": moment, "c": None}) == {
        "a": ["0.0000000001", ["0.0000000001"]],
        "b": "2026-01-01T00:00:00Z",
        "c": None,
    }


def test_data_is_anything_but_null() -> None:
    """Null inside of it is fine."""
    assert Model.model_validate({"data": [None]}).data == [None]


def test_what_was_left_out_is_known() -> None:
    """It is empty, and not among the fields that were set."""
    model = Model.model_validate({"text": "a"})
    assert model.model_fields_set == {"text"}
    assert model.whole is None


def test_now_and_today_are_in_utc() -> None:
    """They agree, but for the moment of midnight."""
    assert utc_now().tzinfo is dt.UTC
    assert abs((utc_now().date() - utc_today()).days) <= 1


def test_ordinary_text_is_storable() -> None:
    """In any script, emoji included."""
    assert is_storable("Имя 😀\n")


def test_an_unknown_fault_has_words_too() -> None:
    """A new kind of pydantic's is no reason to fail."""
    assert to_message("no_such_kind", {})
