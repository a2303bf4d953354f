"""A mention made of a number and what was said around it."""

from __future__ import annotations

from decimal import Decimal

from tongket.figures.observations.observation import Breakdown
from tongket.figures.prose.reading.bases import base_code
from tongket.figures.prose.reading.clauses import DERIVED, After, Compared, valued
from tongket.figures.prose.reading.doubts import DOUBTS
from tongket.figures.prose.reading.hearing import Hearing
from tongket.figures.prose.reading.mention import Doubt, Mention
from tongket.figures.prose.reading.periods import When, written
from tongket.figures.prose.reading.quantities import Quantity
from tongket.figures.prose.reading.scanner import Item

MOST_LIKELY = Decimal(10) ** 17  # a hundred million billion: no province has a figure above
ABSOLUTE = frozenset({"level", "count", "target", "change"})
SET_AGAINST = DERIVED - {"percent_of_plan", "share"}


def mention_of(hearing: Hearing, item: Item, quantity: Quantity, after: After, said: Compared) -> Mention:
    clause, tokens = hearing.clause, hearing.tokens
    comparison, sign, base = said
    begin, end = tokens.starts[quantity.begin], tokens.ends[quantity.until - 1]
    status = _status(hearing, comparison)
    period = _period(hearing, after, status)
    named = _named(hearing, quantity, comparison)
    whole = comparison in SET_AGAINST
    base = base if base is not None else (clause.base if whole else None)
    if base is None and whole and clause.by_unit.get(quantity.unit):
        base = clause.by_unit[quantity.unit].base
    of = quantity.of is not None
    return Mention(
        begin, end, tokens.text[begin:end], *named[:2], clause.area or hearing.area, named[2],
        valued(quantity, sign), quantity.scale, quantity.unit,
        "rate" if of else comparison, "total" if of else base_code(base, period, hearing.calendar),
        period, status, _bound(hearing, item, after, comparison),
        _doubts(quantity, comparison, period), _subject_words(hearing),
    )  # fmt: skip


def _status(hearing: Hearing, comparison: str) -> str:
    clause = hearing.clause
    if comparison == "target" or clause.plan_at >= clause.begins:
        return "target"
    if (
        comparison in DERIVED
        and clause.last is not None
        and not clause.apart
        and clause.last.status == "target"
    ):
        return "target"
    return clause.status


def _period(hearing: Hearing, after: After, status: str) -> str:
    clause = hearing.clause
    if after.when is not None:
        when = hearing.calendar.settle(after.when)
        if clause.from_at < 0 and clause.brackets == 0:
            clause.when = when
            if when.year is not None and not after.bracketed:
                hearing.note(when)
        return written(when)
    if clause.spread and len(clause.whens) > 1 and clause.listed < len(clause.whens):
        return written(clause.whens[clause.listed])
    if clause.plan_at >= 0 and clause.plan_when is not None:
        return written(hearing.calendar.settle(clause.plan_when))
    if clause.same:
        return written(hearing.calendar.settle(When(kind="same", back=-1)))
    when = clause.when or hearing.calendar.settle(When(kind="same"))
    base = after.base
    if (
        isinstance(base, When)
        and base.kind == "year"
        and base.year is not None
        and base.year == when.year
        and status == "target"
    ):
        return written(When(year=base.year + 1))
    return written(when) if when.kind else ""


def _bound(hearing: Hearing, item: Item, after: After, comparison: str) -> str:
    clause = hearing.clause
    if after.onwards:
        return "more_than"
    if clause.hedge and item.begin - clause.hedge_until <= 0:
        return clause.hedge
    return "more_than" if clause.cue == "exceed" and comparison in ("level", "count") else ""


def _doubts(quantity: Quantity, comparison: str, period: str) -> tuple[Doubt, ...]:
    codes = list(quantity.doubts)
    if not quantity.unit and quantity.value is not None:
        codes.append("no_unit")
    if quantity.unit == "times" and comparison == "growth":
        codes.append("times_ambiguous")
    if not period:
        codes.append("period_open")
    size = abs(quantity.value or Decimal(0)) * quantity.scale
    if size > MOST_LIKELY or (quantity.unit == "percent" and size >= 10_000):
        codes.append("scale")
    return tuple(DOUBTS[code] for code in codes)


def _named(hearing: Hearing, quantity: Quantity, comparison: str) -> tuple[str, str, Breakdown]:
    """Indicator, coverage and part the number is of; none where its unit says it is of something else."""
    clause = hearing.clause
    if chained := _chained(hearing, quantity):
        return (*chained, ())
    breakdown = clause.breakdown
    if _other_subject(hearing, quantity):
        clause.indicator, clause.breakdown, breakdown = ("", ""), (), ()
        clause.named = (clause.begins, _subject_until(hearing, quantity))
    if clause.spread and len(clause.parts) > 1 and clause.listed < len(clause.parts):
        breakdown = (clause.parts[clause.listed],)
    code, coverage = clause.indicator
    if not code:
        return "", "", breakdown
    dimension = hearing.vocabulary.dimensions.get(code, "")
    if comparison in ABSOLUTE and quantity.unit not in (
        dimension,
        "percent",
        "point",
    ):
        return "", "", breakdown
    return code, coverage, breakdown


def _other_subject(hearing: Hearing, quantity: Quantity) -> bool:
    """Whether the clause opens with a subject the vocabulary does not know."""
    clause = hearing.clause
    if _subject_until(hearing, quantity) - clause.begins <= 1 or clause.brackets:
        return False
    named = clause.named is not None and clause.named[0] >= clause.begins - 1
    parted = clause.parted_at >= clause.begins - 1
    return not named and not parted and quantity.unit not in ("times", "point")


def _subject_until(hearing: Hearing, quantity: Quantity) -> int:
    clause = hearing.clause
    return clause.verb_at if clause.begins <= clause.verb_at < quantity.begin else quantity.begin


def _chained(hearing: Hearing, quantity: Quantity) -> tuple[str, str] | None:
    """Counts of one list: which of its indicators the unit names."""
    unit = quantity.unit
    for chain in hearing.vocabulary.chains:
        if unit in chain.units and (
            ":".join(hearing.clause.indicator) in chain.opens
            or _near(hearing, chain.words[hearing.lang], quantity)
        ):
            return chain.units[unit]
    return None


def _near(hearing: Hearing, words: tuple[str, ...], quantity: Quantity) -> bool:
    text, starts = hearing.tokens.text, hearing.tokens.starts
    begin = starts[max(hearing.clause.begins, quantity.begin - 14)]
    end = hearing.tokens.ends[min(quantity.until + 3, len(starts) - 1)]
    near = text[begin:end].lower()
    return any(word in near for word in words)


def _subject_words(hearing: Hearing) -> str:
    """The words that name what the number is of, as they stand in the text."""
    if hearing.clause.named is None:
        return ""
    first, last = hearing.clause.named
    last = min(last, first + 24)
    return hearing.tokens.text[hearing.tokens.starts[first] : hearing.tokens.ends[last - 1]].strip(" ,;:-+(")
