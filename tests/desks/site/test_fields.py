"""Columns keep exactly what they are given, on every database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import FieldError, ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tongket.desks.planning.models import TargetRow
from tongket.desks.registry.models import AreaLinkRow
from tongket.desks.site.fields import ExactDecimalField, PeriodField
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import canonical


def link(share: Decimal | None) -> AreaLinkRow:
    day = date(2020, 1, 1)
    row = AreaLinkRow.objects.create(
        event_id="e",
        from_code="a",
        from_valid_from=day,
        to_code="b",
        to_valid_from=day,
        share=share,
        verified=True,
        changed_at=timezone.now(),
        changed_by="t",
    )
    row.refresh_from_db()
    return row


@pytest.mark.parametrize(
    "text",
    ["0.3333333333333333333333333333", "12345678901234.5678", "-0.1", "1E+3", "100", "0.10", "-0.00"],
)
def test_every_digit_comes_back(store: str, text: str) -> None:
    assert link(Decimal(text)).share == Decimal(text)


def test_nothing_comes_back_as_nothing(store: str) -> None:
    assert link(None).share is None


def test_equal_numbers_are_found_however_written(store: str) -> None:
    row = link(Decimal("0.50"))
    assert AreaLinkRow.objects.get(share=Decimal("0.5")) == row
    assert AreaLinkRow.objects.get(share__in=[Decimal("5E-1")]) == row


def test_text_does_not_sort_as_numbers_so_greater_and_less_are_refused() -> None:
    for lookup in ("gt", "lte", "range", "contains"):
        with pytest.raises(FieldError):
            TargetRow.objects.filter(**{f"value__{lookup}": 1})
        with pytest.raises(FieldError):
            TargetRow.objects.filter(**{f"period__{lookup}": "2020"})


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=6))
def test_there_is_one_way_to_write_a_number(value: Decimal) -> None:
    text = canonical(value)
    assert Decimal(text) == value
    assert text == canonical(value * Decimal("1.000")) == canonical(value.normalize())
    assert "E" not in text
    assert not text.startswith("-0") or text.startswith("-0.")


@pytest.mark.parametrize("value", [0.1, float("nan")])
def test_a_float_is_refused(value: float) -> None:
    with pytest.raises(TypeError):
        ExactDecimalField().get_prep_value(value)


def test_what_is_no_number_and_no_period_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        ExactDecimalField().get_prep_value(Decimal("NaN"))
    with pytest.raises(ValidationError):
        ExactDecimalField().get_prep_value("một")
    with pytest.raises(ValidationError):
        PeriodField().get_prep_value("2020-13")


@pytest.mark.parametrize("text", ["2020", "2020-S1", "2020-Q3", "2020-10", "2020-01/P10M"])
def test_a_period_comes_back_as_a_period(text: str) -> None:
    field = PeriodField()
    assert field.get_prep_value(Period.parse(text)) == text
    assert field.from_db_value(text, None, None) == Period.parse(text)
    assert field.from_db_value(None, None, None) is None
