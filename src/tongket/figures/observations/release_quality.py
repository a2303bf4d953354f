"""The quality report of a release: the European Statistical System's indicators, one sentence each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tongket.figures.methods.ratios import ratio
from tongket.figures.methods.revisions.quality import (
    comparable_length,
    completeness,
    punctuality,
    time_lag,
)
from tongket.figures.methods.revisions.statistics import (
    LEAST_PAIRS,
    RevisionStatistics,
    TTest,
    material,
    revision_statistics,
    revisions,
)
from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import LANGS, Text


@dataclass(frozen=True, slots=True)
class Returns:
    """How many returns of a series' form were due and in for each period, as of the release."""

    due: Mapping[Period, int]
    answered: Mapping[Period, int]


@dataclass(frozen=True, slots=True)
class SeriesQuality:
    """The indicators of one series in the year reckoned, each a ratio, a count, or why there is none.

    R1 completeness of its periods; A4 response; A7 the share of its figures' size that rests on stand-ins;
    CC2 the periods that compare with the last; the revisions of all its periods since the release, how many
    of them were material, and what became of the year itself. Source: METHODS §7.
    """

    series: SeriesKey
    completeness: Decimal | Cause
    response: Decimal | Cause
    imputed: Decimal | Cause
    comparable: int
    revisions: RevisionStatistics
    material: int
    year: tuple[Decimal | Cause, Decimal | Cause]


def series_quality(
    series: SeriesKey, year: Period, released: Book, now: Book, returns: Returns
) -> SeriesQuality:
    """One series as a release showed it, and what has become of it `now`."""
    asked = [period for period in sorted(returns.due) if year.contains(period)]
    seen = {period: released.level(series, period) for period in asked}
    available = [period for period, figure in seen.items() if figure.value is not None]
    sizes = {period: abs(figure.value) for period, figure in seen.items() if figure.value is not None}
    imputed = [sizes[one] for one in available if seen[one].status is ObsStatus.IMPUTED]
    grain = {period.length for period in asked}
    known = [one for one in released.periods(series) if one.length in grain]
    first, later = ([_value(book, series, period) for period in known] for book in (released, now))
    due = sum((returns.due[period] for period in asked), 0)
    answered = sum((returns.answered[period] for period in asked), 0)
    return SeriesQuality(
        series,
        completeness(available, asked),
        ratio(Decimal(answered), Decimal(due)) if due else Cause.NOT_DUE,
        ratio(sum(imputed, Decimal(0)), sum(sizes.values(), Decimal(0))) if sizes else Cause.NOT_ANSWERED,
        comparable_length([(period, released.level(series, period).status) for period in known]),
        revision_statistics(first, later),
        _material(revisions(first, later)),
        (_value(released, series, year), _value(now, series, year)),
    )


def _value(book: Book, series: SeriesKey, period: Period) -> Decimal | Cause:
    figure = book.level(series, period)
    return figure.cause or Cause.UNDEFINED if figure.value is None else figure.value


def _material(moved: Sequence[Decimal | None]) -> int:
    """How many revisions are more than twice the mean size of those before them."""
    count, before = 0, list[Decimal]()
    for revision in moved:
        if revision is None:
            continue
        mar = sum(map(abs, before), Decimal(0)) / len(before) if len(before) >= LEAST_PAIRS else None
        count += bool(revision and mar is not None and material(revision, mar))
        before.append(revision)
    return count


def told(one: SeriesQuality, decimals: int, unit: Text) -> tuple[Text, ...]:
    """The indicators of a series, a sentence each."""
    sentences = [
        _share(_R1, one.completeness),
        _share(_A4, one.response),
        _share(_A7, one.imputed),
        _CC2.format(count=one.comparable),
    ]
    was, became = one.year
    if not isinstance(was, Cause) and not isinstance(became, Cause):
        before, after = (_number(value, decimals) for value in (was, became))
        sentences.append(_YEAR.format(before=before, after=after, unit=unit))
    found = one.revisions
    if isinstance(found.mar, Cause) or isinstance(found.mr, Cause):
        return (*sentences, _NO_REVISIONS)
    mr, mar = (_number(value, decimals + 1) for value in (found.mr, found.mar))
    rmar = _share(_RMAR, found.rmar)
    sentences.append(_REVISED.format(pairs=found.pairs, mr=mr, mar=mar, unit=unit, rmar=rmar))
    sentences.append(_bias(found.bias))
    sentences.append((_SOME if one.material else _NONE).format(count=one.material))
    return tuple(sentences)


