"""How figures are printed on a terminal, and what they are as JSON."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.observations.observation import Address, Comparison
from tongket.figures.terms.comparable import NotComparable
from tongket.figures.terms.figure import DataType, Figure, ObsStatus
from tongket.figures.terms.indicator import Indicator
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.rounding import canonical
from tongket.figures.terms.words import Lang, Text

STATUS: dict[ObsStatus, Text] = {
    ObsStatus.NORMAL: Text("chính thức", "final"),
    ObsStatus.ESTIMATED: Text("ước", "estimate"),
    ObsStatus.PROVISIONAL: Text("sơ bộ", "preliminary"),
    ObsStatus.EXPERIMENTAL: Text("thử nghiệm", "experimental"),
    ObsStatus.IMPUTED: Text("có số gán", "imputed"),
    ObsStatus.MISSING: Text("trống", "empty"),
    ObsStatus.SUPPRESSED: Text("bảo mật", "withheld"),
}


def decimals_of(indicator: Indicator, comparison: Comparison, unit: str) -> int:
    """A level is printed with the indicator's own decimals, anything derived from it with its growth's."""
    own = comparison is Comparison.LEVEL or unit == indicator.unit
    return indicator.decimals if own else indicator.growth_decimals


def written(figure: Figure, decimals: int, catalogue: Catalogue, lang: Lang) -> str:
    """The figure with its unit, or in brackets why it is empty."""
    if figure.value is None:
        reason = figure.reason()
        return f"({reason[lang]})" if reason else ""
    number = write_number(figure.value, decimals, lang)
    symbol = catalogue.units[figure.unit].symbol[lang]
    glued = "" if symbol == "%" and lang == "vi" else " "
    return number if figure.unit == "index" else f"{number}{glued}{symbol}"


PLANNED = Text("kế hoạch", "plan")


def status(figure: Figure, lang: Lang) -> str:
    """How firm the number is, in words; a plan is no result at all."""
    if figure.data_type is DataType.TARGET and figure.value is not None:
        return PLANNED[lang]
    return STATUS[figure.status][lang] if figure.status in STATUS else figure.status.value


def figure_data(figure: Figure | NotComparable | None) -> dict[str, Any] | None:
    """A figure for another program: the exact value as text, never a rounded one; or why there is none."""
    if figure is None:
        return None
    if isinstance(figure, NotComparable):
        return {
            "value": None,
            "not_comparable": {
                "left": str(figure.left),
                "right": str(figure.right),
                "differences": list(figure.differences),
                "reason": {"vi": figure.reason.vi, "en": figure.reason.en},
            },
        }
    reason = figure.reason()
    return {
        "value": None if figure.value is None else canonical(figure.value),
        "unit": figure.unit,
        "data_type": figure.data_type.value,
        "obs_status": figure.status.value,
        "cause": figure.cause.value if figure.cause else None,
        "reason": {"vi": reason.vi, "en": reason.en} if reason else None,
        "answers": figure.answers,
        "margin": margin_data(figure),
    }


def margin_data(figure: Figure) -> dict[str, str | None] | None:
    """Standard error, interval and coefficient of variation in percent of a figure from a sample."""
    if figure.margin is None:
        return None
    exact = {field.name: canonical(getattr(figure.margin, field.name)) for field in fields(figure.margin)}
    variation = figure.variation
    return {**exact, "variation": None if variation is None else canonical(variation)}


def address_data(address: Address, figure: Figure) -> dict[str, Any]:
    return {"address": str(address), **(figure_data(figure) or {})}
