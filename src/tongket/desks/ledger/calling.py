"""The list of whom to phone about a form and a period, from what is accepted and what is out."""

from __future__ import annotations

from decimal import Decimal

from tongket.desks.filing import queries as filing
from tongket.desks.filing.queries import CellFilter
from tongket.figures.compile.calls import calls
from tongket.figures.compile.unit_values import Codes, UnitValues
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.methods.editing.selective import CallList
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Refusal, Text

USUAL = "usual"


class NothingToCall(Refusal):
    """The form is not known, or nobody was due for the period."""


def whom_to_call(catalogue: Catalogue, form_code: str, period: Period) -> CallList:
    """By the first required measure of the form's first table, item by item."""
    form = catalogue.forms.get(form_code)
    if form is None:
        raise NothingToCall(_NO_FORM.format(form=form_code, legal=", ".join(catalogue.forms)))
    table = form.tables[0]
    due = filing.returns_due(form, table).get(period)
    if not due:
        raise NothingToCall(_NOBODY.format(form=form.name, period=period))
    measure = next((one for one in table.measures if one.required), table.measures[0]).code
    asked = (period, period.previous(), period.same_last_year())
    found: dict[Period, dict[str, dict[Codes, Decimal]]] = {}
    for cell in filing.accepted_cells(CellFilter(table.dataflow, (measure,), asked)):
        codes = tuple(cell.dimensions.get(one.code, "") for one in table.dimensions)
        own = found.setdefault(cell.period, {}).setdefault(cell.reporter, {})
        own[codes] = own.get(codes, Decimal(0)) + cell.value
    rule = catalogue.editing.get(form_code, catalogue.editing[USUAL])
    return calls({filer.code: has for filer, has in due.items()}, UnitValues(found), period, rule)


_NO_FORM = Text(
    "Không có biểu “{form}”. Các biểu: {legal}.",
    "There is no form “{form}”. Forms: {legal}.",
)
_NOBODY = Text(
    "Chưa có ai phải nộp “{form}” cho kỳ {period}, hoặc chưa có báo cáo nào của kỳ đó.",
    "Nobody has to file “{form}” for {period}, or nothing of that period has come in.",
)
