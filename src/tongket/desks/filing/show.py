"""The tables of the filing desk's pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate

from tongket.desks.filing.models import Filing
from tongket.desks.filing.standing import Progress
from tongket.desks.filing.states import OPEN, STATE_NAMES, State
from tongket.desks.registry.queries import names_of
from tongket.desks.site.periods import period_name
from tongket.desks.site.said import tell
from tongket.desks.site.tables import Cell, Column, Table, Tone
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.words import Text

TONES: Mapping[State, Tone] = {
    State.EXPECTED: "",
    State.DRAFT: "",
    State.SUBMITTED: "warn",
    State.IN_QUERY: "bad",
    State.RETURNED: "bad",
    State.ACCEPTED: "good",
}


def own(found: Iterable[Filing], catalogue: Catalogue) -> Table:
    found = list(found)
    names = names_of({one.reporter for one in found})
    columns = [
        Column(Text("Biểu", "Form")),
        Column(Text("Kỳ", "Period")),
        Column(Text("Đơn vị", "Reporter")),
        Column(Text("Hạn nộp", "Due")),
        Column(Text("Trạng thái", "State")),
    ]
    rows = [
        [
            Cell(tell(catalogue.forms[one.campaign.form].name), one.get_absolute_url()),
            tell(period_name(one.campaign.period)),
            names.get(one.reporter, one.reporter),
            date_format(one.campaign.due_on),
            state(one),
        ]
        for one in found
    ]
    return Table(Text("Báo cáo của tôi", "My returns"), columns, rows, _NOTHING_DUE)


def progress(found: Sequence[Progress], catalogue: Catalogue) -> Table:
    columns = [
        Column(Text("Biểu", "Form")),
        Column(Text("Kỳ", "Period")),
        Column(Text("Hạn nộp", "Due")),
        Column(Text("Phải nộp", "To file"), numeric=True),
        Column(Text("Chờ kiểm tra", "To check"), numeric=True),
        Column(Text("Đã nhận", "Accepted"), numeric=True),
        Column(Text("Quá hạn", "Late"), numeric=True),
    ]
    rows = [
        [
            Cell(
                tell(catalogue.forms[one.campaign.form].name),
                reverse("filing:campaign", args=[one.campaign.pk]),
            ),
            tell(period_name(one.campaign.period)),
            date_format(one.campaign.due_on),
            str(one.due),
            str(one.waiting),
            str(one.accepted),
            Cell.mark(str(one.late), "bad") if one.late else "0",
        ]
        for one in found
    ]
    return Table(Text("Các kỳ thu báo cáo", "Periods of collection"), columns, rows, _NO_PERIOD)


def board(
    found: Sequence[Filing], names: Mapping[str, str], reminded: Mapping[int, int], shares: Mapping[str, str]
) -> Table:
    """The filings of one campaign, in the order they are given."""
    columns = [
        Column(Text("Đơn vị", "Reporter")),
        Column(Text("Mã", "Code")),
        Column(Text("Trạng thái", "State")),
        Column(Text("Tỷ trọng kỳ trước", "Share before"), numeric=True),
        Column(Text("Đã nhắc", "Reminded"), numeric=True),
        Column(Text("Lưu lần cuối", "Last saved")),
    ]
    rows = [
        [
            Cell(names.get(one.reporter, one.reporter), reverse("filing:review", args=[one.pk])),
            one.reporter,
            state(one),
            shares.get(one.reporter, "–"),
            str(reminded.get(one.pk, 0)),
            date_format(one.saved_at, "SHORT_DATETIME_FORMAT") if one.saved_at else "–",
        ]
        for one in found
    ]
    return Table(Text("Đơn vị phải nộp", "Who has to file"), columns, rows, _NONE_SUCH)


def state(filing: Filing) -> Cell:
    now = State(filing.state)
    if now in OPEN and filing.campaign.due_on < localdate():
        late = (localdate() - filing.campaign.due_on).days
        return Cell.mark(tell(_LATE.format(state=STATE_NAMES[now], days=late)), "bad")
    return Cell.mark(tell(STATE_NAMES[now]), TONES[now])


_LATE = Text("{state}, quá hạn {days} ngày", "{state}, {days} days late")
_NOTHING_DUE = Text(
    "Chưa có biểu nào phải nộp. Khi Sở mở kỳ báo cáo, biểu sẽ hiện ở đây.",
    "No form is due. When the department opens a period, its form appears here.",
)
_NO_PERIOD = Text("Chưa mở kỳ nào. Hãy bấm “Mở kỳ báo cáo”.", "No period is open. Choose “Open a period”.")
_NONE_SUCH = Text("Không có đơn vị nào ở trạng thái này.", "Nobody is in that state.")
