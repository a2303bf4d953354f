"""`tongket targets`: each target with its decision, the result, the verdict, and what may not be compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tongket.cli.figures import figure_data, status, written
from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.terms.words import Text

if TYPE_CHECKING:
    from tongket.desks.ledger.outstanding import Open
    from tongket.figures.observations.book import Book
    from tongket.figures.targets.judge import Verdict
    from tongket.figures.targets.outlook import Recorded
    from tongket.figures.targets.target import Target
    from tongket.figures.terms.comparable import NotComparable

VERDICTS = {
    "met": Text("đạt", "met"),
    "not_met": Text("không đạt", "not met"),
    "ahead": Text("nhanh hơn nhịp độ", "ahead of pace"),
    "behind": Text("chậm hơn nhịp độ", "behind pace"),
    "cannot_say": Text("chưa kết luận được", "cannot say"),
}
SET_ON = Text("{name} (giao ngày {day})", "{name} (as set on {day})")
UNLIKE = Text("Không so sánh:", "Not compared:")


def show_targets(
    ctx: typer.Context,
    year: Annotated[int | None, typer.Option(help="Only targets of this year.")] = None,
    release: Annotated[
        int | None, typer.Option(help="As a release froze them; by default as of now.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Hold every target against its result; refuse what is not measured alike, with the reason."""
    session = open_session(ctx)
    book, targets = opened(session, release)
    chosen = [target for target in targets if year is None or target.period.start_year == year]
    if as_json:
        recorded = recorded_of(release)
        session.json([target_data(session, target, book, recorded) for target in chosen])
    else:
        show(session, chosen, book, release)


def opened(session: Session, number: int | None) -> tuple[Book, Sequence[Target]]:
    """The book and the targets as of a release, or as of now."""
    from tongket.desks.ledger import doors
    from tongket.desks.planning import queries as planning

    if number is None:
        return doors.working(session.catalogue), planning.targets()
    moment = doors.release(number).moment
    return doors.released(session.catalogue, number), planning.targets(moment)


def recorded_of(number: int | None) -> Recorded:
    """What was recorded of a series before the release, or ever."""
    from tongket.desks.ledger import doors, queries

    moment = None if number is None else doors.release(number).moment
    return lambda series: queries.recorded(series, moment)


def show(session: Session, targets: Sequence[Target], book: Book, release: int | None = None) -> None:
    from tongket.cli.outlook import show_outlooks
    from tongket.figures.targets.judge import judge

    still_out = open_returns(session, book, release)

    heads = (
        words("Chỉ tiêu", "Target"), words("Kỳ", "Period"), numbers("Kế hoạch", "Plan"),
        numbers("Kết quả", "Result"), words("Loại số", "Kind"), numbers("% kế hoạch", "% of plan"),
        words("Đánh giá", "Verdict"),
    )  # fmt: skip
    rows = [_row(session, judge(target, book), targets, still_out) for target in targets]
    show_table(session, None, heads, rows)
    show_outlooks(session, targets, book, recorded_of(release))
    refused = [reason for target in targets for reason in unlike_last_year(target, book)]
    for refusal in refused:
        session.say(UNLIKE)
        session.console.print("  " + refusal.reason[session.lang], markup=False)


def open_returns(session: Session, book: Book, number: int | None) -> Open:
    """The returns that are out as of the book."""
    from tongket.desks.ledger.doors import release
    from tongket.desks.ledger.outstanding import Open

    moment = None if number is None else release(number).moment
    return Open(session.catalogue, session.office.area_code, book, moment)


def _can_still_be(verdict: Verdict, still_out: Open) -> Text | None:
    """How far returns that are out could move a result that waits for them."""
    from tongket.figures.observations.observation import Address, Comparison
    from tongket.figures.terms.figure import Cause

    target = verdict.target
    if verdict.result.cause is not Cause.NOT_ANSWERED:
        return None
    growth = target.shape == "growth"
    comparison = Comparison.SAME_PERIOD_LAST_YEAR if growth else Comparison.LEVEL
    return still_out.told(Address.of(target.series, target.period, comparison))


def _row(session: Session, verdict: Verdict, targets: Sequence[Target], still_out: Open) -> tuple[str, ...]:
    target, lang = verdict.target, session.lang
    indicator = session.catalogue.indicators.of(target.series.definition)
    plan_decimals = 1 if target.figure.unit == "percent" else indicator.decimals
    can = _can_still_be(verdict, still_out)
    result_decimals = indicator.growth_decimals if target.shape == "growth" else indicator.decimals
    return (
        named(session, target, targets),
        str(target.period),
        written(target.figure, plan_decimals, session.catalogue, lang),
        written(verdict.result, result_decimals, session.catalogue, lang),
        status(verdict.result, lang) if verdict.result.value is not None else "",
        written(verdict.attainment, 1, session.catalogue, lang) if verdict.attainment.value else "–",
        f"{VERDICTS[verdict.outcome][lang]}: {verdict.reason[lang]}" + (f"; {can[lang]}" if can else ""),
    )


def named(session: Session, target: Target, targets: Sequence[Target]) -> str:
    """The indicator's name; of a target that was revised, with the day it was set: both are judged."""
    name = session.catalogue.indicators.name(target.series.definition)[session.lang]
    kind = target.series, target.period, target.shape
    same = [one for one in targets if (one.series, one.period, one.shape) == kind]
    if len(same) < 2:
        return name
    day = target.decision.dated.strftime("%d/%m/%Y") if target.decision.dated else target.decision.code
    return SET_ON.format(name=name, day=day)[session.lang]


def unlike_last_year(target: Target, book: Book) -> list[NotComparable]:
    """Last year's results of the same indicator that may not be set against the target."""
    from dataclasses import replace

    from tongket.figures.targets.against import compare_with_plan
    from tongket.figures.terms.comparable import NotComparable

    indicator = book.indicators.of(target.series.definition)
    before = target.period.same_last_year()
    found = []
    for coverage in indicator.coverages:
        other = replace(target.series, definition=indicator.definition(coverage))
        compared = compare_with_plan(other, target, book)
        if isinstance(compared, NotComparable) and book.level(other, before).value is not None:
            found.append(compared)
    return found


def target_data(session: Session, target: Target, book: Book, recorded: Recorded) -> dict[str, Any]:
    from tongket.cli.outlook import outlook_data
    from tongket.figures.targets.against import compare_with_plan
    from tongket.figures.targets.judge import judge

    verdict = judge(target, book)
    name = session.catalogue.indicators.name(target.series.definition)
    return {
        "target": target.code,
        "indicator": str(target.series.definition),
        "name": {"vi": name.vi, "en": name.en},
        "area": target.series.area,
        "period": str(target.period),
        "shape": target.shape,
        "bound": target.bound,
        "plan": figure_data(target.figure),
        "result": figure_data(verdict.result),
        "percent_of_plan": figure_data(verdict.attainment),
        "above_plan": figure_data(verdict.gap),
        "asked_on_last_year": figure_data(compare_with_plan(target.series, target, book)),
        "not_compared": [figure_data(refusal) for refusal in unlike_last_year(target, book)],
        **outlook_data(session, target, book, recorded),
        "verdict": str(verdict.outcome),
        "reason": {"vi": verdict.reason.vi, "en": verdict.reason.en},
        "decision": {"code": target.decision.code, "number": target.decision.number,
                     "title": {"vi": target.decision.title.vi, "en": target.decision.title.en}},
    }  # fmt: skip
