"""What a compile needs to know beside the facts, gathered from the register, the filing and the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from tongket.desks.filing import queries as filing
from tongket.desks.ledger.queries import recorded
from tongket.desks.ledger.x13 import X13Program
from tongket.desks.registry import queries as registry
from tongket.figures.compile.context import Answered, Context, Due
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.methods.time_series.vintages import Release
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.period import Period


def context(catalogue: Catalogue, home: str, moment: datetime | None = None) -> Context:
    """The surroundings of a compile as they stood at the moment."""

    def vintages(series: SeriesKey) -> Mapping[Period, Sequence[Release]]:
        return recorded(series, moment)

    coverage, due = _coverage(catalogue, moment)
    tables = [table for form in catalogue.forms.values() for table in form.tables]
    return Context(
        indicators=catalogue.indicators,
        units=catalogue.units,
        codelists=catalogue.codelists,
        areas=registry.area_map(),
        home=home,
        weights=catalogue.weights,
        coverage=coverage,
        due=due,
        imputation=catalogue.imputation,
        measure_units={(t.dataflow, measure.code): measure.unit for t in tables for measure in t.measures},
        dimension_lists={(t.dataflow, d.code): d.codelist for t in tables for d in t.dimensions},
        frames=catalogue.frames,
        prices=catalogue.prices,
        price_bases=catalogue.price_bases,
        published=catalogue.published,
        calendars=catalogue.calendars,
        adjust=X13Program(),
        vintages=vintages,
    )


Coverage = dict[str, dict[Period, Answered]]
ByReporter = dict[str, dict[Period, tuple[Due, ...]]]


def _coverage(catalogue: Catalogue, moment: datetime | None) -> tuple[Coverage, ByReporter]:
    """How many returns are due and in, by dataflow and period; and whose, where some are out."""
    coverage: Coverage = {}
    due: ByReporter = {}
    for form in catalogue.forms.values():
        for table in form.tables:
            filed = filing.returns_due(form, table, moment)
            coverage[table.dataflow] = {
                period: Answered(len(those), sum(those.values())) for period, those in filed.items()
            }
            due[table.dataflow] = {
                period: tuple(
                    Due(filer.code, filer.area_code, has, filer.kind, filer.activity)
                    for filer, has in those.items()
                )
                for period, those in filed.items()
                if not all(those.values())
            }
    return coverage, due
