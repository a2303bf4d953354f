"""The sheets of a file into its returns, and what only the whole file can show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tongket.figures.exchange.tables import faults, words
from tongket.figures.exchange.tables.folding import fold
from tongket.figures.exchange.tables.lines import Lines, Sent
from tongket.figures.exchange.tables.opening import Opener, Opening
from tongket.figures.exchange.tables.reading import LIMIT, Known, Reading
from tongket.figures.exchange.tables.sheet import LETTERS, Sheet, is_blank
from tongket.figures.returns.answer import Finding, Place, Return
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

SHOWN = 10
_GUIDES = tuple(fold(mark) for mark in words.GUIDE_MARKS)


def read_sheets(file: str, sheets: Iterable[Sheet], known: Known) -> Reading:
    """All sheets of one file. A hard finding anywhere leaves no returns."""
    reader = _Reader(known)
    for sheet in sheets:
        if not is_guide(sheet):
            reader.read(sheet)
        if len(reader.findings) >= LIMIT:
            reader.findings[LIMIT:] = [faults.TOO_MANY.at(Place(file), count=LIMIT)]
            break
    if not reader.tables:
        reader.findings.append(faults.NO_RETURN.at(Place(file)))
    return Reading(file, tuple(reader.returns), ()).with_findings(tuple(reader.findings))


def is_guide(sheet: Sheet) -> bool:
    """A sheet that explains: by its name, or by the word it begins with."""
    if sheet.name.startswith(words.GUIDE_PREFIX):
        return True
    first = next((cell for row in sheet.rows for cell in row if not is_blank(cell)), "")
    return isinstance(first, str) and fold(first).startswith(_GUIDES)


class _Reader:
    """Gathers the returns and findings of a file."""

    def __init__(self, known: Known) -> None:
        self.returns: list[Return] = []
        self.findings: list[Finding] = []
        self.tables = 0
        self._known = known
        self._opener = Opener(known)
        self._places: dict[tuple[str, str, str, Period], Place] = {}

    def read(self, sheet: Sheet) -> None:
        if all(is_blank(cell) for row in sheet.rows for cell in row):
            self.findings.append(faults.EMPTY_SHEET.at(sheet.whole))
            return
        self.tables += 1
        opening = self._opener.open(sheet, self.findings)
        if opening is None:
            return
        lines = Lines(sheet, opening, self._known)
        lines.read()
        self.findings += lines.findings
        self.findings += _look_at_traits(sheet, opening.layout.row, lines.end)
        self._gather(sheet, opening, lines)

    def _gather(self, sheet: Sheet, opening: Opening, lines: Lines) -> None:
        layout, form = opening.layout, opening.form
        sent = lines.sent
        if not sent and layout.reporter is None and layout.period is None:
            sent = {(opening.reporter, opening.period): Sent(opening.place)}
        elif not sent and lines.end == layout.row:
            self.findings.append(faults.NO_LINES.at(sheet.place(layout.row, 0)))
        for (reporter, period), one in sent.items():
            place = opening.place if layout.reporter is None else one.place
            self._keep(
                Return(
                    form.code,
                    form.version,
                    layout.table.code,
                    reporter,
                    period,
                    tuple(one.answers),
                    place,
                    opening.synthetic,
                ),
                layout.table.name,
            )

    def _keep(self, ret: Return, name: Text) -> None:
        first = self._places.setdefault((ret.form, ret.table, ret.reporter, ret.period), ret.place)
        if first is ret.place:
            self.returns.append(ret)
            return
        where = " ▸ ".join(part for part in (first.sheet, first.cell) if part)
        self.findings.append(
            faults.DUPLICATE_RETURN.at(
                ret.place, table=name, reporter=ret.reporter, period=ret.period, first=where
            )
        )


def _look_at_traits(sheet: Sheet, first: int, last: int) -> list[Finding]:
    """Merged and hidden cells between the header row and the last line."""
    traits, findings = sheet.traits, []
    if traits.hidden:
        findings.append(faults.HIDDEN_SHEET.at(sheet.whole))
    for (top, left), (bottom, right) in traits.merges:
        if top <= last and bottom >= first and left < len(sheet.rows[first]):
            found = f"{LETTERS[left]}{top + 1}:{LETTERS[right]}{bottom + 1}"
            findings.append(faults.MERGED.at(sheet.place(top, left), found=found))
    if rows := [row + 1 for row in sorted(traits.hidden_rows) if first <= row <= last]:
        findings.append(faults.HIDDEN_ROWS.at(sheet.place(rows[0] - 1, 0), found=_some(rows)))
    if columns := [LETTERS[column] for column in sorted(traits.hidden_columns)]:
        findings.append(faults.HIDDEN_COLUMNS.at(sheet.whole, found=_some(columns)))
    return findings


def _some(numbers: Sequence[object]) -> str:
    return ", ".join(map(str, numbers[:SHOWN])) + (", …" if len(numbers) > SHOWN else "")
