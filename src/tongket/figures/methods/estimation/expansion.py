"""The expansion estimator of one stratum, with weighting classes for the units that did not answer."""

from __future__ import annotations

from decimal import Decimal

from tongket.figures.methods.estimation.estimate import Estimate, Note
from tongket.figures.methods.estimation.moments import mean, sample_variance, total
from tongket.figures.methods.estimation.sample import Stratum
from tongket.figures.methods.finite import finite
from tongket.figures.terms.figure import Cause

Classes = tuple[tuple[int, tuple[Decimal, ...]], ...]  # units drawn, and the answers of those that gave one


@finite
def expansion(stratum: Stratum) -> Estimate | Cause:
    """Expansion estimator, Y_h = (N_h / n_h) SUM y, v = N_h^2 (1 - f) s_y^2 / n_h, f = n_h / N_h.

    Non-response: within a weighting class c of n_c drawn and r_c answering units each answer weighs
    a_c = n_c / r_c times more, Y_h = N_h SUM_c w_c mean_c with w_c = n_c / n_h, and
    v = N_h^2 { (1 - f) S^2 / n_h + SUM_c w_c^2 (1/r_c - 1/n_c) s_c^2 },
    S^2 = SUM_c [(n_c - 1) s_c^2 + n_c (mean_c - mean)^2] / (n_h - 1).
    With every answer in, both are the first formula; with one class, v = N_h^2 (1 - r/N_h) s^2 / r.
    Missing: a class in which nobody answered, or a stratum from which none was drawn, gives
    NOT_ANSWERED; an empty stratum (N_h = 0) is a true 0. Take-all: f = 1, and only non-response is left
    of v. One unit drawn of more, or one answer in a class of more: the variance is UNDEFINED.
    Negative answers count and are noted. Source: METHODS §2.2 and TV-10; response classes: Särndal,
    Swensson and Wretman, Model Assisted Survey Sampling (1992), §15.6 (from memory).
    """
    if stratum.population == 0:
        return Estimate(Decimal(0), Decimal(0), 0)
    classes = response_classes(stratum)
    if not classes or any(not answers for _, answers in classes):
        return Cause.NOT_ANSWERED
    average = total([drawn * mean(answers) for drawn, answers in classes]) / stratum.drawn
    answers = [answer for _, found in classes for answer in found]
    notes = {Note.NON_RESPONSE} if len(answers) < stratum.drawn else set()
    notes |= {Note.NEGATIVE} if min(answers) < 0 else set()
    return Estimate(
        stratum.population * average, _variance(stratum, classes, average), len(answers), frozenset(notes)
    )


@finite
def response_classes(stratum: Stratum) -> Classes:
    """The weighting classes of a stratum, by the name of the class."""
    drawn: dict[str, int] = {}
    answers: dict[str, list[Decimal]] = {}
    for unit in stratum.sample:
        drawn[unit.response_class] = drawn.get(unit.response_class, 0) + 1
        given = answers.setdefault(unit.response_class, [])
        if unit.y is not None:
            given.append(unit.y)
    return tuple((drawn[name], tuple(answers[name])) for name in sorted(drawn))


def _variance(stratum: Stratum, classes: Classes, average: Decimal) -> Decimal | Cause:
    n, size = stratum.drawn, stratum.population
    if any(drawn > 1 and len(answers) == 1 for drawn, answers in classes):
        return Cause.UNDEFINED
    spread = {drawn_answers: _class_variance(drawn_answers[1]) for drawn_answers in classes}
    lost = total(
        [
            (Decimal(drawn) / n) ** 2
            * (Decimal(1) / len(answers) - Decimal(1) / drawn)
            * spread[drawn, answers]
            for drawn, answers in classes
        ]
    )
    if stratum.take_all:
        return size**2 * lost
    if n == 1:
        return Cause.UNDEFINED
    within = [(drawn - 1) * spread[drawn, answers] for drawn, answers in classes]
    between = [drawn * (mean(answers) - average) ** 2 for drawn, answers in classes]
    squares = total([*within, *between]) / (n - 1)
    return size**2 * ((1 - Decimal(n) / size) * squares / n + lost)


def _class_variance(answers: tuple[Decimal, ...]) -> Decimal:
    """A class of one drawn unit has no spread of its own; it stands in the spread between classes."""
    return sample_variance(answers) if len(answers) > 1 else Decimal(0)
