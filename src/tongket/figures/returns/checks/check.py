"""What every check is: a rule with its own words, asked of one line at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, Self

from tongket.figures.returns.answer import Answer, Finding, Place, Return
from tongket.figures.returns.checks.parameters import Parameters
from tongket.figures.returns.form import FormSpec, FormTable, Severity
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.window import ReportingWindow
from tongket.figures.terms.words import Text

Key = frozenset[tuple[str, str]]
LONG = 20  # digits on either side of the point
ADVICE: dict[Severity, Text] = {
    "hard": Text("Hãy sửa rồi gửi lại.", "Please correct it and send again."),
    "soft": Text(
        "Hãy kiểm tra lại; nếu số đúng, hãy ghi lý do khi nộp.",
        "Please look again; if the number is right, say why when you submit.",
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """The answers of one combination of dimensions, by measure."""

    dimensions: Mapping[str, str]
    answers: Mapping[str, Answer]

    @property
    def key(self) -> Key:
        return frozenset(self.dimensions.items())

    @property
    def place(self) -> Place:
        return next(iter(self.answers.values())).place

    def value(self, measure: str) -> Decimal | None:
        answer = self.answers.get(measure)
        return answer.value if answer else None

    def place_of(self, measure: str) -> Place:
        """Where the number stands; for a blank, where its line stands."""
        answer = self.answers.get(measure)
        return answer.place if answer else self.place


@dataclass(frozen=True, slots=True)
class Setting:
    """What a check may look at besides its line."""

    ret: Return
    form: FormSpec
    table: FormTable
    codelists: Mapping[str, Codelist]
    previous: Mapping[Key, Line]
    window: ReportingWindow


@dataclass(frozen=True, slots=True)
class Breach:
    """A line that breaks a rule: where, and what was found, as the second half of a sentence."""

    place: Place
    found: Text


class Check(Protocol):
    """One rule. `description` is its first half sentence, used on the form, in the list of findings and
    in the handbook alike; `validate` gives the second half where a line breaks it."""

    @classmethod
    def read(cls, given: Parameters) -> Self:
        """Build the check from the catalogue's parameters; raises `BadCheck`."""
        ...

    @property
    def description(self) -> Text: ...

    def validate(self, line: Line, setting: Setting) -> Breach | None: ...


def finding(code: str, severity: Severity, rule: Text, breach: Breach) -> Finding:
    """The full sentence: place, rule, what was found, what to do."""
    sentence = Text("{place}: {rule}; {found}. {advice}", "{place}: {rule}; {found}. {advice}").format(
        place=breach.place, rule=rule, found=breach.found, advice=ADVICE[severity]
    )
    return Finding(code, severity, breach.place, sentence)


def lines_of(ret: Return) -> tuple[Line, ...]:
    """The answers gathered by line, in the order they were sent."""
    gathered: dict[Key, dict[str, Answer]] = {}
    for answer in ret.answers:
        gathered.setdefault(frozenset(answer.dimensions.items()), {})[answer.measure] = answer
    return tuple(Line(next(iter(answers.values())).dimensions, answers) for answers in gathered.values())


def said(value: Decimal | None) -> Text:
    """A number as each language writes it, with all the places it has; in powers of ten where it is
    longer than any return's."""
    if value is None:
        return Text("trống", "blank")
    decimals = places(value)
    if value.adjusted() >= LONG or decimals >= LONG:
        power = f"{value:.6E}"
        return Text(power.replace(".", ","), power)
    return Text(write_number(value, decimals, "vi"), write_number(value, decimals, "en"))


def places(value: Decimal) -> int:
    """How many decimals the number needs: 1.50 needs one."""
    _, _, fraction = f"{value:f}".partition(".")
    return len(fraction.rstrip("0"))
