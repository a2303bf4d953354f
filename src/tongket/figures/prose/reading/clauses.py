"""What a sentence says of each of its numbers: subject, period, comparison, status, and how exact."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from tongket.figures.observations.observation import Breakdown
from tongket.figures.prose.reading.mention import Mention
from tongket.figures.prose.reading.periods import When
from tongket.figures.prose.reading.quantities import Quantity
from tongket.figures.prose.reading.scanner import Item

DERIVED = frozenset({"growth", "index", "change", "ratio", "percent_of_plan", "share"})
Compared = tuple[str, int, object]  # comparison, sign, base
HEDGES = frozenset({"nearly", "more_than", "about", "up_to"})
FIRMNESS = frozenset({"estimate", "provisional", "forecast"})
PASSED = frozenset({"whole", "other", "part", "area", "label"})
RISES = {"up": 1, "up_noun": 1, "down": -1, "down_noun": -1, "exceed": 1, "short": -1}


@dataclass(slots=True)
class After:
    """What stands right behind a number and belongs to it."""

    base: object = None
    when: When | None = None
    plan: bool = False
    whole: bool = False
    bracketed: bool = False
    onwards: bool = False
    turn: str = ""
    used: int = 0


@dataclass(slots=True)
class Clause:
    """What has been said in the sentence so far."""

    status: str = ""
    said: bool = False  # the status was said in this sentence
    fresh: bool = True  # no verb yet since the sentence or the last semicolon began
    cue: str = ""
    grew: bool = False  # a noun of growth (`tốc độ tăng`) rules until the number
    sign: int = 1
    again: str = ""  # the cue of the number before, for lists that do not repeat it
    plan_at: int = -99
    plan_when: When | None = None
    from_at: int = -1
    from_open: bool = False  # the first end of `từ … lên …` has been told
    apart: bool = False  # a semicolon stands between this number and the one before
    of_which: bool = False
    hedge: str = ""
    hedge_until: int = -1
    base: object = None  # named before the number
    when: When | None = None
    same: bool = False  # the same period a year before is told, not compared with
    whens: list[When] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    spread: bool = False
    listed: int = 0
    indicator: tuple[str, str] = ("", "")
    breakdown: Breakdown = ()
    area: str = ""
    begins: int = 0  # the first token of the clause
    named: tuple[int, int] | None = None  # the tokens that name the subject
    verb_at: int = -1
    parted_at: int = -1  # where a part of the subject was named
    brackets: int = 0
    first_mention: int = 0  # where the mentions of this sentence begin
    last: Mention | None = None
    by_unit: dict[str, Mention] = field(default_factory=dict)
    last_until: int = -1


def _bracket_opens(items: list[Item], ahead: int) -> bool:
    """Whether a bracket holds a period and so may belong to the number: `86,7% (năm 2015)`."""
    following = items[ahead + 1] if ahead + 1 < len(items) else None
    return following is not None and following.kind == "when" and following.begin == items[ahead].until


def behind(items: list[Item], place: int, until: int) -> After:
    """What follows the number at `items[place]` and is its own: base, plan, period, `trở lên`."""
    found, bracket = After(), False
    for ahead in range(place + 1, len(items)):
        item = items[ahead]
        if item.kind == "mark":
            opens = item.data[0] == "(" and item.begin == until and _bracket_opens(items, ahead)
            if not (opens and not bracket) and not (item.data[0] == ")" and bracket):
                break
            bracket = opens
        elif item.kind in PASSED and item.begin - until <= 6:
            found.whole = found.whole or (item.kind == "whole" and item.begin - until <= 2)
            continue
        elif not _belongs(item, item.begin - until, bracket, found):
            break
        found.used = ahead - place
        until = item.until
    return found


def _belongs(item: Item, gap: int, bracket: bool, found: After) -> bool:
    """Take in what stands `gap` tokens behind; False where it belongs to something else."""
    kind = item.kind
    if kind in ("against", "yoy", "mom", "qoq") and gap <= 8 and found.base is None:
        found.base = item.data if kind == "against" else kind
    elif kind == "same" and gap <= 2 and found.base is None:
        found.base = "yoy"
    elif kind == "plan" and gap <= 4 and not found.plan and found.base is None:
        found.plan = True
    elif kind == "when" and found.when is None and gap <= (1 if bracket else 5):
        found.when, found.bracketed = item.data, bracket
    elif kind in ("up", "down") and gap == 0:  # `15.4% higher than a year earlier`
        found.turn = kind
    elif kind == "onwards" and gap <= 1:
        found.onwards = True
    else:
        return False
    return True


def compared(quantity: Quantity, clause: Clause, after: After, counted: bool) -> Compared:
    """Comparison, sign and base of a number, from the words that rule it."""
    cue = clause.cue or (clause.again if _repeats(quantity, clause) else "")
    if after.turn and quantity.unit == "percent" and cue not in RISES:
        cue = after.turn
    if clause.from_at >= 0 and cue in RISES:
        cue = "reach"
    if quantity.unit in ("percent", "permille"):
        return _of_percent(quantity, cue, clause, after)
    if quantity.unit == "point":
        way = RISES.get(cue, clause.sign if cue == "contribution" else 1)
        return "change", way, "annual_plan" if cue in ("exceed", "short") else after.base
    if quantity.unit == "times":
        if cue in ("times", "equal"):
            _year_as_base(after)
        if cue in ("times", "equal") or cue in RISES:
            return "ratio" if cue in ("times", "equal") else "growth", RISES.get(cue, 1), after.base
        _year_as_base(after)
        decimals = quantity.value is not None and quantity.value != quantity.value.to_integral_value()
        return ("ratio" if after.base or decimals else "count"), 1, after.base
    return _of_amount(cue, clause, after, counted)


def _repeats(quantity: Quantity, clause: Clause) -> bool:
    """Whether a number without a verb shares the one before it: `ngô tăng 3%, sắn 2%`."""
    if clause.last is None or quantity.unit not in clause.by_unit:
        return False
    return not clause.apart or clause.of_which or bool(clause.parts)


def _of_amount(cue: str, clause: Clause, after: After, counted: bool) -> Compared:
    if cue in ("up", "down") and not clause.grew:
        return "change", RISES[cue], after.base
    if cue in ("exceed", "short") and (after.plan or after.base):
        return "change", RISES[cue], "annual_plan" if after.plan else after.base
    if clause.plan_at >= 0 and cue in ("", "reach", "plan"):
        return "target", 1, None
    return ("count" if counted else "level"), 1, None


def _of_percent(quantity: Quantity, cue: str, clause: Clause, after: After) -> Compared:
    if quantity.signed:
        return "growth", 1, after.base
    planned = after.plan or after.base == "annual_plan"
    if after.whole and cue not in RISES:
        return "rate", 1, "total"
    if cue in RISES or (clause.grew and cue in ("", "reach")):
        base = "annual_plan" if planned or cue in ("exceed", "short") else after.base
        return "growth", RISES.get(cue, clause.sign), base
    if cue in ("share", "contribution"):
        return "share", 1, "total"
    if planned or (cue == "exceed"):
        return "percent_of_plan", 1, "annual_plan"
    if cue == "equal" or after.base is not None:
        _year_as_base(after)
        return "index", 1, after.base
    if clause.base is not None and cue in ("reach", ""):
        return "index", 1, None
    return "rate", 1, None


def _year_as_base(after: After) -> None:
    """`gấp 1,8 lần năm 2015`, `bằng 98% vụ mùa năm trước`: the year behind is what it is set against."""
    if after.base is None and after.when is not None:
        after.base, after.when = after.when, None


def valued(quantity: Quantity, sign: int) -> Decimal | tuple[Decimal, Decimal] | None:
    """The number as printed, with the sign of its words."""
    if quantity.value is None:
        return None
    if quantity.pair is not None:
        return (quantity.value, quantity.pair) if sign > 0 else (-quantity.pair, -quantity.value)
    return quantity.value if sign > 0 or quantity.value < 0 else -quantity.value
