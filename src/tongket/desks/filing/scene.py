"""The filings of an example office, so that each of its cast has something before them: `filings.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tongket.desks.filing import actions
from tongket.desks.filing.actions.steps import Asked
from tongket.desks.filing.models import Campaign, Filing, ReturnRow
from tongket.desks.filing.states import State
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.catalogue.entry import Entry
from tongket.figures.exchange.catalogue.files import read_yaml
from tongket.figures.exchange.catalogue.refusals import Place
from tongket.figures.terms.period import MONTHS, Period

FILE = "filings.yaml"
SHOWN = (State.DRAFT, State.SUBMITTED, State.IN_QUERY, State.RETURNED)


@dataclass(frozen=True, slots=True)
class Part:
    """One reporter's filing of the running period, and how far it has come."""

    form: str
    reporter: str
    state: State
    by: str
    typed: Mapping[str, object]
    words: str


def read_scene(folder: Path, catalogue: Catalogue) -> tuple[int, list[Part]]:
    """The year whose returns are in, and the filings of the running period."""
    path = folder / FILE
    data = Entry(read_yaml(path), Place(path))
    year = data.whole("year", least=1900)
    parts = [_part(Entry(v, Place(path, f"#{n}")), catalogue) for n, v in enumerate(data.items("now"), 1)]
    data.close()
    return year, parts


def set_scene(*, by: str, folder: Path, catalogue: Catalogue, today: date) -> None:
    """Open the periods of the year that is in and the running one; take its filings as far as written.

    What has been begun stays as it is, so setting the scene again changes nothing.
    """
    year, parts = read_scene(folder, catalogue)
    if not Campaign.objects.exists():
        _open_year(by, year, catalogue)
    actions.recognise(by=by)
    for part in parts:
        _play(by, part, catalogue, today)


def _open_year(by: str, year: int, catalogue: Catalogue) -> None:
    for form in catalogue.forms.values():
        held = ReturnRow.objects.filter(form=form.code, superseded_at__isnull=True)
        periods = {one for one in held.values_list("period", flat=True).distinct() if one.start_year == year}
        for period in sorted(periods):
            actions.open_campaign(by=by, form=form, period=period, catalogue=catalogue)


def _play(by: str, part: Part, catalogue: Catalogue, today: date) -> None:
    form = catalogue.forms[part.form]
    months = MONTHS[form.frequency]
    running = Period((today.year * 12 + today.month - 1) // months * months, months)
    campaign = actions.open_campaign(by=by, form=form, period=running, catalogue=catalogue)
    filing = campaign.filings.filter(reporter=part.reporter, state=State.EXPECTED).first()
    if filing is None:
        return
    actions.save_draft(
        by=part.by, filing=filing, data=part.typed, revision=filing.revision, lang="vi", catalogue=catalogue
    )
    if part.state is not State.DRAFT:
        actions.submit(by=part.by, filing=filing, catalogue=catalogue, why=part.words)
    if part.state in _THEN:
        _THEN[part.state](by, filing, part.words)


def _part(entry: Entry, catalogue: Catalogue) -> Part:
    part = Part(
        entry.reference("form", catalogue.forms),
        entry.word("reporter"),
        State(entry.choice("state", [str(state) for state in SHOWN])),
        entry.word("by"),
        entry.map("typed"),
        entry.word("words", ""),
    )
    entry.close()
    return part


def _query(by: str, filing: Filing, words: str) -> None:
    actions.query(by=by, filing=filing, asked=[Asked(words)])


def _send_back(by: str, filing: Filing, words: str) -> None:
    actions.send_back(by=by, filing=filing, why=words)


_THEN: Mapping[State, Callable[[str, Filing, str], None]] = {
    State.IN_QUERY: _query,
    State.RETURNED: _send_back,
}
