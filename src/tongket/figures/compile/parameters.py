"""A method's own parameters: what each may be, and the sentence that says so when it is something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.recipe import Recipe
from tongket.figures.methods.index_numbers.basket import Link
from tongket.figures.methods.index_numbers.elementary import Formula
from tongket.figures.methods.index_numbers.gaps import GAP_RULES, PARENTAL
from tongket.figures.methods.time_series.year_ladder import DAMPING as START_DAMPING
from tongket.figures.methods.time_series.year_methods import YearMethod
from tongket.figures.terms.area import LEVELS
from tongket.figures.terms.figure import ObsStatus
from tongket.figures.terms.indicator import Definition, Indicators
from tongket.figures.terms.period import NotAPeriod, Period
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text

T = TypeVar("T")


@dataclass(frozen=True)
class Parameter(Generic[T]):
    """One parameter: its name, its legal values in words, and how they are read.

    `read` raises ValueError for what is not legal. A parameter without a default has to be given.
    """

    name: str
    legal: Text
    read: Callable[[Any], T]
    default: T | None = None

    def of(self, recipe: Recipe) -> T:
        """The value the recipe gives, or the default; refuses an illegal or a missing one."""
        if self.name not in recipe.parameters and self.default is not None:
            return self.default
        found = recipe.parameters.get(self.name)
        try:
            return self.read(found)
        except (ValueError, NotAPeriod):
            raise RecipeRefused(
                _ILLEGAL.format(recipe=recipe.code, name=self.name, found=found, legal=self.legal)
            ) from None


A_SERIES = Text(
    "chỉ tiêu:phạm vi của một công thức khác, ví dụ retail_turnover:goods",
    "indicator:coverage of another recipe, such as retail_turnover:goods",
)


@dataclass(frozen=True, slots=True)
class Mapped:
    """A split by an attribute of an item: the dimension the item stands in, the attribute, and the
    code list that the attribute's codes belong to."""

    dimension: str
    attribute: str
    codelist: str


def check(recipe: Recipe, parameters: tuple[Parameter[Any], ...]) -> None:
    """Refuse a parameter the method does not know, and every illegal value."""
    names = [parameter.name for parameter in parameters]
    for name in recipe.parameters:
        if name not in names:
            legal = ", ".join(names) or "—"
            raise RecipeRefused(
                _UNKNOWN.format(recipe=recipe.code, name=name, method=recipe.method, legal=legal)
            )
    for parameter in parameters:
        parameter.of(recipe)


def word(found: object) -> str:
    if not isinstance(found, str) or not found:
        raise ValueError
    return found


def one_of(*legal: str) -> Callable[[object], str]:
    def read(found: object) -> str:
        if found not in legal:
            raise ValueError
        return str(found)

    return read


def _words(found: object) -> tuple[str, ...]:
    listed = found if isinstance(found, list | tuple) else [found]
    if not listed or len(set(map(str, listed))) < len(listed):
        raise ValueError
    return tuple(word(one) for one in listed)


def _year_or_none(found: object) -> int | None:
    if found is not None and (not isinstance(found, int) or found < 1900):
        raise ValueError
    return found


def number(least: float, most: float) -> Callable[[object], Decimal]:
    def read(found: object) -> Decimal:
        if isinstance(found, bool) or not isinstance(found, int | float) or not least <= found <= most:
            raise ValueError
        return exact(found)

    return read


def flag(found: object) -> bool:
    if not isinstance(found, bool):
        raise ValueError
    return found


@dataclass(frozen=True, slots=True)
class Source:
    """A series another recipe makes, as `retail_turnover:goods`; the coverage `all` may be left out."""

    indicator: str
    coverage: str

    def definition(self, indicators: Indicators) -> Definition:
        return indicators[self.indicator].definition(self.coverage)


NO_SOURCE = Source("", "")


def _source(found: object) -> Source:
    indicator, colon, coverage = word(found).partition(":")
    if not indicator or (colon and not coverage):
        raise ValueError
    return Source(indicator, coverage or "all")


def source(name: str, optional: bool = False) -> Parameter[Source]:
    """A parameter that names the observations a recipe is made from; one left out is `NO_SOURCE`."""
    return Parameter(name, A_SERIES, _source, NO_SOURCE if optional else None)


def _spans(found: object) -> tuple[Period, ...]:
    if not isinstance(found, list | tuple):
        raise ValueError
    return tuple(Period.parse(str(span)) for span in found)


