"""Columns that keep exactly what they are given."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from tongket.figures.terms.period import NotAPeriod, Period
from tongket.figures.terms.rounding import canonical


class _ExactTextField(models.Field):
    """A value kept as text. It can be asked for by equality only: text does not sort as its value does."""

    ALLOWED_LOOKUPS = frozenset({"exact", "in", "isnull"})

    def get_internal_type(self) -> str:
        return "TextField"

    def get_lookup(self, lookup_name: str) -> type | None:
        return super().get_lookup(lookup_name) if lookup_name in self.ALLOWED_LOOKUPS else None

    def from_db_value(self, value: str | None, expression: object, connection: object) -> Any:
        return value if value is None else self.to_python(value)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.get_prep_value(self.value_from_object(obj)))


class ExactDecimalField(_ExactTextField):
    """A decimal with every digit it came with: SQLite's own decimals pass through binary floats."""

    description = "An exact decimal"

    def to_python(self, value: object) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        if isinstance(value, float):
            raise TypeError(f"A float has a binary tail; give a Decimal. Found {value!r}.")
        try:
            return Decimal(str(value))
        except InvalidOperation as cause:
            raise ValidationError(f"“{value}” is not a decimal number.") from cause

    def get_prep_value(self, value: object) -> str | None:
        number = self.to_python(value)
        return None if number is None else canonical(number)


class PeriodField(_ExactTextField):
    """A period as its SDMX text, `2020-10`."""

    description = "A period in its SDMX form"

    def to_python(self, value: object) -> Period | None:
        if value is None or isinstance(value, Period):
            return value
        try:
            return _period(str(value))
        except NotAPeriod as cause:
            raise ValidationError(cause.sentence.vi) from cause

    def get_prep_value(self, value: object) -> str | None:
        period = self.to_python(value)
        return None if period is None else _period_text(period)


@lru_cache(maxsize=4096)
def _period(text: str) -> Period:
    return Period.parse(text)


@lru_cache(maxsize=4096)
def _period_text(period: Period) -> str:
    return str(period)
