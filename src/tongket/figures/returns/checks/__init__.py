"""The checks of returns: kinds named in the catalogue, and those every measure carries by itself.

A new kind is one class with `read`, `description` and `validate`, and one entry in `KINDS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tongket.figures.returns.answer import Finding, Return
from tongket.figures.returns.checks.cells import cell_rules, check_cell, check_cells
from tongket.figures.returns.checks.check import Check, Setting, finding, lines_of
from tongket.figures.returns.checks.codes import DateInPeriod, LeafCodes
from tongket.figures.returns.checks.parameters import BadCheck, Parameters
from tongket.figures.returns.checks.previous import RatioToPrevious
from tongket.figures.returns.checks.within import AtMost, NonzeroTogether, SumOfParts
from tongket.figures.returns.form import CheckSpec, FormSpec, FormTable
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.window import ReportingWindow
from tongket.figures.terms.words import Text

__all__ = ["KINDS", "BadCheck", "check_cell", "check_return", "describe", "validate_specs"]

KINDS: Mapping[str, type[Check]] = {
    "at_most": AtMost,
    "date_in_period": DateInPeriod,
    "leaf_codes": LeafCodes,
    "nonzero_together": NonzeroTogether,
    "ratio_to_previous": RatioToPrevious,
    "sum_of_parts": SumOfParts,
}
CALENDAR = ReportingWindow("calendar", Text("Lịch dương", "Calendar"))


def check_return(
    ret: Return,
    form: FormSpec,
    codelists: Mapping[str, Codelist],
    previous: Return | None = None,
    window: ReportingWindow = CALENDAR,
) -> tuple[Finding, ...]:
    """What the checks of the form find in a return; `window` is the one that `form.window` names."""
    table = form.table(ret.table)
    before = {line.key: line for line in lines_of(previous)} if previous else {}
    setting = Setting(ret, form, table, codelists, before, window)
    checks = [(spec, read_check(spec, table)) for spec in table.checks]
    findings: list[Finding] = []
    for line in lines_of(ret):
        findings.extend(check_cells(line, table))
        for spec, check in checks:
            if breach := check.validate(line, setting):
                findings.append(finding(spec.code, spec.severity, check.description, breach))
    return tuple(findings)


def validate_specs(form: FormSpec) -> None:
    """Refuse a form whose checks are unknown or wrongly described; raises `BadCheck`."""
    for table in form.tables:
        for spec in table.checks:
            read_check(spec, table)


def describe(table: FormTable) -> Iterator[Text]:
    """Every rule of a table in words, for the form, the guide and the handbook."""
    for measure in table.measures:
        yield from cell_rules(measure)
    for spec in table.checks:
        yield read_check(spec, table).description


def read_check(spec: CheckSpec, table: FormTable) -> Check:
    if spec.kind not in KINDS:
        raise BadCheck(
            Text(
                "Bảng {table}: kiểm tra {check} thuộc loại “{kind}” không có. Các loại hợp lệ: {legal}. "
                "Hãy sửa tệp biểu mẫu trong danh mục.",
                "Table {table}: the check {check} is of the unknown kind “{kind}”. Legal kinds: {legal}. "
                "Please correct the form's file in the catalogue.",
            ).format(table=table.code, check=spec.code, kind=spec.kind, legal=", ".join(KINDS))
        )
    given = Parameters(spec, table)
    check = KINDS[spec.kind].read(given)
    given.finish()
    return check
