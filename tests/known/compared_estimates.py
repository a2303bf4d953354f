"""Vectors of estimation, editing, disclosure, areas and revisions."""

from decimal import Decimal
from fractions import Fraction

from tests.known.vectors import compared

from tongket.figures.methods.crosswalk.apportion import apportion
from tongket.figures.methods.disclosure.cells import Before, Cell, Contribution, Equation
from tongket.figures.methods.disclosure.protect import protect
from tongket.figures.methods.disclosure.rules import Dominance, PPercent, Rules, primary
from tongket.figures.methods.editing.identities import RatioRecomputes, YearToDate
from tongket.figures.methods.editing.outliers import hidiroglou_berthelot
from tongket.figures.methods.editing.selective import local_score
from tongket.figures.methods.estimation.estimate import coefficient_of_variation
from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.moments import mean_square
from tongket.figures.methods.estimation.ratio_estimator import ratio_estimate, ratio_of_sample
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum
from tongket.figures.methods.estimation.shares import largest_remainder
from tongket.figures.methods.revisions.statistics import relative_revisions, revision_statistics
from tongket.figures.terms.words import Text

HERE = Text("bảng", "sheet")


def decimals(values):
    return [None if value is None else Decimal(str(value)) for value in values]


def tv10(data):
    pairs = zip(decimals(data["y"]), decimals(data["x"]), strict=True)
    units = (SampledUnit(str(place), y, x) for place, (y, x) in enumerate(pairs))
    return Stratum("h", data["N"], tuple(units), Decimal(data["X"]))


@compared("TV-10", "tỷ số, tổng, phương sai, CV", "ratio, total, variance, CV", 6)
def _(data):
    stratum = tv10(data)
    found, ratio = ratio_estimate(stratum), ratio_of_sample(stratum)
    yield ratio, data["R"]
    yield found.value, data["Y"]
    yield found.variance, data["V"]
    yield ratio_estimate(stratum, linearised=True).variance, data["V_lin"]
    yield mean_square([one.y - ratio * one.x for one in stratum.sample]), data["s2e"]
    yield expansion(stratum).value, data["Y_expansion"]
    yield 100 * coefficient_of_variation(expansion(stratum)), data["CV_expansion_pct"]


@compared("TV-11", "tỷ trọng công bố, phần dư lớn nhất", "published shares, largest remainder", 2)
def _(data):
    for year in ("2017", "2018p"):
        table = data[year]
        yield sum(table["parts"]), table["total"]
        yield from zip(largest_remainder(decimals(table["parts"]), 2), table["published_share"], strict=True)


@compared("TV-12", "chênh lệch lũy kế từng tháng", "breaks of the year to date by month", 2)
def _(data):
    rule = YearToDate(HERE, *(decimals(data[name]) for name in ("est", "act", "ytd")), Decimal("0.01"))
    for month, judged in enumerate(rule.judge(), start=1):
        yield judged.imbalance, data["breaks"].get(str(month), 0)
        yield judged.verdict, str(month) not in data["breaks"]


@compared("TV-13", "tỷ lệ tính lại và ô ghi sai", "the ratio recomputed, and the wrong cell", 4)
def _(data):
    now, before = sum(decimals(data["q1_2026"])), sum(decimals(data["q1_2025"]))
    yield 100 * now / before, data["true_ratio"]
    right, wrong = (Decimal(str(data[name])) for name in ("true_ratio", "wrong_cell"))
    yield RatioRecomputes(HERE, now, before, right, 4).judge()[0].verdict, True
    yield RatioRecomputes(HERE, now, before, wrong, 4).judge()[0].verdict, False


@compared("TV-19", "điểm Hidiroglou–Berthelot", "Hidiroglou–Berthelot scores", 4)
def _(data):
    found = hidiroglou_berthelot(decimals(data["y2"]), decimals(data["y1"]))
    yield from zip([one.score for one in found.units], data["E"], strict=True)


