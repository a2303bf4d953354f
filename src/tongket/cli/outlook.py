"""The second table of `tongket targets`: pace, what the rest must bring, the chance and its back-test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tongket.cli.figures import figure_data, written
from tongket.cli.session import Session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Lang, Text

if TYPE_CHECKING:
    from tongket.figures.methods.time_series.chance import Chance
    from tongket.figures.methods.time_series.chance_scores import Skill
    from tongket.figures.methods.time_series.series import Unanswered
    from tongket.figures.observations.book import Book
    from tongket.figures.targets.outlook import Outlook, Recorded
    from tongket.figures.targets.pace import Pace
    from tongket.figures.targets.target import Target

RUNNING = Text("Nhịp độ và khả năng đạt", "Pace and chance")
BANDS = {
    "green": Text("nhiều khả năng đạt", "likely"),
    "amber": Text("chưa rõ", "open"),
    "red": Text("khó đạt", "unlikely"),
}
SETTLED = Text("đã ngã ngũ", "settled")
CANNOT_SAY = Text("chưa thể nói: {why}", "cannot say: {why}")
TRIED = Text(
    "Kiểm lại khả năng đạt của “{name}” trên {trials} năm trước: Brier {brier} (cách đơn giản {naive}), "
    "CRPS {crps} (cách đơn giản {crps_naive}).",
    "Chance of “{name}” tried on {trials} past years: Brier {brier} (naive {naive}), "
    "CRPS {crps} (naive {crps_naive}).",
)
WORSE = Text(
    "Khả năng nêu ra không tốt hơn cách đơn giản; chưa nên dựa vào.",
    "The chances stated were no better than naive ones; do not rest on them yet.",
)
UNTRIED = Text(
    "Chưa kiểm lại được khả năng đạt của “{name}”: {why}.", "Chance of “{name}” not tried yet: {why}."
)


def show_outlooks(session: Session, targets: Sequence[Target], book: Book, recorded: Recorded) -> None:
    """One line for each target with months in and months to come; then whether its chance may be believed."""
    from tongket.cli.targets import named
    from tongket.figures.targets.pace import pace_of

    paces = [(target, pace_of(target, book)) for target in targets]
    running = [(target, pace) for target, pace in paces if _is_running(pace)]
    if not running:
        return
    outlooks = [outlook(session, target, book, recorded) for target, _ in running]
    heads = (
        words("Chỉ tiêu", "Target"), words("Đến", "Through"), numbers("Đã đạt", "So far"),
        numbers("Theo mùa vụ", "By the season"), numbers("Nhịp độ", "Pace"),
        numbers("Cần mỗi tháng", "Needed a month"), numbers("Cần tăng", "Growth needed"),
        words("Khả năng đạt", "Chance"),
    )  # fmt: skip
    rows = [
        (
            named(session, target, targets),
            str(pace.so_far),
            *_cells(session, pace),
            _chance(one, session.lang),
        )
        for (target, pace), one in zip(running, outlooks, strict=True)
    ]
    show_table(session, RUNNING, heads, rows)
    for (target, _), one in zip(running, outlooks, strict=True):
        _say_skill(session, named(session, target, targets), one)


def outlook(session: Session, target: Target, book: Book, recorded: Recorded) -> Outlook:
    from tongket.figures.targets.outlook import outlook_of

    return outlook_of(target, book, session.catalogue.calendars.bands, recorded)


def outlook_data(session: Session, target: Target, book: Book, recorded: Recorded) -> dict[str, Any]:
    """Pace, chance and back-test for another program."""
    from tongket.figures.methods.time_series.series import Unanswered
    from tongket.figures.targets.pace import pace_of

    pace, one = pace_of(target, book), outlook(session, target, book, recorded)
    chance, skill = one.chance, one.skill
    return {
        "pace": {
            "through": str(pace.so_far) if pace.so_far else None,
            "attainment": figure_data(pace.attainment),
            "expected_share": figure_data(pace.expected_share),
            "pace_index": figure_data(pace.pace_index),
            "required_rest": figure_data(pace.required_rest),
            "required_growth": figure_data(pace.required_growth),
        },
        "chance": _reason(chance) if isinstance(chance, Unanswered) else _chance_data(chance),
        "back_test": _reason(skill) if isinstance(skill, Unanswered) else _skill_data(skill),
    }


def _reason(why: Unanswered) -> dict[str, Any]:
    return {"cannot_say": {"vi": why.because.vi, "en": why.because.en}}


def _chance_data(chance: Chance) -> dict[str, Any]:
    return {
        "independent": chance.independent,
        "persistent": chance.persistent,
        "band": chance.band.value,
        "settled": chance.settled,
    }


def _skill_data(skill: Skill) -> dict[str, Any]:
    return {
        "years": skill.trials,
        "brier": skill.brier,
        "brier_naive": skill.brier_naive,
        "crps": skill.crps,
        "crps_naive": skill.crps_naive,
    }


def _is_running(pace: Pace) -> bool:
    year = pace.target.period
    return pace.target.figure.value is not None and pace.so_far is not None and pace.so_far.last < year.last


def _cells(session: Session, pace: Pace) -> tuple[str, ...]:
    """A figure that is absent leaves its cell empty: the reason stands in the verdict or in the chance."""
    decimals = session.catalogue.indicators.of(pace.target.series.definition).decimals
    figures = (
        (pace.attainment, 1), (pace.expected_share, 1), (pace.pace_index, 1),
        (pace.required_rest, decimals), (pace.required_growth, 1),
    )  # fmt: skip
    return tuple(
        written(figure, places, session.catalogue, session.lang) if figure.value is not None else "–"
        for figure, places in figures
    )


def _chance(one: Outlook, lang: Lang) -> str:
    from tongket.figures.methods.time_series.series import Unanswered

    if isinstance(one.chance, Unanswered):
        return CANNOT_SAY.format(why=one.chance.because)[lang]
    band = BANDS[one.chance.band.value][lang]
    if one.chance.settled:
        return f"{band} ({SETTLED[lang]})"
    low, high = sorted((one.chance.independent, one.chance.persistent))
    return f"{band}: {_number(100 * low, 0, lang)}–{_number(100 * high, 0, lang)} %"


def _say_skill(session: Session, name: str, one: Outlook) -> None:
    from tongket.figures.methods.time_series.series import Unanswered

    if isinstance(one.chance, Unanswered):
        return
    if isinstance(one.skill, Unanswered):
        session.say(UNTRIED, name=name, why=one.skill.because)
        return
    skill, lang = one.skill, session.lang
    session.say(
        TRIED,
        name=name,
        trials=skill.trials,
        brier=_number(skill.brier, 3, lang),
        naive=_number(skill.brier_naive, 3, lang),
        crps=_number(skill.crps, 1, lang),
        crps_naive=_number(skill.crps_naive, 1, lang),
    )
    if (skill.brier_skill or 0) <= 0:
        session.say(WORSE)


def _number(value: float, places: int, lang: Lang) -> str:
    return write_number(exact(value), places, lang)
