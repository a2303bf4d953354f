"""Who issues the review, of which year, from which release; and the tasks of the year that follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is on the paper that no figure decides.

    `symbol` follows the number (`SCT` in `Số:      /BC-SCT`). `synthetic` is the sentence that marks
    synthetic returns, None when they are real. `as_of` is printed as it stands, so it comes in the
    office's own time. `issuer_line` is the issuer as the letterhead has it, where it says less than the text.
    """

    year: int
    area: str
    issuer: Text
    parent_body: Text
    symbol: str
    place: Text
    authority: tuple[Text, ...]
    recipients: tuple[Text, ...]
    contact: Text
    release: int
    as_of: datetime
    synthetic: Text | None = None
    signer: str = ""
    issuer_line: Text | None = None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task of the coming year: what, which unit is responsible, by when (None: all year round)."""

    text: Text
    unit: Text
    due: date | None = None
