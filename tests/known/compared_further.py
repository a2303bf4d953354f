"""Further known numbers, P-nn: published by others or worked out by hand, from the data of the tests."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
from tests.known import test_time_series as published
from tests.known.test_editing import BANFF, edit
from tests.known.test_revisions import FIRST, HAC, LATER
from tests.known.test_structure import NATION, TABLE, industries
from tests.known.vectors import Within, compared
from tests.unit.methods import test_index_numbers_published as index_tests
from tests.unit.methods.passengers import air

from tongket.desks.ledger.x13 import X13Program
from tongket.figures.methods.crosswalk.apportion import apportion
from tongket.figures.methods.editing.localise import Field, localise
from tongket.figures.methods.estimation.deflation import deflated
from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum
from tongket.figures.methods.estimation.totals import collapsed_variance
from tongket.figures.methods.index_numbers.bilateral import laspeyres
from tongket.figures.methods.index_numbers.contributions import month_on_month, year_on_year
from tongket.figures.methods.index_numbers.elementary import carli, jevons
from tongket.figures.methods.revisions.statistics import revisions, t_test
from tongket.figures.methods.structure.location_quotient import location_quotient
from tongket.figures.methods.structure.shift_share import shift_share
from tongket.figures.methods.time_series.benchmarking import (
    ADDITIVE,
    RHO_QUARTERLY,
    Bias,
    cholette_dagum,
    denton,
)
from tongket.figures.methods.time_series.chance_scores import brier_score, crps
from tongket.figures.methods.time_series.disaggregation import chow_lin, fernandez, litterman
from tongket.figures.methods.time_series.raking import fit_margins, rake, rake_two_way
from tongket.figures.methods.time_series.seasonal_adjustment import CalendarEffects, seasonally_adjust
from tongket.figures.methods.time_series.series import Alignment
from tongket.figures.methods.time_series.trading_days import working_days
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

G_SERIES, TEMPDISAGG = "Statistics Canada, G-Series 3.0", "R tempdisagg 0.24.1, swisspharma"
BY_HAND = "by hand"
D = Decimal
TEN_DIGITS = Text("số liệu vào chỉ in mười chữ số", "the data going in are printed to ten digits")
NEAR, STEEP = Within(1e-7, TEN_DIGITS), Within(5e-6, TEN_DIGITS)


@compared("P-01", "Cholette–Dagum, xe con và xe tải", "Cholette–Dagum, cars and vans", 3, source=G_SERIES)
def _():
    cases = published.test_cholette_dagum_of_statistics_canada.pytestmark[0].args[1]
    for series, years, alterability, printed in cases:
        found = cholette_dagum(series, years, published.YEARS, RHO_QUARTERLY, alterability=alterability)
        yield from zip(found.values[:10], published.numbers(printed), strict=True)


@compared("P-02", "độ lệch chung cộng", "additive bias", 4, source=G_SERIES)
def _():
    sales = [1.9, 2.4, 3.1, 2.2, 2.0, 2.6, 3.4, 2.4, 2.3]
    found = cholette_dagum(sales, [10.3, 10.2], published.YEARS, RHO_QUARTERLY, ADDITIVE, bias=Bias.ESTIMATED)
    yield found.bias, 0.0625


@compared("P-03", "raking một chiều và hai chiều", "raking one way and two", 5, source=G_SERIES)
def _():
    yield from zip(rake([20, 5], 40), (32, 8), strict=True)
    yield from zip(rake([25, 5], 40), (33.33333, 6.66667), strict=True)
    table = rake_two_way([[12, 14, 13], [20, 20, 24]], [40, 53], [30, 31, 32], [[1, 1, 1], [1, 0, 1]])
    yield from zip(np.ravel(table), (14.31298, 11, 14.68702, 15.68702, 20, 17.31298), strict=True)


@compared("P-04", "Chow–Lin, hai hệ số (TV-17)", "Chow–Lin, two coefficients (TV-17)", 4, source=TEMPDISAGG)
def _():
    found = chow_lin(published.SALES, [published.EXPORTS], published.SWISS)
    yield from zip(found.coefficients, (12.4089, 0.0134), strict=True)
    yield found.r_squared, 0.9947


FIRST_TEN = {
    "chow_lin": """30.8957937267 31.2145424609 29.7518464152 32.2513261944 32.3279995961 32.8269209836
    32.8317836851 34.0730685505 39.4243199059 40.7028002148""",
    "fernandez": """30.6645443975 30.8809117534 29.9338961272 31.5300107504 31.7254275179 31.9913519817
    32.060256688 33.1479292732 36.9901490699 38.153782642""",
    "litterman": """24.3686906726 24.5556141176 24.8805391048 25.0169084874 25.9365352397 26.2217041913
    27.0337754387 28.6411343647 30.3927507945 32.4751826273""",
}


@compared("P-05", "Chow–Lin, hợp lý cực đại", "Chow–Lin by maximum likelihood", 10, NEAR, source=TEMPDISAGG)
def _():
    both = [published.EXPORTS, published.IMPORTS]
    found = chow_lin(published.SALES, both, published.SWISS, lowest_rho=-1)
    yield from zip(found.values[:10], published.numbers(FIRST_TEN["chow_lin"]), strict=True)


@compared("P-06", "Fernández, hai chỉ báo", "Fernández, two indicators", 10, NEAR, source=TEMPDISAGG)
def _():
    found = fernandez(published.SALES, [published.EXPORTS, published.IMPORTS], published.SWISS)
    yield from zip(found.values[:10], published.numbers(FIRST_TEN["fernandez"]), strict=True)


@compared("P-07", "Litterman, ρ của họ", "Litterman at their ρ", 10, STEEP, source=TEMPDISAGG)
def _():
    both = [published.EXPORTS, published.IMPORTS]
    found = litterman(published.SALES, both, published.SWISS, rho=0.9836640957798402)
    yield from zip(found.values[:10], published.numbers(FIRST_TEN["litterman"]), strict=True)


@compared(
    "P-08", "Carli, Jevons, Laspeyres bốn mặt hàng", "four items", 9, source="PriceIndexes.jl, test set"
)
def _():
    p0, p1 = [2, 1, 1, 0.5], [1.75, 0.5, 0.95, 0.55]
    q0 = [0.384615385, 1.538461538, 1.538461538, 12.30769231]
    found = carli(p0, p1), jevons(p0, p1), laspeyres(p0, p1, q0)
    yield from zip(found, (0.85625, 0.822287308, 0.967307692), strict=True)


@compared("P-09", "đóng góp của năng lượng, hai dạng", "contributions of energy, two forms", 15,
          source="Eurostat, HICP Methodological Manual, ch. 8")  # fmt: skip
def _():
    index, _ = index_tests.hicp_index()
    months = [(year, month) for year in (1, 2) for month in range(12)]
    ribe, monthly = (
        [float(word) for word in row.split()] for row in (index_tests.HICP_RIBE, index_tests.HICP_MONTHLY)
    )
    yield from zip([year_on_year(index, *when)[1] for when in months], ribe, strict=True)
    yield from zip([month_on_month(index, *when)[1] for when in months], monthly, strict=True)


@compared("P-10", "hành khách hàng không 12/1960 bằng X-13", "airline passengers, December 1960, X-13", 2,
          source="Box, Jenkins (1976), series G; X-13ARIMA-SEATS")  # fmt: skip
def _():
    plain = CalendarEffects(windows=())
    found = seasonally_adjust(air(), Period.month(1949, 1), X13Program(), calendar=plain)
    yield found.adjusted[-1], 488.93


@compared("P-11", "ngày làm việc 2025 đếm tay", "working days of 2025 counted by hand", 0, source=BY_HAND)
def _():
    counted = (17, 20, 21, 21, 20, 21, 23, 21, 20, 23, 20, 23)
    yield from zip(working_days(Period.year(2025)), counted, strict=True)


@compared("P-12", "ô sai của mẫu Errorloc01", "fields of sample Errorloc01", None,
          source="Statistics Canada, Banff")  # fmt: skip
def _():
    edits = [edit(5, x1=-1), edit(15, x1=1), edit(-30, x2=-1), edit(50, x1=1, x2=1)]
    for _, x1, x2, weight, fields in BANFF:
        found = localise([Field("x1", D(x1), D("1.5")), Field("x2", D(x2))], edits)
        yield (found.solutions, float(found.weight)), ((frozenset(fields),), float(weight))


@compared("P-13", "shift-share và hệ số tập trung", "shift-share and location quotients", 3,
          source="Krumme, University of Washington, Geography 350")  # fmt: skip
def _():
    found = shift_share(industries())
    total = found.total
    yield from zip(
        (total.change, total.national, total.industry, total.regional), (630, 290, -80, 420), strict=True
    )
    for code, printed in zip(TABLE, ("5", "0.5", "0.5", "0.667"), strict=True):
        one = industries()[code]
        yield location_quotient(one.region_before, D(1000), one.nation_before, D(NATION)), printed


@compared(
    "P-14", "t có độ trễ (Newey–West)", "t with lags (Newey–West)", 6, source="statsmodels 0.15, OLS HAC"
)
def _():
    moved = revisions(FIRST, LATER)
    for lags, t in HAC.items():
        yield t_test(moved, lags).t, t


@compared("P-15", "bài toán Alabama", "the Alabama case", 0, source="Balinski, Young (1982), p. 17")
def _():
    states = dict(zip("ABCDE", map(Fraction, (9061, 7179, 5259, 3319, 1182)), strict=True))
    yield from zip(apportion(D(26), states).values(), (9, 7, 5, 4, 1), strict=True)


@compared("P-16", "Denton hai năm: 5/6, 7/6, 11/6, 13/6", "Denton of two years", 9, source=BY_HAND)
def _():
    # a + b = 0 and c + e = 2 with the least (b-a)^2 + (c-b)^2 + (e-c)^2: a = -1/6, c = 5/6.
    yield from zip(denton([1] * 4, [2, 4], Alignment(2)).values, (5 / 6, 7 / 6, 11 / 6, 13 / 6), strict=True)


@compared("P-17", "Cholette–Dagum ρ = ½", "Cholette–Dagum, ρ = ½", 9, source=BY_HAND)
def _():
    # V J' = (3/2, 3/2, 3/4), J V J' = 3; the 3 that lack are spread 3/2 and 3/2 and die away as 3/4.
    found = cholette_dagum([1, 1, 1], [5], Alignment(2), 0.5, ADDITIVE)
    yield from zip(found.values, (2.5, 2.5, 1.75), strict=True)


@compared("P-18", "Fernández chỉ hằng số là Denton", "Fernández of a constant is Denton", 9, source=BY_HAND)
def _():
    # W = (5 6; 6 13), beta = 5/6, residuals (1/3, 7/3), weights (-1/3, 1/3): 5/6, 7/6, 11/6, 13/6.
    found = fernandez([2, 4], [[1] * 4], Alignment(2), constant=False)
    yield from zip(found.values, (5 / 6, 7 / 6, 11 / 6, 13 / 6), strict=True)


@compared("P-19", "ước lượng mở rộng trên mọi mẫu", "expansion over all samples", 9, source=BY_HAND)
def _():
    # Samples of 2 from 1, 2, 4: totals 4.5, 7.5, 9 with mean 7 and variance 3.5.
    units = [D(1), D(2), D(4)]
    pairs = ((0, 1), (0, 2), (1, 2))
    samples = [Stratum("h", 3, tuple(SampledUnit(str(i), units[i]) for i in pair)) for pair in pairs]
    found = [expansion(sample) for sample in samples]
    yield from zip((one.value for one in found), ("4.5", "7.5", "9"), strict=True)
    yield sum(one.variance for one in found) / 3, 3.5


@compared("P-20", "phương sai tầng gộp", "collapsed strata", 0, source="Cochran (1977), §5A.12; by hand")
def _():
    yield collapsed_variance([(10, D(30)), (10, D(50))]), 400


@compared("P-21", "giảm phát 120/125 và 150/130", "deflation of 120 and 150", 3, source=BY_HAND)
def _():
    yield deflated(D(120), D(125)), 96
    yield deflated(D(150), D(130)), 115.385


@compared("P-22", "Brier 0,1 và CRPS ½", "Brier 0.1 and CRPS ½", 9, source=BY_HAND)
def _():
    yield brier_score([0.8, 0.4], [True, False]), 0.1
    yield crps(np.array([1.0, 3.0]), 2.0), 0.5


@compared("P-23", "cân bảng bốn ô", "a table of four cells fitted", 6, source=BY_HAND)
def _():
    # Independence: 30 * 40 / 100 and so on.
    yield from zip(np.ravel(fit_margins([[1, 1], [1, 1]], [30, 70], [40, 60])), (12, 18, 28, 42), strict=True)
