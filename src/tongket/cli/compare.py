"""`tongket compare`: one figure against another, or the reason why they may not be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tongket.cli.explain import placed
from tongket.cli.figures import address_data, decimals_of, figure_data, status, written
from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.cli.targets import opened
from tongket.figures.observations.observation import Address
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.words import Refusal, Text

if TYPE_CHECKING:
    from tongket.figures.observations.book import Book

DIFFERENCE = Text("Chênh lệch", "Difference")
TWO_MAPS = Text(
    "Hai số liệu nằm trên hai bản đồ khác nhau, không so sánh được. Hãy ghi cùng một ngày: --map 2025-07-01.",
    "The two figures are on two maps and do not compare. Name one day for both: --map 2025-07-01.",
)
GROWTH = Text("Tăng, giảm", "Growth")


def compare(
    ctx: typer.Context,
    before: Annotated[str, typer.Argument(help="The figure to compare with.")],
    after: Annotated[str, typer.Argument(help="The figure compared; a plan is …,compare=plan,target=NAME.")],
    release: Annotated[int | None, typer.Option(help="As a release froze them; by default now.")] = None,
    on_map: Annotated[
        str, typer.Option("--map", help="Both on the map of a day, as 2025-07-01; by default as they were.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Difference and growth between two figures; refused with the reason where they are not alike."""
    from tongket.figures.targets.set_against import set_against
    from tongket.figures.terms.comparable import NotComparable

    addresses = placed(Address.parse(before), on_map), placed(Address.parse(after), on_map)
    session = open_session(ctx)
    book, plans = opened(session, release)
    result = set_against(*addresses, told_on(book, addresses), plans)
    if isinstance(result, NotComparable):
        if as_json:
            session.json(figure_data(result))
        else:
            session.console.print(result.reason[session.lang], markup=False)
        raise typer.Exit(1)
    pairs = list(zip(addresses, (result.before, result.after), strict=True))
    if as_json:
        session.json(_data(pairs, result.difference, result.growth))
    else:
        _show(session, pairs, result.difference, result.growth)


def told_on(book: Book, addresses: tuple[Address, Address]) -> Book:
    """The book on the map both addresses name; two figures on two maps are of two grounds, and refused."""
    from tongket.desks.registry.queries import area_map
    from tongket.figures.observations.on_map import OnMap

    day, other = (address.geo_version for address in addresses)
    if day != other:
        raise Refusal(TWO_MAPS)
    if day is None:
        return book
    on_map = OnMap(book, area_map(), day, frozenset(address.indicator for address in addresses))
    for address in addresses:
        on_map.refuse_later(address.period)
    return on_map.book


def _data(pairs: list[tuple[Address, Figure]], difference: Figure, growth: Figure) -> dict[str, Any]:
    before, after = (address_data(address, figure) for address, figure in pairs)
    return {
        "before": before,
        "after": after,
        "difference": figure_data(difference),
        "growth": figure_data(growth),
    }


def _show(session: Session, pairs: list[tuple[Address, Figure]], difference: Figure, growth: Figure) -> None:
    indicator = session.catalogue.indicators[pairs[0][0].indicator]
    heads = (words("Số liệu", "Figure"), numbers("Giá trị", "Value"), words("Loại số", "Kind"))

    def row(name: str, figure: Figure, address: Address) -> tuple[str, ...]:
        decimals = decimals_of(indicator, address.comparison, figure.unit)
        return name, written(figure, decimals, session.catalogue, session.lang), status(figure, session.lang)

    rows = [row(str(address), figure, address) for address, figure in pairs]
    last = pairs[1][0]
    rows.append(row(DIFFERENCE[session.lang], difference, last))
    if growth.value is not None:
        rows.append(row(GROWTH[session.lang], growth, last))
    show_table(session, None, heads, rows)
