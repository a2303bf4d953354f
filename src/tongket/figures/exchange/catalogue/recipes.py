"""`recipes.yaml`: which facts make which indicator, by which method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.methods import METHODS, method_of
from tongket.figures.compile.order import ordered
from tongket.figures.compile.recipe import Recipe
from tongket.figures.exchange.catalogue.entry import DECLARE, Entry
from tongket.figures.exchange.catalogue.files import collect
from tongket.figures.exchange.catalogue.refusals import Place, because, one_of, refusal
from tongket.figures.returns.form import FormSpec, FormTable
from tongket.figures.terms.area import LEVELS, Level
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.indicator import Indicator, Indicators
from tongket.figures.terms.words import Text

AFTER = Text("một ngày không trước valid_from", "a day not before valid_from")


@dataclass(frozen=True)
class Sources:
    """What a recipe may name."""

    indicators: Indicators
    codelists: Mapping[str, Codelist]
    forms: Mapping[str, FormSpec]

    def tables(self) -> dict[str, list[FormTable]]:
        """The tables by the dataflow their rows go to."""
        tables: dict[str, list[FormTable]] = {}
        for form in self.forms.values():
            for table in form.tables:
                tables.setdefault(table.dataflow, []).append(table)
        return tables


def read_recipes(folders: Sequence[Path], known: Sources) -> tuple[Recipe, ...]:
    """The recipes in the order they compile: each after those whose observations it starts from."""
    tables, entries = known.tables(), collect(folders, "recipes.yaml")
    recipes = tuple(_recipe(entry, known, tables) for entry in entries.values())
    try:
        return ordered(recipes)
    except RecipeRefused as error:
        raise because(Place(folders[-1] / "recipes.yaml"), error) from error


def _recipe(entry: Entry, known: Sources, tables: Mapping[str, Sequence[FormTable]]) -> Recipe:
    indicator = known.indicators[entry.reference("indicator", known.indicators.entries)]
    coverage = entry.reference("coverage", indicator.coverages, default="all")
    method = entry.reference("method", METHODS)
    of_facts = METHODS[method].of_facts
    dataflow = entry.reference("dataflow", tables) if of_facts else ""
    flow = tables.get(dataflow, ())
    measures = {measure.code for table in flow for measure in table.measures}
    recipe = Recipe(
        code=entry.code(),
        definition=indicator.definition(coverage),
        method=method,
        dataflow=dataflow,
        measure=entry.reference("measure", measures) if of_facts else "",
        where=_where(entry, flow, known.codelists) if of_facts else {},
        breakdowns=_breakdowns(entry, indicator),
        levels=_levels(entry),
        parameters=entry.map("parameters", {}),
        valid_from=entry.day_or_none("valid_from"),
        valid_to=entry.day_or_none("valid_to"),
        reference=entry.word("reference", ""),
    )
    if recipe.valid_from and recipe.valid_to and recipe.valid_to < recipe.valid_from:
        raise entry.wrong("valid_to", AFTER)
    entry.close()
    _fit_for_its_method(entry, recipe, indicator)
    return recipe


def _fit_for_its_method(entry: Entry, recipe: Recipe, indicator: Indicator) -> None:
    """A method refuses shapes and parameters it cannot use; the sentence here adds the file."""
    try:
        method_of(recipe, indicator)
    except RecipeRefused as error:
        raise because(entry.place, error) from error


def _where(
    entry: Entry, flow: Sequence[FormTable], codelists: Mapping[str, Codelist]
) -> dict[str, tuple[str, ...]]:
    lists = {d.code: d.codelist for table in flow for d in table.dimensions if d.codelist}
    where: dict[str, tuple[str, ...]] = {}
    for dimension in entry.map("where", {}):
        part = entry.part("where")
        if dimension not in lists:
            raise part.wrong(dimension, one_of(lists, dimension), DECLARE)
        where[dimension] = part.references(dimension, codelists[lists[dimension]].items)
    return where


def _breakdowns(entry: Entry, indicator: Indicator) -> tuple[tuple[str, ...], ...]:
    """The splits to compile, by dimensions the indicator may be split by; left out, the whole alone."""
    return tuple(_split(entry, split, indicator) for split in entry.items("breakdowns", [[]]))


def _split(entry: Entry, split: object, indicator: Indicator) -> tuple[str, ...]:
    if not isinstance(split, list) or not all(part in indicator.breakdowns for part in split):
        legal = Text("[] hoặc các chiều của {code}: {parts}", "[] or dimensions of {code}: {parts}")
        parts = one_of(indicator.breakdowns)
        raise refusal(
            entry.place, "breakdowns", split, legal.format(code=indicator.code, parts=parts), DECLARE
        )
    return tuple(split)


def _levels(entry: Entry) -> tuple[Level, ...]:
    levels = entry.references("levels", LEVELS, default=("province",))
    return tuple(level for level in LEVELS if level in levels)
