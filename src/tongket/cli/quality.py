"""`tongket release quality` and `tongket release revisions`: how good a release was, and what moved since."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.observations.observation import Address
from tongket.figures.terms.figure import CAUSES, Cause
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.rounding import canonical
from tongket.figures.terms.words import LANGS, Text

if TYPE_CHECKING:
    from tongket.desks.ledger.quality import ReleaseReport
    from tongket.figures.observations.release_quality import SeriesQuality

HEAD = Text("Chất lượng lần công bố {number} (năm {year})", "Quality of release {number} (year {year})")
NOW = Text("nay", "now")


def show_quality(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(help="The release's number.")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Completeness, response, imputation, timeliness and revisions of a release, a sentence each."""
    session = open_session(ctx)
    from tongket.desks.ledger.quality import release_report

    report = release_report(session.catalogue, session.office.area_code, number)
    if as_json:
        session.json(_data(session, report))
        return
    session.say(HEAD, number=number, year=report.release.year)
    for sentence in _timeliness(report):
        session.say(sentence)
    for one in report.series:
        session.console.print(_name(session, one)[session.lang], markup=False, style="bold")
        for sentence in _told(session, one):
            session.console.print(f"  {sentence[session.lang]}", markup=False)


def show_revisions(
    ctx: typer.Context,
    figure: Annotated[str, typer.Argument(help="The series and span, as retail_turnover:goods@14/2020.")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """The revision triangle: what each release showed of a series, period by period, and what holds now."""
    session, address = open_session(ctx), Address.parse(figure)
    from tongket.desks.ledger.quality import revisions_of
    from tongket.desks.ledger.queries import releases

    triangle = revisions_of(session.catalogue, address)
    columns = [str(one.number) for one in reversed(releases())]
    if as_json:
        rows = zip(triangle.periods, triangle.cells, strict=True)
        session.json(
            {str(period): dict(zip([*columns, "now"], map(_plain, row), strict=True)) for period, row in rows}
        )
        return
    decimals = session.catalogue.indicators[address.indicator].decimals
    heads = [
        words("Kỳ", "Period"),
        *(numbers(f"Lần {one}", f"Release {one}") for one in columns),
        numbers(NOW.vi, NOW.en),
    ]
    table = [
        (str(period), *(_cell(session, value, decimals) for value in row))
        for period, row in zip(triangle.periods, triangle.cells, strict=True)
    ]
    show_table(session, None, tuple(heads), table)


def _cell(session: Session, value: Decimal | Cause, decimals: int) -> str:
    if isinstance(value, Cause):
        return CAUSES[value][session.lang]
    return write_number(value, decimals + 2, session.lang)


def _plain(value: Decimal | Cause) -> str | dict[str, str]:
    return {"cause": value.value} if isinstance(value, Cause) else canonical(value)


def _timeliness(report: ReleaseReport) -> tuple[Text, ...]:
    from django.utils import timezone

    from tongket.figures.observations.release_quality import timeliness

    return timeliness(report.year, timezone.localdate(report.release.moment))


def _told(session: Session, one: SeriesQuality) -> tuple[Text, ...]:
    from tongket.figures.observations.release_quality import told

    indicator = session.catalogue.indicators.of(one.series.definition)
    return told(one, indicator.decimals, session.catalogue.units[indicator.unit].symbol)


def _name(session: Session, one: SeriesQuality) -> Text:
    return session.catalogue.indicators.name(one.series.definition)


def _data(session: Session, report: ReleaseReport) -> dict[str, Any]:
    def both(sentences: tuple[Text, ...]) -> dict[str, list[str]]:
        return {lang: [one[lang] for one in sentences] for lang in LANGS}

    return {
        "release": report.release.number,
        "year": report.release.year,
        "timeliness": both(_timeliness(report)),
        "series": [
            {
                "indicator": str(one.series.definition),
                "completeness": _plain(one.completeness),
                "response": _plain(one.response),
                "imputed": _plain(one.imputed),
                "comparable_periods": one.comparable,
                "mean_revision": _plain(one.revisions.mr),
                "mean_absolute_revision": _plain(one.revisions.mar),
                "relative_mean_absolute_revision": _plain(one.revisions.rmar),
                "material_revisions": one.material,
                "told": both(_told(session, one)),
            }
            for one in report.series
        ],
    }
