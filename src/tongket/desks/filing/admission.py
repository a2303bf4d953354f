"""Whether a return may be taken: its reporter, its checks, and what it contradicts in its own file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tongket.desks.filing.held import HeldReturn, Key, key_of, line_of
from tongket.desks.registry.register import NotAReporter, Register
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.returns.answer import Finding, Place, Return
from tongket.figures.returns.checks import check_return
from tongket.figures.returns.form import FormTable
from tongket.figures.terms.area import UnknownArea
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class Admitted:
    """A return that may be taken: its key, its table, and the area its numbers belong to."""

    key: Key
    ret: Return
    table: FormTable
    area_code: str
    synthetic: bool


def admit(
    returns: Iterable[Return], held: dict[Key, HeldReturn], catalogue: Catalogue, register: Register
) -> tuple[list[Admitted], list[Finding]]:
    """Look at every return of a file, earlier periods first: each is checked against the one before."""
    admitted: dict[Key, Admitted] = {}
    findings: list[Finding] = []
    for ret in sorted(returns, key=lambda each: (each.period, each.reporter)):
        form = catalogue.forms[ret.form]
        table = form.table(ret.table)
        key = key_of(ret, table)
        if key in admitted:
            findings.append(_twice(ret, admitted[key].ret.place))
            continue
        faults = [*_same_line(ret), *_other_form(ret, held.get(key))]
        try:
            filer = register.filer(form, ret.reporter, ret.period)
            admitted[key] = Admitted(key, ret, table, filer.area_code, ret.synthetic or filer.synthetic)
        except (NotAReporter, UnknownArea) as refusal:
            check = "reporter" if isinstance(refusal, NotAReporter) else "area"
            faults.append(Finding(check, "hard", ret.place, refusal.sentence))
        previous = _previous(ret, key, admitted, held)
        findings += faults or check_return(
            ret, form, catalogue.codelists, previous, catalogue.windows[form.window]
        )
    return list(admitted.values()), findings


def _previous(
    ret: Return, key: Key, admitted: dict[Key, Admitted], held: dict[Key, HeldReturn]
) -> Return | None:
    """The return of the period before: as this file has it, else as the store holds it."""
    before = (key[0], key[1], ret.period.previous())
    if before in admitted:
        return admitted[before].ret
    return held[before].as_return(before[1], before[2]) if before in held else None


def _same_line(ret: Return) -> Iterable[Finding]:
    seen: dict[object, Place] = {}
    for answer in ret.answers:
        first = seen.setdefault(line_of(answer), answer.place)
        if first is not answer.place:
            yield Finding(
                "line_twice", "hard", answer.place, _LINE_TWICE.format(place=answer.place, first=first)
            )


def _other_form(ret: Return, holds: HeldReturn | None) -> Iterable[Finding]:
    """Two forms may feed one dataflow, but one reporter's period is counted from one of them."""
    if holds and (holds.form, holds.table) != (ret.form, ret.table):
        sentence = _OTHER_FORM.format(
            reporter=ret.reporter, period=ret.period, form=holds.form, file=holds.place
        )
        yield Finding("other_form", "hard", ret.place, sentence)


def _twice(ret: Return, first: Place) -> Finding:
    sentence = _RETURN_TWICE.format(reporter=ret.reporter, period=ret.period, place=ret.place, first=first)
    return Finding("return_twice", "hard", ret.place, sentence)


_RETURN_TWICE = Text(
    "Đơn vị {reporter} báo cáo kỳ {period} hai lần trong cùng một tệp: {first} và {place}. Hãy bỏ một.",
    "The reporter {reporter} files {period} twice in one file: {first} and {place}. Remove one of them.",
)
_OTHER_FORM = Text(
    "Số liệu của đơn vị {reporter} kỳ {period} đã nhận từ biểu {form} ({file}). Hãy sửa ở biểu đó, nếu "
    "không sẽ tính trùng.",
    "The figures of {reporter} for {period} were already taken from the form {form} ({file}). Correct them "
    "there, or they would count twice.",
)
_LINE_TWICE = Text(
    "{place} lặp lại dòng đã có ở {first}. Hãy gộp thành một dòng.",
    "{place} repeats the line at {first}. Make them one line.",
)
