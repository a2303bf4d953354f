"""What an outline consists of: what is said and what is shown, with no number in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tongket.figures.observations.observation import Breakdown
from tongket.figures.terms.words import Text

StatementKind = Literal[
    "text",
    "level",
    "level_growth",
    "growth",
    "parts",
    "largest",
    "from_to",
    "counts",
    "underivable",
    "targets",
    "fraction",
    "unlike",
]
ExhibitKind = Literal[
    "key",
    "yearly",
    "coverages",
    "quarters",
    "growths",
    "parts",
    "areas",
    "targets",
    "verdicts",
    "tasks",
    "methods",
    "months",
    "largest",
    "years",
]
CHART_KINDS: tuple[ExhibitKind, ...] = ("months", "largest", "years")
# Statements that explain a figure: a note under the text, but a sentence of the press text.
EXPLAINING: tuple[StatementKind, ...] = ("underivable", "unlike")
# Blocks of running text that stand where an exhibit may be shown.
TEXT_BLOCKS = ("verdicts", "coverage")


@dataclass(frozen=True, slots=True)
class Ref:
    """An indicator with its coverage, and a part of it where the breakdown is not empty."""

    indicator: str
    coverage: str = "all"
    part: Breakdown = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause the writer is asked for."""

    kind: StatementKind
    of: tuple[Ref, ...] = ()
    by: str = ""
    codes: tuple[str, ...] = ()
    most: int = 0
    years: int = 1
    back: int = 0
    decimals: int | None = None
    when: bool = True
    text: Text | None = None
    lead: Text | None = None

    @property
    def goes_on(self) -> bool:
        """Whether it continues the sentence before it."""
        return self.kind in ("parts", "largest") and self.lead is None


@dataclass(frozen=True, slots=True)
class Content:
    """A block: a paragraph of statements, or an exhibit by name."""

    say: tuple[Statement, ...] = ()
    show: str = ""


@dataclass(frozen=True, slots=True)
class RowSpec:
    """A row (or, in a table of areas, a column): a figure and how it is told; or a group's head.

    `growth` rows are told as growth on the year before. `within` is a part of the year, `S1`, `Q3` or
    `10`, where the row tells that part and not the whole. `never_explains` names a rate that must not be
    worked out from this figure. `back` adds the value of that many years ago in a note.
    """

    of: Ref | None = None
    group: Text | None = None
    growth: bool = False
    decimals: int | None = None
    indent: int = 0
    years: int = 1
    back: int = 0
    within: str = ""
    never_explains: Ref | None = None


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    head: Text
    align: Literal["left", "centre", "right"] = "left"
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A table or chart by name."""

    name: str
    kind: ExhibitKind
    caption: Text
    sheet: Text | None = None  # the short name of a table in a workbook
    columns: tuple[ColumnSpec, ...] = ()
    rows: tuple[RowSpec, ...] = ()
    of: Ref | None = None
    by: str = ""
    level: Literal["district", "commune"] = "district"
    style: Literal["bar", "line"] = "bar"
    growth: bool = False
    most: int = 0
    back: int = 0
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    title: Text
    content: tuple[Content, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """A title that tells which way a figure went, or `plain` where that is not known."""

    text: Text
    trend: Ref | None = None
    plain: Text | None = None


@dataclass(frozen=True, slots=True)
class SlideSpec:
    title: Title
    say: tuple[Statement, ...] = ()
    show: str = ""


@dataclass(frozen=True, slots=True)
class AnnexSpec:
    title: Text
    show: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PressSpec:
    headline: Title
    paragraphs: tuple[tuple[Statement, ...], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """See `catalogue/review/outline.yaml`, whose sections these are."""

    subject: Text
    type_name: Text
    type_symbol: str
    growth_decimals: Mapping[str, int]
    opening: Text
    words: Mapping[str, Text]
    exhibits: Mapping[str, Exhibit]
    sections: tuple[Section, ...]
    annexes: tuple[AnnexSpec, ...]
    coverage: tuple[Text, ...]
    left_out: Text
    closing: Text
    slides: tuple[SlideSpec, ...]
    press: PressSpec

    def all_sections(self) -> Iterator[Section]:
        waiting = list(self.sections)
        while waiting:
            section = waiting.pop(0)
            yield section
            waiting[:0] = section.sections

    def statements(self) -> Iterator[Statement]:
        for section in self.all_sections():
            for content in section.content:
                yield from content.say
        for slide in self.slides:
            yield from slide.say
        for paragraph in self.press.paragraphs:
            yield from paragraph

    def shown(self) -> Iterator[str]:
        """The names of all exhibits the paper shows somewhere."""
        for section in self.all_sections():
            yield from (content.show for content in section.content if content.show)
        for annex in self.annexes:
            yield from annex.show
        yield from (slide.show for slide in self.slides if slide.show)