def least(bound: int) -> Callable[[object], int]:
    def read(found: object) -> int:
        if not isinstance(found, int) or isinstance(found, bool) or found < bound:
            raise ValueError
        return found

    return read


def _maps(found: object) -> dict[str, Mapped]:
    if not isinstance(found, Mapping):
        raise ValueError
    return {str(split): _mapped(entry) for split, entry in found.items()}


def _mapped(entry: object) -> Mapped:
    if not isinstance(entry, Mapping) or set(entry) != {"dimension", "attribute", "codelist"}:
        raise ValueError
    return Mapped(word(entry["dimension"]), word(entry["attribute"]), word(entry["codelist"]))


def _counted(found: object) -> str:
    counted = word(found)
    if counted.startswith("area:") and counted.removeprefix("area:") not in LEVELS:
        raise ValueError
    return counted


A_CODE = Text("một mã", "a code")
DENOMINATOR = Parameter("denominator", Text("mã một chỉ số đo của biểu", "a measure of the form"), word)
OF = Parameter(
    "of",
    Text(
        f"một chiều của biểu, hoặc area: và một cấp ({', '.join(LEVELS)})",
        f"a dimension of the form, or area: and a level ({', '.join(LEVELS)})",
    ),
    _counted,
)
SPANS: Parameter[tuple[Period, ...]] = Parameter(
    "spans",
    Text("danh sách kỳ, ví dụ [2016-01/P60M]", "a list of periods, such as [2016-01/P60M]"),
    _spans,
    (),
)
YEAR_RULES = ("none", *YearMethod, "best", "combined")
YEAR_ESTIMATE = Parameter("year_estimate", Text.same(", ".join(YEAR_RULES)), one_of(*YEAR_RULES), "none")
DAMPING = Parameter("damping", Text("một số từ 0 đến 1", "a number from 0 to 1"), number(0, 1), START_DAMPING)
YEAR_INDICATOR = source("year_indicator", optional=True)
PAST_YEARS = Parameter("past_years", Text("số nguyên từ 2 trở lên", "a whole number from 2"), least(2), 5)
MAP: Parameter[dict[str, Mapped]] = Parameter(
    "map",
    Text(
        "{phân tổ: {dimension: chiều của biểu, attribute: thuộc tính của mã, codelist: danh mục}}",
        "{split: {dimension: of the form, attribute: of its codes, codelist: of the attribute}}",
    ),
    _maps,
    {},
)
ITEM_OF = Parameter(
    "item",
    Text(
        "{dimension: chiều của biểu, attribute: thuộc tính của mã, codelist: danh mục}",
        "{dimension: of the form, attribute: of its codes, codelist: of the attribute}",
    ),
    _mapped,
)
IMPUTE = Parameter(
    "impute", Text("mã một thang ước thay, hoặc none", "the code of a ladder, or none"), word, "none"
)
RANGE = Parameter(
    "range", Text("mã một thang ước thay, hoặc none", "the code of a ladder, or none"), word, "none"
)
ITEM = Parameter("item", A_CODE, word, "product")
WEIGHTS = Parameter(
    "weights",
    Text("mã một bộ quyền số, hoặc danh sách mã", "the code of a set of weights, or a list of them"),
    _words,
)
LINK = Parameter("link", Text.same(", ".join(Link)), lambda found: Link(found), Link.FIXED_BASE)
REFERENCE_YEAR: Parameter[int | None] = Parameter(
    "reference_year", Text("một năm gốc của các bộ quyền số", "a base year of the weights"), _year_or_none
)
ELEMENTARY = Parameter(
    "elementary", Text.same(", ".join(Formula)), lambda found: Formula(found), Formula.JEVONS
)
GAPS = Parameter("gaps", Text.same(", ".join(GAP_RULES)), one_of(*GAP_RULES), PARENTAL)
STATUS = Parameter(
    "status", Text.same(", ".join(ObsStatus)), lambda found: ObsStatus(found), ObsStatus.NORMAL
)

_ILLEGAL = Text(
    "Công thức “{recipe}”: tham số “{name}” là {found}; giá trị hợp lệ: {legal}.",
    "Recipe “{recipe}”: the parameter “{name}” is {found}; legal: {legal}.",
)
_UNKNOWN = Text(
    "Công thức “{recipe}”: phương pháp {method} không có tham số “{name}”. Các tham số hợp lệ: {legal}.",
    "Recipe “{recipe}”: the method {method} has no parameter “{name}”. It has: {legal}.",
)
