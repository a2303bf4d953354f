"""`tongket explain`: open a figure down to the cells of the returns, and compute it again from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tongket.cli.figures import address_data, decimals_of, figure_data, status, written
from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.observations.observation import Address
from tongket.figures.terms.words import Text

if TYPE_CHECKING:
    from tongket.desks.filing.queries import AcceptedCell
    from tongket.desks.ledger.passport import Passport
    from tongket.figures.terms.figure import Figure

DEFINITION = Text("Định nghĩa", "Definition")
METHOD = Text("Cách tính", "Method")
REFERENCE = Text("Căn cứ", "Reference")
UNCONFIRMED = Text(" (chưa đối chiếu văn bản gốc)", " (not checked against the text itself)")
INPUTS = Text("Tính từ", "Made of")
PARTS = Text("Đóng góp lớn nhất", "Largest contributions")
CELLS = Text("Ô báo cáo ({shown} ô lớn nhất trong {all} ô)", "Return cells ({shown} largest of {all})")
VINTAGES = Text("Các lần tính của số này", "Vintages of this figure")
AGREES = Text(
    "Tính lại từ {cells} ô báo cáo: {value}. Khớp với số liệu.",
    "Computed again from {cells} return cells: {value}. It equals the figure.",
)
DIFFERS = Text(
    "Tính lại từ {cells} ô báo cáo: {value}. KHÔNG khớp với số liệu {printed}.",
    "Computed again from {cells} return cells: {value}. It does NOT equal the figure {printed}.",
)


def explain(
    ctx: typer.Context,
    figures: Annotated[
        list[str],
        typer.Argument(help="Addresses, as IIP@14/2020,activity=C,compare=same_period_last_year."),
    ],
    release: Annotated[int | None, typer.Option(help="As a release froze it; by default as of now.")] = None,
    cells: Annotated[int, typer.Option(help="How many return cells to print.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON, with every cell.")] = False,
) -> None:
    """Where a number comes from: definition, method, inputs, contributions, return cells; recomputed."""
    addresses = [Address.parse(figure) for figure in figures]
    session = open_session(ctx)
    opened = _open(session, addresses, release)
    if as_json:
        data = [passport_data(one) for one in opened]
        session.json(data[0] if len(data) == 1 else data)
    else:
        for one in opened:
            show(session, one, cells)
    if not all(one.agrees for one in opened):
        raise typer.Exit(1)


def _open(session: Session, addresses: list[Address], release: int | None) -> list[Passport]:
    from tongket.desks.ledger.doors import release as find
    from tongket.desks.ledger.passport import passport

    moment = None if release is None else find(release).moment
    home = session.office.area_code
    return [passport(session.catalogue, home, address, moment) for address in addresses]


def show(session: Session, opened: Passport, cells: int) -> None:
    _head(session, opened)
    _inputs(session, opened)
    _parts(session, opened)
    _vintages(session, opened)
    _cells(session, opened.cells, cells)
    printed = _print(session, opened, opened.figure)
    again = _print(session, opened, opened.recomputed)
    session.say(AGREES if opened.agrees else DIFFERS, cells=len(opened.cells), value=again, printed=printed)


def _head(session: Session, opened: Passport) -> None:
    lang, indicator = session.lang, opened.indicator
    firm = f" ({status(opened.figure, lang)})"
    head = f"{opened.name[lang]} · {opened.address.period}: {_print(session, opened, opened.figure)}{firm}"
    session.console.print(head, markup=False, style="bold")
    definition = opened.recipe.definition
    unit = session.catalogue.units[definition.unit].name[lang]
    parts = [str(definition), f"v{definition.version}", unit, definition.price_basis]
    session.console.print(f"{DEFINITION[lang]}: {' · '.join(part for part in parts if part)}", markup=False)
    recipe = opened.recipe
    session.console.print(
        f"{METHOD[lang]}: {recipe.method} ({recipe.dataflow}.{recipe.measure}) {recipe.reference}".rstrip(),
        markup=False,
    )
    if indicator.legal:
        unread = "" if indicator.legal.confirmed else UNCONFIRMED[lang]
        session.console.print(f"{REFERENCE[lang]}: {indicator.legal.text}{unread}", markup=False)


def _print(session: Session, opened: Passport, figure: Figure) -> str:
    decimals = decimals_of(opened.indicator, opened.address.comparison, figure.unit)
    return written(figure, decimals, session.catalogue, session.lang)


def _inputs(session: Session, opened: Passport) -> None:
    if not opened.inputs:
        return
    heads = (words("Số liệu", "Figure"), numbers("Giá trị", "Value"), words("Tình trạng", "Status"))
    rows = [
        (str(address), _print(session, opened, figure), status(figure, session.lang))
        for address, figure in opened.inputs
    ]
    show_table(session, INPUTS, heads, rows)


def _parts(session: Session, opened: Passport) -> None:
    known = [part for part in opened.parts if part.contribution.value is not None][:12]
    if not known:
        return
    heads = (
        words("Thành phần", "Part"), numbers("Giá trị", "Value"), numbers("Đóng góp", "Contribution"),
    )  # fmt: skip
    rows = [
        (
            _part_name(session, part.address),
            _print(session, opened, part.figure),
            written(part.contribution, 2, session.catalogue, session.lang),
        )
        for part in known
    ]
    show_table(session, PARTS, heads, rows)


def _part_name(session: Session, address: Address) -> str:
    """The codes of the part with their names, where a code list of the dimension has them."""
    names = []
    for dimension, code in address.breakdown:
        lists = [items for items in session.catalogue.codelists.values() if code in items]
        named = next((items[code].name[session.lang] for items in lists), "")
        names.append(f"{dimension}={code} {named}".strip())
    return ", ".join(names)


def _vintages(session: Session, opened: Passport) -> None:
    from tongket.cli.release import clock

    if all(vintage.superseded_at is None for vintage in opened.vintages):
        return  # one vintage each: there is no history to tell
    heads = (
        words("Số liệu", "Figure"), numbers("Giá trị", "Value"), words("Từ", "From"), words("Đến", "Until"),
    )  # fmt: skip
    rows = [
        (
            vintage.address,
            _print(session, opened, vintage.figure),
            clock(vintage.recorded_at),
            clock(vintage.superseded_at) if vintage.superseded_at else "",
        )
        for vintage in opened.vintages
    ]
    show_table(session, VINTAGES, heads, rows)


def _cells(session: Session, cells: tuple[AcceptedCell, ...], shown: int) -> None:
    heads = (
        words("Đơn vị báo cáo", "Reporter"), words("Kỳ", "Period"), words("Dòng", "Line"),
        numbers("Giá trị", "Value"), words("Tệp ▸ trang ▸ ô", "File ▸ sheet ▸ cell"),
        words("Người gửi", "Sent by"),
    )  # fmt: skip
    rows = [
        (
            cell.reporter,
            str(cell.period),
            " ".join([*cell.dimensions.values(), cell.measure]),
            f"{cell.value:,f}",
            str(cell.place),
            cell.by,
        )
        for cell in cells[:shown]
    ]
    title = CELLS.format(shown=len(rows), all=len(cells))
    show_table(session, title, heads, rows)


def passport_data(opened: Passport) -> dict[str, Any]:
    recipe, indicator = opened.recipe, opened.indicator
    return {
        **address_data(opened.address, opened.figure),
        "name": {"vi": opened.name.vi, "en": opened.name.en},
        "definition": {
            "indicator": indicator.code,
            "version": indicator.version,
            "coverage": recipe.definition.coverage,
            "unit": recipe.definition.unit,
            "price_basis": recipe.definition.price_basis or None,
            "legal_reference": indicator.legal.text if indicator.legal else None,
            "legal_reference_confirmed": indicator.legal.confirmed if indicator.legal else None,
        },
        "method": {"recipe": recipe.code, "method": recipe.method, "reference": recipe.reference or None},
        "inputs": [address_data(address, figure) for address, figure in opened.inputs],
        "parts": [
            {**address_data(part.address, part.figure), "contribution": figure_data(part.contribution)}
            for part in opened.parts
        ],
        "vintages": [
            {
                "address": vintage.address,
                **(figure_data(vintage.figure) or {}),
                "recorded_at": vintage.recorded_at.isoformat(),
                "superseded_at": vintage.superseded_at and vintage.superseded_at.isoformat(),
            }
            for vintage in opened.vintages
        ],
        "cells": [_cell_data(cell) for cell in opened.cells],
        "recomputed": figure_data(opened.recomputed),
        "agrees": opened.agrees,
    }


def _cell_data(cell: AcceptedCell) -> dict[str, Any]:
    return {
        "reporter": cell.reporter,
        "period": str(cell.period),
        "dimensions": dict(cell.dimensions),
        "measure": cell.measure,
        "value": str(cell.value),
        "unit": cell.unit,
        "file": cell.place.file,
        "sheet": cell.place.sheet,
        "cell": cell.place.cell,
        "by": cell.by,
    }
