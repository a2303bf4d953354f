"""Method `published`: figures somebody else published, given a place in the book beside the office's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.parameters import A_CODE, Parameter, word
from tongket.figures.compile.tally import Job
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.words import Text

FIGURES = Parameter("figures", A_CODE, word)


def published(job: Job) -> Iterator[Observation]:
    """The figures as they were published, each with who published it; areas need not be on the map."""
    recipe, context = job.recipe, job.context
    code = FIGURES.of(recipe)
    if code not in context.published:
        legal = ", ".join(sorted(context.published)) or "—"
        raise RecipeRefused(_UNKNOWN.format(recipe=recipe.code, code=code, legal=legal))
    found = context.published[code]
    if found.unit != recipe.definition.unit:
        raise RecipeRefused(
            _UNIT.format(recipe=recipe.code, code=code, found=found.unit, unit=recipe.definition.unit)
        )
    because = _FROM.format(reference=found.reference, day=found.published_on)
    if found.synthetic:
        because = _SYNTHETIC.format(told=because)
    splits = {tuple(sorted(names)) for names in recipe.breakdowns}
    for (area, breakdown, period), figure in found.figures.items():
        if tuple(name for name, _ in breakdown) in splits:
            series = SeriesKey(recipe.definition, area, breakdown)
            yield Observation(series, period, replace(figure, because=because), recipe.code)


_FROM = Text("{reference}, công bố ngày {day:%d/%m/%Y}", "{reference}, published on {day:%Y-%m-%d}")
_SYNTHETIC = Text("SỐ GIẢ LẬP: {told}", "SYNTHETIC: {told}")
_UNIT = Text(
    "Công thức “{recipe}”: tập số liệu “{code}” tính bằng “{found}”, chỉ tiêu tính bằng “{unit}”. "
    "Hãy đặt hai đơn vị như nhau.",
    "Recipe “{recipe}”: the figures “{code}” are in “{found}”, the indicator in “{unit}”. "
    "Give both the same unit.",
)
_UNKNOWN = Text(
    "Công thức “{recipe}”: không có tập số liệu công bố “{code}”. Hiện có: {legal}. "
    "Hãy thêm tệp vào published/ của danh mục.",
    "Recipe “{recipe}”: there are no published figures “{code}”. There are: {legal}. "
    "Add a file to published/ of the catalogue.",
)
