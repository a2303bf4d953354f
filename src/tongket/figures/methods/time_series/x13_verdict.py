"""Whether an adjustment may be used, judged from the program's own diagnostics, each reason a sentence.

Source: METHODS §3.4; Lothian and Morry, "A Set of Quality Control Statistics for the X-11-ARIMA" (1978), for
M and Q;
Findley, Monsell, Shulman and Pugh, JASA 85 (1990), pp. 345-355, for sliding spans; X-13ARIMA-SEATS Reference
Manual 1.1 (2017), ch. 6, for residual seasonality.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tongket.figures.methods.time_series.x13_output import Diagnostics
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class Limits:
    """What an adjustment has to keep. M7 and Q: at most 1. Residual seasonality: p at least 0.01.

    Sliding spans: at most 25 % of the months unstable. Revision: the mean absolute revision of a first
    adjustment in percent, a limit for the office to set; None leaves it out. `least_years` of months are
    needed before anything is adjusted.
    """

    q: float = 1.0
    m7: float = 1.0
    residual_p: float = 0.01
    spans: float = 25.0
    revision: float | None = None
    least_years: int = 5


@dataclass(frozen=True, slots=True)
class Rule:
    """A limit and the sentence that says it was passed; `breaks` gives the figure to print, or None."""

    breaks: Callable[[Diagnostics, Limits], float | None]
    sentence: Text


def refusals(diagnostics: Diagnostics, limits: Limits) -> tuple[Text, ...]:
    """Every reason why the adjustment must not be used; none when it may."""
    said = []
    for rule in RULES:
        found = rule.breaks(diagnostics, limits)
        if found is not None:
            said.append(rule.sentence.format(found=f"{found:.3g}"))
    return tuple(said)


def _over(found: float | None, limit: float | None) -> float | None:
    return found if found is not None and limit is not None and found > limit else None


def _under(found: float | None, limit: float) -> float | None:
    return found if found is not None and found < limit else None


RULES = (
    Rule(
        lambda d, lim: d.m[6] if not d.seasonal else _over(d.m[6], lim.m7),
        Text(
            "không nhận ra tính mùa vụ ổn định (M7 = {found})",
            "no stable seasonality can be identified (M7 = {found})",
        ),
    ),
    Rule(
        lambda d, lim: _over(d.q, lim.q),
        Text(
            "chất lượng điều chỉnh không đạt (Q = {found})",
            "the adjustment fails quality control (Q = {found})",
        ),
    ),
    Rule(
        lambda d, lim: _under(d.residual, lim.residual_p),
        Text(
            "chuỗi đã điều chỉnh vẫn còn tính mùa vụ (kiểm định F, p = {found})",
            "the adjusted series is still seasonal (F test, p = {found})",
        ),
    ),
    Rule(
        lambda d, lim: _under(d.residual_late, lim.residual_p),
        Text(
            "ba năm cuối của chuỗi đã điều chỉnh vẫn còn tính mùa vụ (kiểm định F, p = {found})",
            "the last three years of the adjusted series are still seasonal (F test, p = {found})",
        ),
    ),
    Rule(
        lambda d, lim: _under(d.qs, lim.residual_p),
        Text(
            "chuỗi đã điều chỉnh vẫn còn tính mùa vụ (kiểm định QS, p = {found})",
            "the adjusted series is still seasonal (QS test, p = {found})",
        ),
    ),
    Rule(
        lambda d, lim: _over(d.spans, lim.spans),
        Text(
            "hệ số mùa vụ không ổn định: {found} % số tháng thay đổi quá 3 % khi dời khoảng số liệu",
            "the seasonal factors are unstable: {found} % of months move more than 3 % between sliding spans",
        ),
    ),
    Rule(
        lambda d, lim: _over(d.revision, lim.revision),
        Text(
            "số điều chỉnh lần đầu bị sửa trung bình {found} %, quá mức cho phép",
            "first adjustments are revised by {found} % on average, more than is allowed",
        ),
    ),
)
