"""Workbooks that reporters of the made-up office send."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.workbooks import SheetOut, write_workbook
from tongket.figures.returns.answer import Answer, Place, Return
from tongket.figures.terms.period import Period

Lines = Mapping[tuple[str, ...], Mapping[str, object]]
PRODUCTION = ("industrial_production", "products")


def production(quantity: object, value: object = 10) -> Lines:
    """One product, as most tests need it."""
    return {("electricity",): {"quantity": quantity, "value": value}}


def book(
    path: Path,
    catalogue: Catalogue,
    reporter: str,
    months: Mapping[str, Lines] | Sequence[tuple[str, Lines]],
    of: tuple[str, str] = PRODUCTION,
) -> Path:
    """A workbook of one reporter with a sheet for each period."""
    sheets_of = months.items() if isinstance(months, Mapping) else months
    sheets = [
        sheet(name, catalogue, period, [filled(catalogue, reporter, period, lines, of)], of, reporter)
        for name, (period, lines) in zip("ABCDEFGHIJKLM", sheets_of, strict=False)
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_workbook(path, sheets, "vi", catalogue.codelists, catalogue.units)
    return path


def joint_book(
    path: Path, catalogue: Catalogue, period: str, reporters: Mapping[str, Lines], of: tuple[str, str]
) -> Path:
    """A workbook with one sheet on which every line names its own reporter."""
    returns = [filled(catalogue, reporter, period, lines, of) for reporter, lines in reporters.items()]
    write_workbook(
        path, [sheet("A", catalogue, period, returns, of, None)], "vi", catalogue.codelists, catalogue.units
    )
    return path


def sheet(
    name: str,
    catalogue: Catalogue,
    period: str,
    returns: Sequence[Return],
    of: tuple[str, str],
    reporter: str | None,
) -> SheetOut:
    form = catalogue.forms[of[0]]
    return SheetOut(name, form, of[1], Period.parse(period), reporter, returns, synthetic=True)


def filled(
    catalogue: Catalogue, reporter: str, period: str, lines: Lines, of: tuple[str, str] = PRODUCTION
) -> Return:
    form = catalogue.forms[of[0]]
    table = form.table(of[1])
    place = Place("made")
    answers = tuple(
        Answer(
            dict(zip((d.code for d in table.dimensions), codes, strict=True)),
            measure,
            Decimal(str(value)),
            table.measure(measure).unit,
            place,
        )
        for codes, values in lines.items()
        for measure, value in values.items()
    )
    return Return(form.code, form.version, table.code, reporter, Period.parse(period), answers, place, True)
