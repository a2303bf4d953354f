"""A method's own parameters: what each may be, and the sentence that says so when it is something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.recipe import Recipe
from tongket.figures.methods.index_numbers.basket import Link
from tongket.figures.methods.index_numbers.elementary import Formula
from tongket.figures.methods.index_numbers.gaps import GAP_RULES, PARENTAL
from tongket.figures.terms.area import LEVELS
from tongket.figures.terms.figure import ObsStatus
from tongket.figures.terms.period import NotAPeriod, Period
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


def _word(found: object) -> str:
    if not isinstance(found, str) or not found:
        raise ValueError
    return found


def _one_of(*legal: str) -> Callable[[object], str]:
    def read(found: object) -> str:
        if found not in legal:
            raise ValueError
        return str(found)

    return read


def _words(found: object) -> tuple[str, ...]:
    listed = found if isinstance(found, list | tuple) else [found]
    if not listed or len(set(map(str, listed))) < len(listed):
        raise ValueError
    return tuple(_word(one) for one in listed)


def _year_or_none(found: object) -> int | None:
    if found is not None and (not isinstance(found, int) or found < 1900):
        raise ValueError
    return found


def _spans(found: object) -> tuple[Period, ...]:
    if not isinstance(found, list | tuple):
        raise ValueError
    return tuple(Period.parse(str(span)) for span in found)


def _least_two(found: object) -> int:
    if not isinstance(found, int) or found < 2:
        raise ValueError
    return found


def _maps(found: object) -> dict[str, Mapped]:
    if not isinstance(found, Mapping):
        raise ValueError
    return {str(split): _mapped(entry) for split, entry in found.items()}


def _mapped(entry: object) -> Mapped:
    if not isinstance(entry, Mapping) or set(entry) != {"dimension", "attribute", "codelist"}:
        raise ValueError
    return Mapped(_word(entry["dimension"]), _word(entry["attribute"]), _word(entry["codelist"]))


def _counted(found: object) -> str:
    word = _word(found)
    if word.startswith("area:") and word.removeprefix("area:") not in LEVELS:
        raise ValueError
    return word


A_CODE = Text("một mã", "a code")

DENOMINATOR = Parameter("denominator", Text("mã một chỉ số đo của biểu", "a measure of the form"), _word)
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
YEAR_ESTIMATE = Parameter(
    "year_estimate", Text.same("none, seasonal_share"), _one_of("none", "seasonal_share"), "none"
)
PAST_YEARS = Parameter("past_years", Text("số nguyên từ 2 trở lên", "a whole number from 2"), _least_two, 5)
MAP: Parameter[dict[str, Mapped]] = Parameter(
    "map",
    Text(
        "{phân tổ: {dimension: chiều của biểu, attribute: thuộc tính của mã, codelist: danh mục}}",
        "{split: {dimension: of the form, attribute: of its codes, codelist: of the attribute}}",
    ),
    _maps,
    {},
)
IMPUTE = Parameter(
    "impute", Text("mã một thang ước thay, hoặc none", "the code of a ladder, or none"), _word, "none"
)
RANGE = Parameter(
    "range", Text("mã một thang ước thay, hoặc none", "the code of a ladder, or none"), _word, "none"
)
ITEM = Parameter("item", A_CODE, _word, "product")
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
GAPS = Parameter("gaps", Text.same(", ".join(GAP_RULES)), _one_of(*GAP_RULES), PARENTAL)
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