def timeliness(year: Period, released: date, scheduled: date | None = None) -> tuple[Text, ...]:
    """TP1, days from the end of the year to the release, and TP3 against a calendar where there is one."""
    lag = _TP1.format(days=time_lag(date(year.start_year, 12, 31), released))
    late = punctuality(scheduled, released)
    return lag, (_NO_CALENDAR if isinstance(late, Cause) else _TP3.format(days=late))


def _bias(found: TTest | Cause) -> Text:
    if isinstance(found, Cause):
        return _NO_TEST
    slots = {"t": _number(Decimal(str(found.t)), 2), "p": _number(Decimal(str(found.p)), 3)}
    return _TEST.format(**slots)


def _share(sentence: Text, value: Decimal | Cause) -> Text:
    shown = Text("chưa tính được", "not known") if isinstance(value, Cause) else _percent(value)
    return sentence.format(share=shown)


def _percent(value: Decimal) -> Text:
    return Text(*(f"{write_number(100 * value, 1, lang)} %" for lang in LANGS))


def _number(value: Decimal, places: int) -> Text:
    return Text(*(write_number(value, places, lang) for lang in LANGS))


_R1 = Text("R1 đầy đủ số liệu trong năm: {share}", "R1 completeness of the year: {share}")
_A4 = Text("A4 tỷ lệ báo cáo đã nhận trên số phải nộp: {share}", "A4 returns in of those due: {share}")
_A7 = Text(
    "A7 phần trị số dựa vào báo cáo được ước thay: {share}",
    "A7 share of the figures that rests on returns stood in for: {share}",
)
_CC2 = Text("CC2 số kỳ liên tiếp so sánh được: {count}", "CC2 periods in a row that compare: {count}")
_YEAR = Text(
    "Số cả năm: công bố {before}, nay {after} {unit}", "The year: released {before}, now {after} {unit}"
)
_REVISED = Text(
    "A6 điều chỉnh sau công bố trên {pairs} kỳ: bình quân {mr}, độ lớn bình quân {mar} {unit}; {rmar}",
    "A6 revised since over {pairs} periods: mean {mr}, mean size {mar} {unit}; {rmar}",
)
_RMAR = Text("so với trị số: {share}", "of the values: {share}")
_NO_REVISIONS = Text("A6 chưa có kỳ nào có số ở cả hai lần", "A6 no period has a figure in both vintages yet")
_TEST = Text("Thiên lệch của điều chỉnh: t = {t}, p = {p}", "Bias of the revisions: t = {t}, p = {p}")
_NO_TEST = Text(
    "Thiên lệch của điều chỉnh: chưa kiểm định được, các điều chỉnh chưa đủ hoặc không khác nhau",
    "Bias of the revisions: no test, there are too few of them or they do not differ",
)
_SOME = Text(
    "{count} kỳ điều chỉnh lớn, quá hai lần độ lớn bình quân các kỳ trước",
    "{count} material revisions, more than twice the mean size of those before",
)
_NONE = Text("Không có điều chỉnh lớn", "No material revision")
_TP1 = Text(
    "TP1 công bố sau khi kết thúc năm {days} ngày", "TP1 released {days} days after the end of the year"
)
_TP3 = Text("TP3 chậm so với lịch {days} ngày", "TP3 {days} days after the calendar")
_NO_CALENDAR = Text(
    "TP3 chưa có lịch công bố nên chưa đánh giá đúng hạn",
    "TP3 no release calendar, so punctuality is not known",
)
