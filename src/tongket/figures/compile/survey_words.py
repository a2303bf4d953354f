"""An estimate from a sample as a figure, and the sentence that says how it was made."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce as fold
from statistics import NormalDist

from tongket.figures.compile.words import joined
from tongket.figures.methods.estimation.estimate import Estimate, Note, interval, standard_error
from tongket.figures.methods.estimation.frame import Frame
from tongket.figures.observations.levels import firmest
from tongket.figures.terms.figure import Cause, DataType, Figure, Margin, ObsStatus
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text

ESTIMATORS = {
    "expansion": Text("suy rộng theo tầng", "expanded by stratum"),
    "ratio": Text("ước lượng tỷ số theo tầng", "by ratio in each stratum"),
    "matched_growth": Text(
        "kỳ trước nhân với tốc độ của các đơn vị cùng trả lời hai kỳ, không có phương sai",
        "the period before carried on by the units that answered in both, without a variance",
    ),
}
NOTES = {
    Note.NO_AUXILIARY: Text(
        "thiếu biến phụ trợ nên dùng suy rộng", "expanded where the auxiliary is missing"
    ),
    Note.NON_RESPONSE: Text("có đơn vị không trả lời", "some units did not answer"),
    Note.COLLAPSED: Text("gộp tầng chỉ có một đơn vị để tính phương sai", "strata of one unit collapsed"),
    Note.POOLED: Text("gộp tầng không có đơn vị trả lời", "strata without an answer joined"),
    Note.NEGATIVE: Text("có giá trị âm", "some answers are negative"),
}


def estimated(
    found: Estimate,
    unit: str,
    confidence: Decimal,
    unreliable_above: Decimal,
    because: Text,
    parts: Sequence[Figure] = (),
) -> Figure:
    """The figure with its margin where there is a variance; U above the CV that is still printed as firm.

    `parts` are the periods of a year, which is no firmer than the least firm of them.
    """
    weakest = Note.NON_RESPONSE in found.notes or Note.POOLED in found.notes
    status = ObsStatus.ESTIMATED if weakest else ObsStatus.NORMAL
    if parts:
        _, status = firmest(tuple(parts))
    margin = margin_of(found, confidence)
    figure = Figure(
        found.value, unit, DataType.ACTUAL, status, because=because, answers=found.answers, margin=margin
    )
    if figure.variation is None or figure.variation <= unreliable_above:
        return figure
    return Figure(
        found.value, unit, DataType.ACTUAL, ObsStatus.LOW_RELIABILITY, because=because, answers=found.answers,
        margin=margin,
    )  # fmt: skip


def margin_of(found: Estimate, confidence: Decimal) -> Margin | None:
    """Standard error and normal interval; None where there is no variance. Source: METHODS §2.2."""
    quantile = exact(NormalDist().inv_cdf(float(1 + confidence) / 2))
    error, ends = standard_error(found), interval(found, quantile)
    if isinstance(error, Cause) or isinstance(ends, Cause):
        return None
    return Margin(error, *ends, confidence)


def joined_notes(found: Estimate, frame: Frame, estimator: str, strangers: int) -> Text:
    """Estimator, sample and frame, then what a reader must know of it."""
    population = sum(stratum.population for stratum in frame.strata.values())
    told = _HOW.format(
        how=ESTIMATORS[estimator],
        answers=found.answers,
        drawn=len(frame.units),
        population=population,
        frame=frame.reference,
        day=frame.counted_on,
    )
    notes = [NOTES[note] for note in sorted(found.notes)]
    notes += [_STRANGERS.format(count=strangers)] if strangers else []
    told = fold(joined, notes, told)
    return _SYNTHETIC.format(told=told) if frame.synthetic else told


_HOW = Text(
    "{how}: {answers} đơn vị trả lời trong {drawn} đơn vị mẫu, tổng thể {population} đơn vị "
    "({frame}, {day:%d/%m/%Y})",
    "{how}: {answers} of {drawn} units drawn have answered, of a population of {population} "
    "({frame}, {day:%Y-%m-%d})",
)
_SYNTHETIC = Text("DÀN MẪU GIẢ LẬP: {told}", "SYNTHETIC FRAME: {told}")
_STRANGERS = Text("bỏ {count} đơn vị ngoài mẫu", "{count} units outside the sample are left out")
