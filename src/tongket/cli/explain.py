"""`tongket explain`: open a figure down to the cells of the returns, and compute it again from them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from tongket.cli.areas import day_of
from tongket.cli.figures import decimals_of, status, written
from tongket.cli.passport_data import passport_data
from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.observations.observation import Address, Comparison
from tongket.figures.prose.margin import margin_told
from tongket.figures.terms.figure import DataType
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.words import Text

if TYPE_CHECKING:
    from tongket.desks.ledger.passport import Passport
    from tongket.figures.terms.figure import Figure

DEFINITION = Text("Định nghĩa", "Definition")
METHOD = Text("Cách tính", "Method")
REFERENCE = Text("Căn cứ", "Reference")
UNCONFIRMED = Text(" (chưa đối chiếu văn bản gốc)", " (not checked against the text itself)")
INPUTS = Text("Tính từ", "Made of")
PRICES = Text("giá hiện hành", "current prices")
MADE = Text("Cách lập", "How it was made")
ON_MAP = Text("bản đồ ngày {day:%d/%m/%Y}", "on the map of {day:%Y-%m-%d}")
STILL_OUT = Text("Khoảng còn có thể", "What it can still come to")
ESTIMATED = Text("Cách ước", "How it was estimated")
MARGIN = Text("Sai số mẫu", "Sampling error")
DECISION = Text("Văn bản giao chỉ tiêu", "Decision that set the target")
PARTS = Text("Thành phần ({shown} trong {all})", "Parts ({shown} of {all})")
SENT_BY = Text("Đơn vị đóng góp lớn nhất ({shown} trong {all})", "Largest contributors ({shown} of {all})")
MOST = 15
SENDERS = 5
COMPARISONS = {
    Comparison.SAME_PERIOD_LAST_YEAR: Text("so với cùng kỳ năm trước", "on the same period last year"),
    Comparison.PREVIOUS_PERIOD: Text("so với kỳ trước", "on the period before"),
    Comparison.BASE_YEAR: Text("so với kỳ gốc", "on the base year"),
    Comparison.CHANGE: Text("tăng, giảm tuyệt đối", "change on the same period last year"),
    Comparison.SHARE: Text("tỷ trọng", "share"),
    Comparison.CONTRIBUTION: Text("đóng góp vào mức tăng chung", "contribution to the growth of the whole"),
    Comparison.PLAN: Text("kế hoạch", "plan"),
    Comparison.PERCENT_OF_PLAN: Text("so với kế hoạch", "of the plan"),
    Comparison.ABOVE_PLAN: Text("chênh lệch so với kế hoạch", "difference from the plan"),
    Comparison.ASKED_BY_PLAN: Text("mức tăng kế hoạch đòi hỏi", "growth the plan asks for"),
}
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
    on_map: Annotated[
        str, typer.Option("--map", help="Told on the map of a day, as 2025-07-01; by default as it was.")
    ] = "",
    cells: Annotated[int, typer.Option(help="How many return cells to print.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON, with every cell.")] = False,
) -> None:
    """Where a number comes from: definition, method, inputs, contributions, return cells; recomputed."""
    addresses = [placed(Address.parse(figure), on_map) for figure in figures]
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


def placed(address: Address, on_map: str) -> Address:
    """The address on the map asked for beside it, if any."""
    return replace(address, geo_version=day_of(on_map)) if on_map else address


def _open(session: Session, addresses: list[Address], release: int | None) -> list[Passport]:
    from tongket.desks.ledger.doors import release as find
    from tongket.desks.ledger.passport import Opener
    from tongket.desks.planning.queries import targets

    moment = None if release is None else find(release).moment
    opener = Opener(session.catalogue, session.office.area_code, targets(moment), moment)
    return [opener.open(address) for address in addresses]


def show(session: Session, opened: Passport, cells: int) -> None:
    """The passport as text: from what it is down to the cells, and whether they still give it."""
    _head(session, opened)
    _inputs(session, opened)
    _parts(session, opened)
    _senders(session, opened)
    _vintages(session, opened)
    if opened.cells:
        _cells(session, opened, cells)
    printed, again = _written(session, opened.address, opened.figure), opened.recomputed
    slots = {
        "cells": len(opened.cells),
        "value": _written(session, opened.address, again),
        "printed": printed,
    }
    session.say(AGREES if opened.agrees else DIFFERS, **slots)


def _head(session: Session, opened: Passport) -> None:
    lang, indicator, recipe = session.lang, opened.indicator, opened.recipe
    value = _written(session, opened.address, opened.figure)
    head = f"{_title(session, opened)} · {opened.address.period}: {value} ({status(opened.figure, lang)})"
    session.console.print(head, markup=False, style="bold")
    unit = session.catalogue.units[indicator.unit].name[lang]
    parts = [f"{opened.address.indicator}:{opened.address.coverage}", f"v{indicator.version}", unit]
    parts += [PRICES[lang]] if indicator.price_basis == "current" else []
    session.console.print(f"{DEFINITION[lang]}: {' · '.join(parts)}", markup=False)
    if recipe:
        of = f" ({recipe.dataflow}.{recipe.measure})" if recipe.dataflow else ""
        told = f"{recipe.method}{of} {recipe.reference}".rstrip()
        session.console.print(f"{METHOD[lang]}: {told}", markup=False)
    if indicator.legal:
        unread = "" if indicator.legal.confirmed else UNCONFIRMED[lang]
        session.console.print(f"{REFERENCE[lang]}: {indicator.legal.text}{unread}", markup=False)
    if opened.figure.value is not None and opened.figure.because:
        label = ESTIMATED if opened.figure.data_type is DataType.ESTIMATE else MADE
        session.console.print(f"{label[lang]}: {opened.figure.because[lang]}", markup=False)
    if margin := margin_told(opened.figure, indicator.decimals, session.catalogue.units[indicator.unit]):
        session.console.print(f"{MARGIN[lang]}: {margin[lang]}", markup=False)
    if opened.outstanding:
        session.console.print(f"{STILL_OUT[lang]}: {opened.outstanding[lang]}", markup=False)
    if opened.target:
        session.console.print(f"{DECISION[lang]}: {opened.target.decision.title[lang]}", markup=False)


def _title(session: Session, opened: Passport) -> str:
    """The indicator's name, the part of it, and how it is compared."""
    lang, address = session.lang, opened.address
    named = [opened.name[lang]]
    if address.breakdown:
        named.append(_part_name(session, address))
    if address.comparison in COMPARISONS:
        named.append(COMPARISONS[address.comparison][lang])
    if address.geo_version is not None:
        named.append(ON_MAP.format(day=address.geo_version)[lang])
    return ", ".join(named)