@compared("TV-19", "trung vị và giới hạn", "median and bounds", 7)
def _(data):
    found = hidiroglou_berthelot(decimals(data["y2"]), decimals(data["y1"]))
    yield found.centre, data["median_ratio"]
    yield from zip((found.low, found.high), data["bounds"], strict=True)


@compared("TV-19", "đơn vị bị đánh dấu", "units flagged", None)
def _(data):
    found = hidiroglou_berthelot(decimals(data["y2"]), decimals(data["y1"]))
    yield [place + 1 for place in found.outliers], data["flag"]


@compared("TV-20", "điểm hiệu đính chọn lọc", "selective scores", 5)
def _(data):
    columns = (decimals(data[name]) for name in ("y", "yhat", "w", "susp"))
    for row, published in zip(zip(*columns, strict=True), data["score_pct"], strict=True):
        yield 100 * local_score(*row, Decimal(data["T"])), published


@compared("TV-21", "quy tắc sơ cấp và mức bảo vệ", "primary rules and a protection level", 6)
def _(data):
    for case in data["cases"]:
        parts = tuple(Contribution(str(i), Decimal(x)) for i, x in enumerate(case["x"]))
        k = Decimal(str(case.get("k", case.get("p"))))
        rule = Dominance(case["n"], k) if case["rule"] == "nk" else PPercent(k)
        found = primary([Cell("x", Decimal(case["X"]), parts)], Rules((rule,), Decimal(10))).get("x")
        yield found is not None, case["unsafe"]
        if "upl" in case:
            yield found.upper, case["upl"]


@compared("TV-24", "khoảng suy ra của bảng Geurts", "intervals of the table of Geurts", 6)
def _(data):
    # One inside of the margins printed; the intervals follow from the margins alone.
    (r1, r2), (c1, c2) = data["rows"], data["cols"]
    inside = {"x11": 5, "x12": r1 - 5, "x21": c1 - 5, "x22": r2 - (c1 - 5)}
    margins = {"r1": r1, "r2": r2, "c1": c1, "c2": c2}
    cells = [Cell(key, Decimal(value), before=Before.WITHHELD) for key, value in inside.items()]
    cells += [Cell(key, Decimal(value)) for key, value in margins.items()]
    sums = {"r1": ("x11", "x12"), "r2": ("x21", "x22"), "c1": ("x11", "x21"), "c2": ("x12", "x22")}
    lines = [Equation.total(whole, parts) for whole, parts in sums.items()]
    found = protect(cells, lines, Rules((), Decimal(10))).intervals
    for key in inside:
        yield from zip((found[key].lower, found[key].upper), data[key], strict=True)


@compared("TV-25", "một đơn vị chia theo dân số", "a unit divided by population", 0)
def _(data):
    found = apportion(Decimal(data["value"]), dict(zip("ab", map(Fraction, data["pop"]), strict=True)))
    yield from zip(found.values(), data["out"], strict=True)


FIRST = "18350223.456 18676095.52 18546476.93 19169337.09 19372614.01 19510119.37 19978654.56"
LATER = "18424003.21 18583130.53 18635236.68 19222077.22 19363946.34 19576796.36 20012454.18"


def tv26():
    """The estimates and actuals of TV-12 are the first and later figures of TV-26."""
    return [[Decimal(word) for word in row.split()] for row in (FIRST, LATER)]


@compared("TV-26", "điều chỉnh tương đối, %", "relative revisions, %", 5)
def _(data):
    yield from zip(relative_revisions(*tv26()), data["rev_pct"], strict=True)


@compared("TV-26", "MR, MAR, RMAR", "MR, MAR, RMAR", 5)
def _(data):
    first, later = tv26()
    relative = relative_revisions(first, later)
    found = revision_statistics([Decimal(0)] * len(relative), relative)
    yield found.mr, data["MR"]
    yield found.mar, data["MAR"]
    yield 100 * revision_statistics(first, later).rmar, data["RMAR"]


@compared("TV-26", "t không độ trễ", "t without lags", 4)
def _(data):
    yield revision_statistics(*tv26(), lags=0).bias.t, data["t"]
