"""The analyst: walks the items of a text and makes of each quantity a mention."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from tongket.figures.prose.reading.clauses import (
    FIRMNESS,
    HEDGES,
    RISES,
    After,
    Clause,
    behind,
    compared,
    valued,
)
from tongket.figures.prose.reading.doubts import DOUBTS
from tongket.figures.prose.reading.mention import Mention
from tongket.figures.prose.reading.periods import Calendar, When, written
from tongket.figures.prose.reading.quantities import Quantity
from tongket.figures.prose.reading.scanner import Item, Tokens
from tongket.figures.prose.reading.vocabulary import Context, Vocabulary
from tongket.figures.terms.words import Lang

DERIVED = frozenset({"growth", "index", "change", "ratio", "percent_of_plan", "share"})
BULLETS = frozenset("-–+*•")
ENDS = frozenset(".!?")
MOST_LIKELY = Decimal(10) ** 17  # above a hundred million billion no province's figure is believed


class Analyst:
    """Holds what a text has said so far: time, subject, whether it speaks of plans."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, context: Context) -> None:
        self.tokens, self.vocabulary = tokens, vocabulary
        self.words = tokens.words
        self.area = context.area
        self.calendar = Calendar()
        if context.period[:4].isdigit():
            self.calendar.note(When(year=int(context.period[:4])))
        self.mentions: list[Mention] = []
        self.planning = False  # a plan is being told, until something shows otherwise
        self.planned_year: int | None = None
        self.listing = False  # the line before ended with a colon
        self.clause = Clause()
        self.lang: Lang = "vi"
        self.items: list[Item] = []
        self._do: dict[str, Callable[[Item, int], None]] = self._handlers()

    def read(self, items: list[Item], lang: Lang, begin: int, until: int) -> None:
        """Take in the items of one stretch of one language."""
        self.lang, self.items = lang, self._with_lines(items, begin, until)
        self._new_sentence(begin)
        place, skip_to, do = 0, 0, self._do
        for place, item in enumerate(self.items):
            if place < skip_to:
                continue
            if item.kind == "quantity":
                skip_to = place + 1 + self._quantity(item, place)
            else:
                do[item.kind](item, place)
        self._close()

    def _with_lines(self, items: list[Item], begin: int, until: int) -> list[Item]:
        """The items with the ends of lines among them."""
        words, merged, done = self.words, [], 0
        place = begin
        while True:
            try:
                place = words.index("\n", place, until)  # type: ignore[attr-defined]
            except (ValueError, AttributeError):
                break
            while done < len(items) and items[done].begin < place:
                merged.append(items[done])
                done += 1
            merged.append(Item("line", place, place + 1))
            place += 1
        merged.extend(items[done:])
        return merged

    def _handlers(self) -> dict[str, Callable[[Item, int], None]]:
        cue = self._cue
        own = {
            "mark": self._mark, "line": self._line, "when": self._when, "against": self._against,
            "same": self._same, "from": self._from, "plan": self._plan, "target": self._target,
            "actual": self._actual, "indicator": self._indicator, "other": self._other, "part": self._part,
            "area": self._area, "respectively": self._respectively, "reach": self._reach, "to": self._to,
            "of_which": self._of_which,
        }  # fmt: skip
        cues = dict.fromkeys((*RISES, "equal", "times", "share", "contribution", "rate", "still"), cue)
        hedges = dict.fromkeys(HEDGES, self._hedge)
        firm = dict.fromkeys(FIRMNESS, self._firmness)
        idle = dict.fromkeys(
            ("label", "year_label", "indefinite", "plan_met", "whole", "onwards", "yoy", "mom", "qoq"),
            self._idle,
        )
        return {**own, **cues, **hedges, **firm, **idle}

    # Boundaries

    def _new_sentence(self, begin: int, keep: bool = False) -> None:
        before = self.clause
        self.clause = Clause(begins=begin, area=before.area, first_mention=len(self.mentions))
        self.clause.indicator, self.clause.breakdown = before.indicator, before.breakdown
        self.clause.named = before.named
        self.clause.status = "target" if self.planning else "actual"
        if keep:
            self.clause.by_unit, self.clause.again, self.clause.last = (
                before.by_unit,
                before.again,
                before.last,
            )

    def _close(self) -> None:
        """At the end of a sentence, a base named late belongs to the growths before it that have none."""
        clause, mentions = self.clause, self.mentions
        base = None
        if clause.base is not None and clause.last is not None and not clause.last.base:
            base = self._base_code(clause.base, clause.last.period)
        for place in range(len(mentions) - 1, clause.first_mention - 1, -1):
            mention = mentions[place]
            if mention.comparison not in DERIVED:
                base = None
            elif mention.base:
                base = mention.base if mention.comparison == "growth" else None
            elif base:
                mentions[place] = replace(mention, base=base)

    def _line(self, item: Item, place: int) -> None:
        """A line's end ends the sentence, unless the next line goes on with it."""
        words = self.words
        following = item.until
        after = words[following] if following < len(words) else "\n"
        before = words[item.begin - 1] if item.begin else "\n"
        begins = self.tokens.text[self.tokens.starts[following]] if following < len(words) else "\n"
        if (
            begins.islower()
            and before not in ".:;!?\n"
            and following + 1 < len(words)
            and words[following + 1] not in ")."
        ):
            return
        bullet = after in BULLETS or before == ";"
        colon = before == ":"
        self._close()
        if not (colon or (self.listing and bullet)):
            self.planning = self.planning and (bullet or colon)
        self.listing = colon or (self.listing and bullet)
        self._new_sentence(following, keep=False)

    def _mark(self, item: Item, place: int) -> None:
        mark, clause = item.data[0], self.clause
        if mark in ENDS:
            self._sentence_end(item)
        elif mark == ";":
            self._semicolon(item)
        elif mark == "(":
            clause.brackets += 1
        elif mark == ")":
            clause.brackets = max(0, clause.brackets - 1)
            clause.same = False
        elif mark == ",":
            clause.plan_at = -99
            if clause.last is not None or item.begin <= clause.begins + 1:
                clause.begins = item.until
        elif mark == ":":
            clause.begins = item.until

    def _sentence_end(self, item: Item) -> None:
        following = item.until
        tokens = self.tokens
        if following < len(self.words):
            if tokens.starts[following] == item_end(tokens, item) and self.words[following] != "\n":
                return
            first = tokens.text[tokens.starts[following]]
            if first.islower():
                return
            before = self.words[item.begin - 1] if item.begin else ""
            if (
                before in ("tp", "ts", "ths", "gs", "pgs", "tx", "tt", "h", "p", "q", "no")
                and first.isupper()
            ):
                return
        self._close()
        goes_on = following < len(self.words) and self.words[following : following + 2] == ["trong", "đó"]
        self._new_sentence(following, keep=goes_on)

    def _semicolon(self, item: Item) -> None:
        clause = self.clause
        clause.fresh, clause.cue, clause.grew, clause.apart = True, "", False, True
        clause.named = None if clause.named and clause.named[1] <= item.begin else clause.named
        clause.begins, clause.plan_at, clause.from_at = item.until, -99, -1
        clause.same = False
        if clause.base is not None and clause.last is not None and not clause.last.base:
            self._close()
            clause.base = None

    # Words

    def _idle(self, item: Item, place: int) -> None:
        """Words that matter only beside a number."""

    def _lead(self, item: Item) -> None:
        """Time, place and firmness at the head of a clause are not its subject."""
        if item.begin <= self.clause.begins + 1:
            self.clause.begins = item.until

    def _cue(self, item: Item, place: int) -> None:
        clause = self.clause
        clause.cue = item.kind
        clause.grew = item.kind in ("up_noun", "down_noun")
        if item.kind in RISES:
            clause.sign = RISES[item.kind]
        self._verb(item)

    def _reach(self, item: Item, place: int) -> None:
        clause = self.clause
        if not clause.grew:
            clause.cue = "reach"
        if clause.fresh and not self._nominal(item):
            if not clause.said or clause.last is not None:
                clause.status = "target" if self.planning else "actual"
            clause.fresh = False
        self._verb(item)

    def _nominal(self, item: Item) -> bool:
        """Nouns and light words before a level, which say nothing of how firm it is."""
        return self.words[item.begin] not in ("đạt", "reached", "was", "were", "totalled", "amounted")

    def _to(self, item: Item, place: int) -> None:
        clause = self.clause
        if clause.cue in RISES or clause.from_at >= 0 or clause.from_open:
            clause.cue, clause.grew, clause.from_open = "reach", False, False

    def _verb(self, item: Item) -> None:
        if self.clause.verb_at < self.clause.begins:
            self.clause.verb_at = item.begin

    def _hedge(self, item: Item, place: int) -> None:
        self.clause.hedge, self.clause.hedge_until = item.kind, item.until

    def _firmness(self, item: Item, place: int) -> None:
        clause = self.clause
        self._lead(item)
        clause.status, clause.said, clause.fresh = item.kind, True, False
        self.planning = False
        self._verb(item)

    def _actual(self, item: Item, place: int) -> None:
        clause = self.clause
        if clause.status != "target" or not clause.said:
            clause.status, clause.fresh, self.planning = "actual", False, False

    def _target(self, item: Item, place: int) -> None:
        clause = self.clause
        self._lead(item)
        clause.status, clause.said, clause.fresh = "target", True, False
        self.planning, self.planned_year, clause.plan_at = True, None, -99

    def _plan(self, item: Item, place: int) -> None:
        clause = self.clause
        clause.plan_at, clause.plan_when = item.until, item.data
        clause.cue = "plan"
        following = self.words[item.until] if item.until < len(self.words) else ""
        if following == ":" and item.data is not None:
            self._target(item, place)
            self._note(self.calendar.settle(item.data))

    def _from(self, item: Item, place: int) -> None:
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        hedged = self.items[place + 2] if place + 2 < len(self.items) else None
        if following and (
            (following.kind == "quantity" and following.begin <= item.until + 1)
            or (
                following.kind in HEDGES
                and hedged
                and hedged.kind == "quantity"
                and hedged.begin == following.until
            )
        ):
            self.clause.from_at = item.until

    def _respectively(self, item: Item, place: int) -> None:
        self.clause.spread, self.clause.listed = True, 0
        if item.until > item.begin + 2:
            self._reach(item, place)

    def _of_which(self, item: Item, place: int) -> None:
        self._lead(item)
        self.clause.parts, self.clause.of_which = [], True
        if self.words[item.begin] in ("là", "gồm", "bao"):
            self._reach(item, place)

    # Subject, place, time

    def _indicator(self, item: Item, place: int) -> None:
        clause = self.clause
        clause.indicator = (item.data[0], item.data[1])
        clause.breakdown, clause.parts = (), []
        self._subject(item)

    def _other(self, item: Item, place: int) -> None:
        clause = self.clause
        if clause.named and clause.named[0] >= clause.begins and clause.cue == "":
            return
        clause.indicator, clause.breakdown, clause.parts = ("", ""), (), []
        self._subject(item)

    def _subject(self, item: Item) -> None:
        clause = self.clause
        clause.named = (item.begin, item.until)
        if clause.cue != "rate" and not clause.grew:
            clause.cue, clause.grew = ("rate" if self.words[item.begin] in ("tỷ", "tỉ") else ""), False
        if clause.last is not None and clause.last.comparison not in ("level", "count", "target"):
            clause.again = ""

    def _part(self, item: Item, place: int) -> None:
        clause = self.clause
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        if item.until == item.begin + 1 and (following is None or following.begin > item.until + 1):
            return
        part = (item.data[0], item.data[1])
        clause.parts.append(part)
        clause.breakdown = (part,)
        clause.parted_at = item.begin
        if not clause.indicator[0]:
            clause.named = (item.begin, item.until)

    def _area(self, item: Item, place: int) -> None:
        self._lead(item)
        self.clause.area = item.data[0]

    def _when(self, item: Item, place: int) -> None:
        self._lead(item)
        clause, when = self.clause, self.calendar.settle(item.data)
        if clause.when is None and clause.last is not None and clause.begins <= clause.last_until:
            self._tell_period(when)
        clause.when = when
        clause.whens.append(when)
        if clause.brackets == 0 and when.year is not None:
            self._note(when)

    def _tell_period(self, when: When) -> None:
        """`1,2 triệu khách đến tỉnh trong năm 2022`: a period said late in the clause is its number's."""
        if self.clause.brackets == 0 and (period := written(when)):
            self.mentions[-1] = self.clause.last = replace(self.mentions[-1], period=period)

    def _note(self, when: When) -> None:
        if (
            self.planning
            and self.planned_year is not None
            and when.year is not None
            and when.year < self.planned_year
        ):
            self.planning = False
            if not self.clause.said:
                self.clause.status = "actual"
        self.calendar.note(when)
        if self.planning and self.planned_year is None:
            self.planned_year = when.year

    def _against(self, item: Item, place: int) -> None:
        self._lead(item)
        self.clause.base = item.data

    def _same(self, item: Item, place: int) -> None:
        self.clause.same = True

    # Numbers

    def _quantity(self, item: Item, place: int) -> int:
        """Make the mention; returns how many items behind it are used up."""
        quantity: Quantity = item.data
        clause = self.clause
        after = behind(self.items, place, item.until)
        quantity = self._shared_unit(quantity, place)
        if quantity.bare and not self._worth(quantity):
            return 0
        counted = quantity.unit.split("/")[0] in self.vocabulary.counted or self._is_noun(quantity)
        comparison, sign, base = compared(quantity, clause, after, counted)
        mention = self._mention(item, quantity, after, (comparison, sign, base))
        self.mentions.append(mention)
        self._remember(mention, item)
        return after.used

    def _is_noun(self, quantity: Quantity) -> bool:
        return quantity.unit.islower() and not quantity.unit.isascii() and quantity.unit != "°c"

    def _worth(self, quantity: Quantity) -> bool:
        """Whether a number without a unit is a figure at all: something rules it, or it has decimals."""
        if quantity.value is None:
            return True
        return (
            self.clause.cue not in ("", "rate")
            and self.clause.verb_at >= 0
            and quantity.begin - self.clause.verb_at <= 8
            and (
                quantity.value != quantity.value.to_integral_value()
                or quantity.value >= 100
                or self.clause.from_at >= 0
            )
        )

    def _shared_unit(self, quantity: Quantity, place: int) -> Quantity:
        """`5.000 và 7.000 tấn`, `từ 12 lên 15 doanh nghiệp`: the unit stands at the last of them."""
        if not quantity.bare:
            return quantity
        for item in self.items[place + 1 : place + 6]:
            if item.kind == "quantity":
                if item.begin - quantity.until <= 6 and not item.data.bare:
                    scale = item.data.scale if quantity.scale == 1 else quantity.scale
                    return replace(
                        quantity, unit=item.data.unit, scale=scale, bare=False, doubts=quantity.doubts
                    )
                if item.begin - quantity.until > 6:
                    return quantity
            elif item.kind == "mark" and item.data[0] not in ",()":
                return quantity
        return quantity

    def _mention(
        self, item: Item, quantity: Quantity, after: After, said: tuple[str, int, object]
    ) -> Mention:
        clause, tokens = self.clause, self.tokens
        comparison, sign, base = said
        begin, end = tokens.starts[quantity.begin], tokens.ends[quantity.until - 1]
        status = self._status(comparison)
        period = self._period(after, status)
        named = self._named(quantity, comparison)
        whole = comparison in ("growth", "index", "change", "ratio")
        base = base if base is not None else (clause.base if whole else None)
        if base is None and whole and clause.by_unit.get(quantity.unit):
            base = clause.by_unit[quantity.unit].base
        of = quantity.of is not None
        return Mention(
            begin, end, tokens.text[begin:end], *named[:2], clause.area or self.area, named[2],
            valued(quantity, sign), quantity.scale, quantity.unit,
            "rate" if of else comparison, "total" if of else self._base_code(base, period),
            period, status, self._bound(item, after, comparison), self._doubts(quantity, comparison, period),
            self._subject_words(),
        )  # fmt: skip

    def _status(self, comparison: str) -> str:
        clause = self.clause
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

    def _period(self, after: After, status: str) -> str:
        clause = self.clause
        if after.when is not None:
            when = self.calendar.settle(after.when)
            if clause.from_at < 0 and clause.brackets == 0:
                clause.when = when
                if when.year is not None and not after.bracketed:
                    self._note(when)
            return written(when)
        if clause.spread and len(clause.whens) > 1 and clause.listed < len(clause.whens):
            return written(clause.whens[clause.listed])
        if clause.plan_at >= 0 and clause.plan_when is not None:
            return written(self.calendar.settle(clause.plan_when))
        if clause.same:
            return written(self.calendar.settle(When(kind="same", back=-1)))
        when = clause.when or self.calendar.settle(When(kind="same"))
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

    def _base_code(self, base: object, period: str) -> str:
        """A base as it is coded: yoy, mom, qoq … by the period it is seen from, else the period itself."""
        if base is None or base == "other":
            return ""
        if isinstance(base, str):
            return base
        assert isinstance(base, When)
        if base.kind == "relative_month":
            return "mom"
        if base.kind == "relative_quarter":
            return "qoq"
        return self._dated_base(base, period)

    def _dated_base(self, base: When, period: str) -> str:
        year = int(period[:4]) if period[:4].isdigit() else None
        if base.kind == "year" and base.year is None:
            return "yoy"
        settled = self.calendar.settle(base)
        if year is None:
            return written(settled)
        if base.kind == "year":
            return "yoy" if settled.year == year - 1 else written(settled)
        if base.kind == "month" and len(period) == 7 and period[5:].isdigit():
            month = year * 12 + int(period[5:])
            told = (settled.year if base.year else year) or year
            apart = month - (told * 12 + settled.first)
            return (
                "mom"
                if apart == 1 or (base.year is None and apart == -11)
                else "yoy"
                if apart == 12
                else written(settled)
            )
        if base.kind == "quarter" and period[5:6] == "Q":
            apart = (year - (settled.year or year)) * 4 + int(period[6]) - settled.last // 3
            return (
                "qoq"
                if apart == 1 or (base.year is None and apart == -3)
                else "yoy"
                if apart == 4
                else written(settled)
            )
        return "yoy" if written(settled)[4:] == period[4:] and settled.year == year - 1 else written(settled)

    def _bound(self, item: Item, after: After, comparison: str) -> str:
        clause = self.clause
        if after.onwards:
            return "more_than"
        if clause.hedge and item.begin - clause.hedge_until <= 0:
            return clause.hedge
        return "more_than" if clause.cue == "exceed" and comparison in ("level", "count") else ""

    def _doubts(self, quantity: Quantity, comparison: str, period: str) -> tuple[object, ...]:
        codes = list(quantity.doubts)
        if not quantity.unit and quantity.value is not None:
            codes.append("no_unit")
        if quantity.unit == "times" and comparison == "growth":
            codes.append("times_ambiguous")
        if not period:
            codes.append("period_open")
        size = abs(quantity.value or 0) * quantity.scale
        if size > MOST_LIKELY or (quantity.unit == "percent" and size >= 10_000):
            codes.append("scale")
        return tuple(DOUBTS[code] for code in codes)

    def _named(self, quantity: Quantity, comparison: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """Indicator, coverage and part the number is of; none where its unit says it is of something else."""
        clause = self.clause
        breakdown = clause.breakdown
        if self._other_subject(quantity):
            clause.indicator, clause.breakdown, breakdown = ("", ""), (), ()
            clause.named = (clause.begins, self._subject_until(quantity))
        if clause.spread and len(clause.parts) > 1 and clause.listed < len(clause.parts):
            breakdown = (clause.parts[clause.listed],)
        code, coverage = clause.indicator
        if chained := self._chained(quantity):
            return (*chained, ())
        if not code:
            return "", "", breakdown
        dimension = self.vocabulary.dimensions.get(code, "")
        if comparison in ("level", "count", "target", "change") and quantity.unit not in (
            dimension,
            "percent",
            "point",
        ):
            return "", "", breakdown
        return code, coverage, breakdown

    def _other_subject(self, quantity: Quantity) -> bool:
        """Whether the clause opens with a subject the vocabulary does not know."""
        clause = self.clause
        if self._subject_until(quantity) - clause.begins <= 1 or clause.brackets:
            return False
        named = clause.named is not None and clause.named[0] >= clause.begins - 1
        parted = clause.parted_at >= clause.begins - 1
        return not named and not parted and quantity.unit not in ("times", "point")

    def _subject_until(self, quantity: Quantity) -> int:
        clause = self.clause
        return clause.verb_at if clause.begins <= clause.verb_at < quantity.begin else quantity.begin

    def _chained(self, quantity: Quantity) -> tuple[str, str] | None:
        """Counts of one list: which of its indicators the unit names."""
        unit = quantity.unit
        for chain in self.vocabulary.chains:
            if unit in chain.units and (
                ":".join(self.clause.indicator) in chain.opens or self._near(chain.words[self.lang], quantity)
            ):
                return chain.units[unit]
        return None

    def _near(self, words: tuple[str, ...], quantity: Quantity) -> bool:
        text, starts = self.tokens.text, self.tokens.starts
        begin = starts[max(self.clause.begins, quantity.begin - 14)]
        end = self.tokens.ends[min(quantity.until + 3, len(starts) - 1)]
        near = text[begin:end].lower()
        return any(word in near for word in words)

    def _subject_words(self) -> str:
        """The words that name what the number is of, as they stand in the text."""
        if self.clause.named is None:
            return ""
        first, last = self.clause.named
        last = min(last, first + 24)
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]].strip(" ,;:-+(")

    def _remember(self, mention: Mention, item: Item) -> None:
        clause = self.clause
        clause.by_unit[mention.unit] = mention
        clause.last, clause.last_until = mention, item.until
        clause.again = clause.cue or clause.again
        if clause.cue in ("plan",):
            clause.again = ""
        clause.cue, clause.grew = "", False
        clause.from_open, clause.apart = clause.from_at >= 0, False
        clause.from_at, clause.hedge = -1, ""
        clause.listed += 1


def item_end(tokens: Tokens, item: Item) -> int:
    return tokens.ends[item.until - 1]
