"""`tongket structure`: which industries are the province's strength, and whether their growth is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tongket.cli.figures import figure_data, written
from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.terms.words import Refusal, Text

if TYPE_CHECKING:
    from tongket.figures.observations.structure import IndustryLine, Structure
    from tongket.figures.terms.figure import Figure
    from tongket.figures.terms.period import Period

QUOTIENT, SHIFT = "location_quotient", "shift_share"
ALL = Text("Toàn ngành", "All industries")
TITLE = Text("Cơ cấu ngành công nghiệp năm {year}", "Structure of industry, {year}")
STRONG = Text("Thế mạnh (thương số trên 1): {names}.", "Strengths (quotient above 1): {names}.")
OWN = Text("Tăng do chính tỉnh: {names}.", "Growth of the province's own: {names}.")
NONE = Text("không có", "none")
AGAINST = Text("So với: {reference}", "Against: {reference}")


class NoStructure(Refusal):
    """There is nothing to compare the industries with."""


def show_structure(
    ctx: typer.Context,
    year: Annotated[int | None, typer.Option(help="The year; by default the last with figures.")] = None,
    release: Annotated[int | None, typer.Option(help="As a release froze it; by default as of now.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Each industry's location quotient, and its change by the nation, the industry and the province."""
    from tongket.cli.targets import opened

    session = open_session(ctx)
    book, _ = opened(session, release)
    structure, area = _structure(session), session.office.area_code
    chosen = _year(structure.years(book, area), year)
    lines = structure.lines(book, area, chosen)
    if as_json:
        session.json({"year": str(chosen), "industries": [_data(line) for line in lines]})
    else:
        _show(session, structure, lines, chosen)
        _say(session, lines)


def _structure(session: Session) -> Structure:
    """What the catalogue's recipes make of structure."""
    from tongket.figures.observations.structure import Structure

    recipes = session.catalogue.recipes
    quotients = [recipe for recipe in recipes if recipe.method == QUOTIENT]
    shifts = {str(one.parameters["part"]): one.definition for one in recipes if one.method == SHIFT}
    if not quotients:
        raise NoStructure(_NO_RECIPE)
    return Structure(str(quotients[0].parameters["dimension"]), quotients[0].definition, shifts)


def _year(years: tuple[Period, ...], wanted: int | None) -> Period:
    if not years:
        raise NoStructure(_NO_FIGURES)
    found = [year for year in years if wanted in (None, year.start_year)]
    if not found:
        known = ", ".join(str(year) for year in years)
        raise NoStructure(_NO_YEAR.format(year=wanted, known=known))
    return found[-1]


def _show(session: Session, structure: Structure, lines: tuple[IndustryLine, ...], year: Period) -> None:
    heads = {
        "change": numbers("Thay đổi", "Change"),
        "national": numbers("Đà cả nước", "Nation's growth"),
        "industry": numbers("Đà của ngành", "Industry's own"),
        "regional": numbers("Của tỉnh", "Province's own"),
    }
    shown = [part for part in heads if part in structure.shifts]
    rows = [
        (
            _name(session, line.code),
            _written(session, line.quotient, structure) if line.code else "",
            *(_written(session, line.shifts[part], structure) for part in shown),
        )
        for line in lines
    ]
    columns = (
        words("Ngành", "Industry"), numbers("Thương số vị trí", "Location quotient"),
        *(heads[part] for part in shown),
    )  # fmt: skip
    show_table(session, TITLE.format(year=year), columns, rows)


def _say(session: Session, lines: tuple[IndustryLine, ...]) -> None:
    """The two answers in a sentence each, and whose figures the nation's are."""
    industries = [line for line in lines if line.code]
    own = [line for line in industries if (one := line.shifts.get("regional")) and (one.value or 0) > 0]
    for sentence, found in ((STRONG, [line for line in industries if line.strong]), (OWN, own)):
        names = "; ".join(_name(session, line.code) for line in found) or NONE[session.lang]
        session.say(sentence, names=names)
    told = {line.quotient.because for line in industries if line.quotient.because}
    for because in sorted(told, key=str):
        session.say(AGAINST, reference=because)


def _written(session: Session, figure: Figure, structure: Structure) -> str:
    in_money = figure.unit != structure.quotient.unit
    decimals = 0 if in_money else session.catalogue.indicators.of(structure.quotient).decimals
    return written(figure, decimals, session.catalogue, session.lang)


def _name(session: Session, code: str) -> str:
    if not code:
        return ALL[session.lang]
    named = [one[code].name[session.lang] for one in session.catalogue.codelists.values() if code in one]
    return f"{code} {named[0]}" if named else code


def _data(line: IndustryLine) -> dict[str, Any]:
    shifts = {part: figure_data(figure) for part, figure in line.shifts.items()}
    return {
        "code": line.code,
        "quotient": figure_data(line.quotient),
        "strong": line.strong,
        "change": shifts,
    }


_NO_RECIPE = Text(
    "Danh mục không có công thức location_quotient. Hãy thêm công thức đó vào recipes.yaml.",
    "The catalogue has no recipe of method location_quotient. Add one to recipes.yaml.",
)
_NO_FIGURES = Text(
    "Chưa có số liệu để so với cả nước. Hãy thêm số của cả nước vào published/ của danh mục, thêm công thức "
    "published, rồi chạy “tongket compile”.",
    "There is nothing to compare with the nation. Add its figures to published/ of the catalogue and a "
    "recipe of method published, then run “tongket compile”.",
)
_NO_YEAR = Text(
    "Năm {year} chưa có số liệu cơ cấu. Các năm có: {known}.",
    "There are no figures of structure for {year}. Years with figures: {known}.",
)
