"""A rule on received data and its verdict: true, false, or undecided. The rule owns its sentence.

Source: METHODS §4.1 (levels 0-5 and severities of the ESS, verdicts of VTL 2.1: a comparison with a
missing value is neither true nor false).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.words import Text

Severity = Literal["error", "warning", "info"]
LONG = 20  # digits after which a number is said in powers of ten
_ADVICE: dict[Severity, Text] = {
    "error": Text("Hãy hỏi lại nơi gửi và sửa.", "Ask the sender and correct it."),
    "warning": Text("Hãy hỏi lại; nếu đúng, hãy ghi lý do.", "Ask; if it is right, note the reason."),
    "info": Text("Chỉ để biết.", "For information only."),
}
_SENTENCES: dict[bool | None, Text] = {
    True: Text("{where}: {rule}; đạt: {found}.", "{where}: {rule}; it holds: {found}."),
    False: Text("{where}: {rule}; {found}. {advice}", "{where}: {rule}; {found}. {advice}"),
    None: Text(
        "{where}: {rule}; chưa kết luận được: {found}.", "{where}: {rule}; cannot be decided: {found}."
    ),
}
MISSING = Text("thiếu số để đối chiếu", "a number to compare with is missing")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a rule says of one record. `imbalance` is found minus expected, where that is a number."""

    rule: str
    severity: Severity
    verdict: bool | None
    sentence: Text
    imbalance: Decimal | None = None


class Rule(Protocol):
    """A rule with the data it is asked of. `level` is that of METHODS §4.1, 0 (file) to 5 (domains)."""

    @property
    def code(self) -> str: ...

    @property
    def level(self) -> int: ...

    @property
    def severity(self) -> Severity: ...

    @property
    def description(self) -> Text:
        """The first half of its sentence, for the list of rules and the handbook alike."""
        ...

    def judge(self) -> tuple[Judgement, ...]:
        """One judgement a record, in order."""
        ...


def confront(rules: Iterable[Rule]) -> tuple[Judgement, ...]:
    """Every judgement of every rule; the word is that of the R package `validate`."""
    return tuple(judgement for rule in rules for judgement in rule.judge())


def judged(
    rule: Rule,
    verdict: bool | None,
    where: Text,
    found: Text,
    imbalance: Decimal | None = None,
    severity: Severity | None = None,
) -> Judgement:
    """The judgement in a full sentence: where, the rule, what was found, what to do."""
    weight = severity or rule.severity
    sentence = _SENTENCES[verdict].format(
        where=where, rule=rule.description, found=found, advice=_ADVICE[weight]
    )
    return Judgement(rule.code, weight, verdict, sentence, imbalance)


def month_of(name: Text, month: int) -> Text:
    """Where a record of a yearly series stands."""
    return Text("{name}, tháng {month}", "{name}, month {month}").format(name=name, month=month)


def said(value: Decimal | None) -> Text:
    """A number as each language writes it, with all its places; in powers of ten where it is too long."""
    if value is None:
        return Text("trống", "blank")
    decimals = decimals_of(value)
    if abs(value.adjusted()) >= LONG or decimals >= LONG:
        return Text(f"{value:.6E}".replace(".", ","), f"{value:.6E}")
    return Text(write_number(value, decimals, "vi"), write_number(value, decimals, "en"))


def decimals_of(value: Decimal) -> int:
    """How many decimal places the number needs: 1.50 needs one."""
    _, _, fraction = f"{value:f}".partition(".")
    return len(fraction.rstrip("0"))