def _written(session: Session, address: Address, figure: Figure) -> str:
    """As it is printed."""
    indicator = session.catalogue.indicators[address.indicator]
    decimals = decimals_of(indicator, address.comparison, figure.unit)
    return written(figure, decimals, session.catalogue, session.lang)


def _closer(session: Session, address: Address, figure: Figure) -> str:
    """With two more places where it is not a count of things, to see what the printed figure rests on."""
    indicator = session.catalogue.indicators[address.indicator]
    decimals = decimals_of(indicator, address.comparison, figure.unit)
    whole = figure.value is not None and figure.value == figure.value.to_integral_value()
    return written(figure, decimals if whole else decimals + 2, session.catalogue, session.lang)


def _inputs(session: Session, opened: Passport) -> None:
    if not opened.inputs:
        return
    heads = (words("Số liệu", "Figure"), numbers("Giá trị", "Value"), words("Tình trạng", "Status"))
    rows = [
        (str(address), _closer(session, address, figure), status(figure, session.lang))
        for address, figure in opened.inputs
    ]
    show_table(session, INPUTS, heads, rows)


def _parts(session: Session, opened: Passport) -> None:
    if not opened.parts:
        return
    heads = (
        words("Thành phần", "Part"), numbers("Giá trị", "Value"), numbers("Đóng góp", "Contribution"),
    )  # fmt: skip
    rows = [
        (
            _part_name(session, part.address),
            _closer(session, part.address, part.figure),
            written(part.contribution, 2, session.catalogue, session.lang),
        )
        for part in opened.parts[:MOST]
    ]
    show_table(session, PARTS.format(shown=len(rows), all=len(opened.parts)), heads, rows)


def _part_name(session: Session, address: Address) -> str:
    """The codes of the part with their names, where a code list has them."""
    names = []
    for dimension, code in address.breakdown:
        lists = [items for items in session.catalogue.codelists.values() if code in items]
        named = next((items[code].name[session.lang] for items in lists), "")
        names.append(f"{dimension}={code} {named}".strip())
    return ", ".join(names)


def _senders(session: Session, opened: Passport) -> None:
    from tongket.desks.registry.queries import names_of

    shown = opened.senders[:SENDERS]
    if not shown:
        return
    known = names_of(sender.reporter for sender in shown)
    heads = (
        words("Mã", "Code"), words("Đơn vị báo cáo", "Reporter"), numbers("Đóng góp", "Contribution"),
    )  # fmt: skip
    rows = [
        (
            sender.reporter,
            known.get(sender.reporter, ""),
            written(sender.contribution, 2, session.catalogue, session.lang),
        )
        for sender in shown
    ]
    show_table(session, SENT_BY.format(shown=len(rows), all=len(opened.senders)), heads, rows)


def _vintages(session: Session, opened: Passport) -> None:
    from tongket.cli.release import clock

    replaced = {vintage.address for vintage in opened.vintages if vintage.superseded_at}
    rows = [
        (
            vintage.address,
            _closer(session, Address.parse(vintage.address), vintage.figure),
            clock(vintage.recorded_at),
            clock(vintage.superseded_at) if vintage.superseded_at else "",
        )
        for vintage in opened.vintages
        if vintage.address in replaced
    ]
    heads = (
        words("Số liệu", "Figure"), numbers("Giá trị", "Value"), words("Từ", "From"), words("Đến", "Until"),
    )  # fmt: skip
    if rows:
        show_table(session, VINTAGES, heads, rows)


def _cells(session: Session, opened: Passport, most: int) -> None:
    heads = (
        words("Đơn vị", "Reporter"), words("Kỳ", "Period"), words("Dòng", "Line"),
        numbers("Giá trị", "Value"), words("Tệp ▸ trang ▸ ô", "File ▸ sheet ▸ cell"),
        words("Người gửi", "By"),
    )  # fmt: skip
    rows = [
        (
            cell.reporter,
            str(cell.period),
            " ".join([*cell.dimensions.values(), cell.measure]),
            write_number(cell.value, _places(cell.value), session.lang),
            str(cell.place),
            cell.by,
        )
        for cell in opened.cells[:most]
    ]
    show_table(session, CELLS.format(shown=len(rows), all=len(opened.cells)), heads, rows)


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
