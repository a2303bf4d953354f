"""Quality indicators of a release."""

from datetime import date
from decimal import Decimal

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.revisions.quality import (
    Unit,
    comparable_length,
    completeness,
    item_response,
    over_coverage,
    punctuality,
    release_quality,
    time_lag,
    unit_response,
)
from tongket.figures.terms.figure import ObsStatus
from tongket.figures.terms.period import Period

PAGE = Page(
    title=Text("Chỉ tiêu chất lượng của một lần công bố", "Quality indicators of a release"),
    of=(
        completeness,
        over_coverage,
        unit_response,
        item_response,
        time_lag,
        punctuality,
        comparable_length,
        release_quality,
    ),
    what=Text(
        "Các chỉ tiêu của Hệ thống thống kê châu Âu: đầy đủ, phủ thừa, trả lời, kịp thời, đúng hẹn, độ dài so sánh được.",
        "Indicators of the European Statistical System: completeness, over-coverage, response, timeliness, punctuality, comparable length.",
    ),
    formula=Text(
        "R1 = có / cần;   A2 = Σ w (ngoài) / Σ w;   A4 = Σ w (trả lời) / Σ w (trong);   A5 = Σ w (mục có) / Σ w (mục cần);   TP3 = ngày công bố − ngày theo lịch",
        "R1 = available / required;   A2 = Σ w (out) / Σ w;   A4 = Σ w (responded) / Σ w (in);   A5 = Σ w (items) / Σ w (items required);   TP3 = day released − day scheduled",
    ),
    where=Text(
        "w: quyền số của đơn vị; trong, ngoài: phạm vi điều tra.",
        "w: the unit's weight; in and out of scope.",
    ),
    when=Text("Kèm mỗi lần công bố.", "With every release."),
    missing=Text(
        "không có gì phải thu: chưa đến hạn; không có lịch công bố: không có TP3.",
        "nothing required: not due; no calendar: no TP3.",
    ),
    zero=Text(
        "không đơn vị nào trả lời: A4 = 0 thật; A5 không có.", "nobody responded: a true 0 of A4, and no A5."
    ),
    negative=Text("TP3 âm là sớm hơn lịch.", "a negative TP3 is early."),
    source=cited(
        "Eurostat, ESS Guidelines for Quality and Performance Indicators",
        "Eurostat, ESS Guidelines for Quality and Performance Indicators",
        "R1, A2, A4, A5, TP1–TP3, CC2",
        "R1, A2, A4, A5, TP1–TP3, CC2",
    ),
)


@PAGE.example(
    "Bốn đơn vị, mỗi đơn vị phải trả lời bốn mục",
    "Four units, four items asked of each",
    facts("""
        unit | weight | items
        A    | 1      | 4
        B    | 3      | 2
        C    | 4      | 0
        D    | 2      | 0
    """),
    beside(
        """
        unit | in_scope | responded
        A    | yes      | yes
        B    | yes      | yes
        C    | yes      | no
        D    | no       | no
    """,
        caption=Text("Phạm vi và trả lời", "Scope and response"),
    ),
    answers="""
        answer | value
        R1     | 0.500
        A2     | 0.200
        A4     | 0.500
        A5     | 0.625
        TP1    | 6
        TP3    | 1
        CC2    | 3
    """,
    note=Text(
        "R1: 2 trong 4 ô cần có. Công bố 06/01/2021 cho năm 2020, lịch là 05/01. Chuỗi 2015–2019 đứt ở 2017.",
        "R1: 2 of 4 cells required. Released on 6 January 2021 for 2020, scheduled for the 5th. The series 2015–2019 breaks in 2017.",
    ),
)
def _(given):
    scope, responded = given.by("in_scope"), given.by("responded")
    units = [
        Unit(weight, scope[unit] == "yes", responded[unit] == "yes", int(items))
        for unit, (weight, items) in given.first.rows().items()
    ]
    series = [(Period.year(2015 + n), ObsStatus(status)) for n, status in enumerate("AABAE")]
    days = date(2020, 12, 31), date(2021, 1, 5), date(2021, 1, 6)
    told = release_quality({"a", "b", "z"}, set("abcd"), units, Decimal(0), *days, series)
    assert (told.unit_response, told.time_lag) == (unit_response(units), time_lag(days[0], days[2]))
    return {
        "R1": completeness({"a", "b", "z"}, set("abcd")), "A2": over_coverage(units), "A4": unit_response(units),
        "A5": item_response(units, 4), "TP1": told.time_lag, "TP3": punctuality(days[1], days[2]),
        "CC2": comparable_length(series),
    }  # fmt: skip
