"""A figure: a value with its unit, what kind of number it is, how firm, and why it is empty when it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from tongket.figures.terms.words import Text


class DataType(StrEnum):
    """What the number claims to be: a dimension of its own, not a status (METHODS §8)."""

    ACTUAL = "ACTUAL"
    ESTIMATE = "ESTIMATE"
    TARGET = "TARGET"
    FORECAST = "FORECAST"


class ObsStatus(StrEnum):
    """SDMX code list CL_OBS_STATUS 2.2, the codes this system sets."""

    NORMAL = "A"
    BREAK = "B"
    ESTIMATED = "E"
    FORECAST = "F"
    EXPERIMENTAL = "G"
    IMPUTED = "I"
    MISSING = "O"
    PROVISIONAL = "P"
    SUPPRESSED = "Q"
    LOW_RELIABILITY = "U"
    UNVALIDATED = "V"


class Cause(StrEnum):
    """Why a figure is empty. Absence always has one."""

    NOT_DUE = "not_due"
    NOT_ANSWERED = "not_answered"
    NOT_COLLECTED = "not_collected"
    NOT_PUBLISHED = "not_published"
    REFUSED = "refused"
    CONFIDENTIAL = "confidential"
    NOT_COMPARABLE = "not_comparable"
    ZERO_BASE = "zero_base"
    UNDEFINED = "undefined"


CAUSES: dict[Cause, Text] = {
    Cause.NOT_DUE: Text("chưa đến hạn báo cáo", "not due yet"),
    Cause.NOT_ANSWERED: Text("chưa đủ báo cáo", "returns are missing"),
    Cause.NOT_COLLECTED: Text("không thu thập", "not collected"),
    Cause.NOT_PUBLISHED: Text("chưa từng được công bố", "never published"),
    Cause.REFUSED: Text("đơn vị từ chối cung cấp", "refused by the reporter"),
    Cause.CONFIDENTIAL: Text("bảo mật thông tin", "confidential"),
    Cause.NOT_COMPARABLE: Text("không so sánh được", "not comparable"),
    Cause.ZERO_BASE: Text("kỳ gốc bằng không", "the base is zero"),
    Cause.UNDEFINED: Text("không xác định", "undefined"),
}


@dataclass(frozen=True, slots=True)
class Margin:
    """How far a figure from a sample may be off: its standard error and its interval, in its own unit.

    `confidence` is that of the interval, 0.95 for 95 %.
    """

    error: Decimal
    low: Decimal
    high: Decimal
    confidence: Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, never naked.

    `value` is exact and unrounded in `unit` (a code of the catalogue); it is None exactly when `cause`
    says why. `because` may add a sentence to the cause. `answers` is how many returns stand behind it;
    `margin` how far off one from a sample may be.
    """

    value: Decimal | None
    unit: str
    data_type: DataType = DataType.ACTUAL
    status: ObsStatus = ObsStatus.NORMAL
    cause: Cause | None = None
    because: Text | None = None
    answers: int | None = None
    margin: Margin | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.cause is None):
            raise ValueError(f"A figure has a value or a cause of its absence, one of them; found {self!r}.")
        if self.value is not None and not self.value.is_finite():
            raise ValueError(f"A figure is finite or absent with a cause; found {self.value}.")

    @classmethod
    def absent(
        cls, unit: str, cause: Cause, because: Text | None = None, answers: int | None = None
    ) -> Figure:
        """An empty figure: OBS_STATUS `O`, or `Q` when withheld."""
        status = ObsStatus.SUPPRESSED if cause is Cause.CONFIDENTIAL else ObsStatus.MISSING
        return cls(None, unit, status=status, cause=cause, because=because, answers=answers)

    def with_value(self, value: Decimal, unit: str) -> Figure:
        """The same kind of number with another value, as a growth takes its status from its level."""
        return replace(self, value=value, unit=unit, margin=None)

    @property
    def variation(self) -> Decimal | None:
        """The coefficient of variation in percent; None without a margin, or of a value of 0."""
        if self.margin is None or not self.value:
            return None
        return 100 * self.margin.error / abs(self.value)

    def reason(self) -> Text | None:
        """Why it is empty, in words: the added sentence where there is one, else the cause's own."""
        if self.cause is None:
            return None
        return self.because or CAUSES[self.cause]
