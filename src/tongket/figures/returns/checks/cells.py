"""The checks every measure carries by its own description: filled in, not too small, not too fine.

The reader of workbooks asks them cell by cell, so that a blank is named by its own cell; `check_return`
asks them again for answers that came another way.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from tongket.figures.returns.answer import Finding, Place
from tongket.figures.returns.checks.check import Breach, Line, finding, said
from tongket.figures.returns.form import FormTable, Measure
from tongket.figures.terms.words import Text

# A fact is a decimal(18, 4): see docs/adr/0007.
LARGEST = Decimal(10) ** 14


def required_rule(measure: Measure) -> Text:
    return Text("“{name}” phải có số, kể cả số 0", "“{name}” needs a number, be it 0").format(
        name=measure.name
    )


def minimum_rule(measure: Measure) -> Text:
    return Text("“{name}” không được nhỏ hơn {least}", "“{name}” may not be less than {least}").format(
        name=measure.name, least=said(measure.minimum)
    )


def decimals_rule(measure: Measure) -> Text:
    if measure.decimals == 0:
        return Text("“{name}” là số nguyên", "“{name}” is a whole number").format(name=measure.name)
    return Text(
        "“{name}” có nhiều nhất {decimals} chữ số thập phân", "“{name}” has at most {decimals} decimals"
    ).format(name=measure.name, decimals=measure.decimals)


def largest_rule(measure: Measure) -> Text:
    return Text("“{name}” phải nhỏ hơn {most}", "“{name}” must be less than {most}").format(
        name=measure.name, most=said(LARGEST)
    )


def check_cell(measure: Measure, value: Decimal | None, place: Place) -> Finding | None:
    """The first rule of its measure that the value breaks."""
    if value is None:
        if not measure.required:
            return None
        found = Text("ô này để trống", "the cell is blank")
        return finding("required", "hard", required_rule(measure), Breach(place, found))
    if measure.minimum is not None and value < measure.minimum:
        return finding("minimum", "hard", minimum_rule(measure), _found(value, place))
    if abs(value) >= LARGEST:
        return finding("largest", "hard", largest_rule(measure), _found(value, place))
    if value != value.quantize(_step(measure.decimals)):
        return finding("decimals", "hard", decimals_rule(measure), _found(value, place))
    return None


def check_cells(line: Line, table: FormTable) -> Iterator[Finding]:
    for measure in table.measures:
        found = check_cell(measure, line.value(measure.code), line.place_of(measure.code))
        if found:
            yield found


@cache
def _step(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def cell_rules(measure: Measure) -> Iterator[Text]:
    """The rules of a measure in words, for the form and the handbook."""
    if measure.required:
        yield required_rule(measure)
    if measure.minimum is not None:
        yield minimum_rule(measure)
    yield decimals_rule(measure)


def _found(value: Decimal, place: Place) -> Breach:
    return Breach(place, Text("ở đây là {value}", "found {value}").format(value=said(value)))
