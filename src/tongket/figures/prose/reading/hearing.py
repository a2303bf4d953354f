"""What a text has said so far, word by word: time, subject, whether it speaks of plans."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tongket.figures.prose.reading.bases import base_code
from tongket.figures.prose.reading.clauses import DERIVED, FIRMNESS, HEDGES, RISES, Clause
from tongket.figures.prose.reading.mention import Mention
from tongket.figures.prose.reading.periods import Calendar, When, written
from tongket.figures.prose.reading.phrases import Tokens
from tongket.figures.prose.reading.scanner import Item
from tongket.figures.prose.reading.vocabulary import Context, Vocabulary
from tongket.figures.terms.words import Lang

BULLETS = frozenset("-–+*•")
ENDS = frozenset(".!?")
SHORT_FORMS = frozenset({"tp", "ts", "ths", "gs", "pgs", "tx", "tt", "h", "p", "q", "no"})
PLAIN_VERBS = frozenset({"đạt", "reached", "was", "were", "totalled", "amounted"})


class Hearing:
    """Takes in the items of a text one after another and keeps what they say for the next number."""

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

    def _new_sentence(self, begin: int, keep: bool = False) -> None:
        before = self.clause
        self.clause = Clause(begins=begin, area=before.area, first_mention=len(self.mentions))
        self.clause.indicator, self.clause.breakdown = before.indicator, before.breakdown
        self.clause.named = before.named
        self.clause.status = "target" if self.planning else "actual"
        if keep:
            self.clause.status = before.status
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
            base = base_code(clause.base, clause.last.period, self.calendar)
        for place in range(len(mentions) - 1, clause.first_mention - 1, -1):
            mention = mentions[place]
            if mention.comparison not in DERIVED:
                base = None
            elif mention.base:
                base = mention.base if mention.comparison == "growth" else None
            elif base:
                mentions[place] = replace(mention, base=base)

    def _line(self, item: Item, place: int) -> None:
        """A line's end ends the sentence; a list goes on as it began."""
        words, following = self.words, item.until
        after = words[following] if following < len(words) else "\n"
        before = words[item.begin - 1] if item.begin else "\n"
        bullet = after in BULLETS or before == ";"
        colon = before == ":"
        self._close()
        self.planning = self.planning and (bullet or colon)
        self.listing = colon or (self.listing and bullet)
        self._new_sentence(following)

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
            if tokens.starts[following] == tokens.ends[item.until - 1] and self.words[following] != "\n":
                return
            first = tokens.text[tokens.starts[following]]
            if first.islower():
                return
            before = self.words[item.begin - 1] if item.begin else ""
            if before in SHORT_FORMS and first.isupper():
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
        if clause.fresh and self.words[item.begin] in PLAIN_VERBS:
            if not clause.said or clause.last is not None:
                clause.status = "target" if self.planning else "actual"
            clause.fresh = False
        self._verb(item)

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
        if clause.cue not in RISES and not clause.grew:
            clause.cue = "reach"
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
            self.note(self.calendar.settle(item.data))

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
            self.note(when)

    def _tell_period(self, when: When) -> None:
        """`1,2 triệu khách đến tỉnh trong năm 2022`: a period said late in the clause is its number's."""
        if self.clause.brackets == 0 and (period := written(when)):
            self.mentions[-1] = self.clause.last = replace(self.mentions[-1], period=period)

    def note(self, when: When) -> None:
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
