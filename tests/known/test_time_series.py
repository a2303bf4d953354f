"""Time-series methods against numbers somebody published; TV-nn are the vectors of METHODS.

Facts only. Sources: IMF, Quarterly National Accounts Manual (2017), example 8.8, p. 193 (TV-07), and (2001),
example 6.2 (TV-16); Statistics Canada, G-Series 3.0, reference pages and tests of `benchmarking` and
`tsraking` (TV-15 and below); R package tempdisagg 0.24.1, its tests and vignette (TV-17 and below), data set
swisspharma; Tây Ninh 2026 (TV-14); the lunar calendars of the package `holidays`; PEERS §3 (air passengers by
X-13).
"""

from datetime import date
from decimal import Decimal

import numpy as np
import pandas
import pytest
from holidays.calendars.chinese import CHINESE_CALENDAR, VIETNAMESE_CALENDAR, _ChineseLunisolar
from tests.unit.methods.passengers import air

from tongket.desks.ledger.x13 import X13Program
from tongket.figures.methods.time_series.benchmarking import (
    ADDITIVE,
    RHO_QUARTERLY,
    Bias,
    cholette_dagum,
    denton,
)
from tongket.figures.methods.time_series.chance import Growths, analytic_chance, chance_of, simulate_year
from tongket.figures.methods.time_series.disaggregation import chow_lin, fernandez, litterman
from tongket.figures.methods.time_series.lunar import BEIJING, tet, tet_apart
from tongket.figures.methods.time_series.raking import rake, rake_two_way
from tongket.figures.methods.time_series.seasonal_adjustment import (
    Adjustment,
    CalendarEffects,
    seasonally_adjust,
)
from tongket.figures.methods.time_series.series import Aggregation, Alignment, Unanswered
from tongket.figures.methods.time_series.trading_days import working_days
from tongket.figures.methods.time_series.year_ladder import growth_carry, run_rate
from tongket.figures.terms.period import Period

YEARS, MEANS = Alignment(4), Alignment(4, Aggregation.MEAN)


def numbers(text):
    return [float(word) for word in text.split()]


def test_tv_07_proportional_denton_of_an_index():
    chain = numbers("100.74 100.66 100.74 101.07 101.25 101.31 101.90 102.99 103.77 104.32 104.26 104.08")
    wanted = numbers("100.73 100.65 100.72 101.04 101.19 101.24 101.82 102.91 103.71 104.27 104.21 104.04")
    found = denton(chain, [100.79, 101.79, 104.06], MEANS)
    assert found.values == pytest.approx(wanted, abs=0.015)


def test_tv_15_the_two_dentons_of_statistics_canada_and_its_refusal_of_negatives():
    assert denton([0] * 4, [4], YEARS, ADDITIVE).values == pytest.approx([1] * 4)
    assert denton([1] * 4, [2], YEARS).values == pytest.approx([0.5] * 4)
    assert isinstance(denton([-1] * 4, [-2], YEARS), Unanswered)
    assert denton([-1] * 4, [-2], YEARS, negatives=True).values == pytest.approx([-0.5] * 4)


def test_tv_16_distribution_and_plain_extrapolation():
    indicator = numbers("98.2 100.8 102.2 100.8 99.0 101.6 102.7 101.5 100.5 103.0 103.5 101.5")
    wanted = numbers("969.8 998.4 1018.3 1013.4 1007.2 1042.8 1060.3 1051.0 1040.6 1066.5 1071.7 1051.0")
    assert denton(indicator, [4000.0, 4161.4], YEARS).values == pytest.approx(wanted, abs=0.05)


# G-Series 3.0, examples 1 to 3 of `benchmarking`: quarters from 2011, years 2011 to 2016.
CARS = numbers("""
1851 2436 3115 2205 1987 2635 3435 2361 2183 2822 3664 2550 2342 3001 3779 2538 2363 3090 3807 2631 2601
3063 3961 2774 2476 3083 3864 2773 2489 3082
""")
VANS = numbers("""
1900 2200 3000 2000 1900 2500 3800 2500 2100 3100 3650 2950 3300 4000 3290 2600 2010 3600 3500 2100 2050
3500 4290 2800 2770 3080 3100 2800 3100 2860
""")
CARS_A_YEAR, VANS_A_YEAR = (
    [10324, 10200, 10582, 11097, 11582, 11092],
    [12000, 10400, 11550, 11400, 14500, 16000],
)
SASK_FIXED = [0.0 if quarter in (4, 5) else 1.0 for quarter in range(30)]


@pytest.mark.parametrize(
    ("series", "years", "alterability", "published"),
    [
        (
            CARS,
            CARS_A_YEAR,
            None,
            """1987.762 2641.222 3366.003 2329.013 2021.161 2602.064 3320.486 2256.289 2072.168 2663.309""",
        ),
        (
            VANS,
            VANS_A_YEAR,
            SASK_FIXED,
            """2470.301 2956.559 4031.113 2542.026 1900.000 2500.000 3636.551 2363.449 2071.868 3112.774""",
        ),
        (
            VANS,
            VANS_A_YEAR,
            None,
            """2497.155 2980.984 4029.901 2491.960 2077.268 2466.739 3522.652 2333.342 2060.533 3110.631""",
        ),
    ],
    ids=["cars", "vans, two quarters fixed", "vans"],
)
def test_cholette_dagum_of_statistics_canada(series, years, alterability, published):
    found = cholette_dagum(series, years, YEARS, RHO_QUARTERLY, alterability=alterability)
    assert found.values[:10] == pytest.approx(numbers(published), abs=5e-4)


def test_the_bias_of_statistics_canada():
    sales = [1.9, 2.4, 3.1, 2.2, 2.0, 2.6, 3.4, 2.4, 2.3]
    found = cholette_dagum(sales, [10.3, 10.2], YEARS, RHO_QUARTERLY, ADDITIVE, bias=Bias.ESTIMATED)
    assert found.bias == pytest.approx(0.0625)


def test_raking_of_statistics_canada():
    assert rake([20, 5], 40) == pytest.approx((32, 8))
    assert rake([25, 5], 40) == pytest.approx((33.33333, 6.666667), rel=1e-6)
    table = rake_two_way([[12, 14, 13], [20, 20, 24]], [40, 53], [30, 31, 32], [[1, 1, 1], [1, 0, 1]])
    assert table[0] == pytest.approx((14.31298, 11, 14.68702), abs=5e-6)
    assert table[1] == pytest.approx((15.68702, 20, 17.31298), abs=5e-6)


# Swiss pharmaceuticals: sales by year from 1975; exports and imports by quarter, 1972 to 2011 Q2.
SALES = numbers("""
136.7023291 151.0560737 156.182411 157.2076785 162.3340158 168.4856206 183.8646327 186.2569234 195.4843306
214.2809009 229.3181571 232.3939595 237.5202969 257.3421346 281.9485538 293.5682518 305.1659254 325.4875128
344.4064317 382.7916524 400 421.5981665 461.9405478 473.7623034 513.5972306 533.6563298 618.6818566
663.6035086 691.3092341 731.743848 777.2968505 854.6949846 1004.930973 1000.371339 1045.639301 988.3096761
""")
EXPORTS = numbers("""
1432.639 1456.891 1342.562 1539.394 1535.754 1578.458 1574.724 1652.171 2047.834 2117.971 1925.926 1798.19
1818.817 1808.225 1649.206 1799.665 1985.753 2064.663 1856.387 1919.087 2015.152 2116.601 1972.348 1988.729
2164.848 2183.019 2004.491 2085.436 2202.925 2282.391 2125.113 2186.072 2529.957 2367.435 2235.741 2321.548
2720.669 2670.062 2581.773 2646.937 2823.649 2707.124 2532.887 2811.364 2841.249 2913.913 2801.485 2942.39
3242.56 3119.363 3034.631 3293.243 3602.49 3686.38 3379.88 3400.273 3630.32 3719.56 3406.022 3413.13 3778.9
3710.48 3412.83 3687.54 4042.417303 4009.614623 3756.136689 4055.832443 4518.584577 4660.644869 4128.378015
4504.609013 5036.659935 4703.117577 4256.36086 4425.559008 4948.707775 4851.943712 4503.009732 4801.228707
5779.277272 5390.734441 4924.00438 5163.534928 5840.851625 5829.176033 5289.828428 5388.432524 6399.483857
5807.346502 5511.128339 5773.876175 6294.915624 6144.047411 5862.777268 5741.106939 6663.527695 6612.185181
6289.160672 6389.031424 7200.851514 7763.252997 7080.846031 7602.474452 8239.402691 8080.526921 7498.393184
7483.922855 8270.329031 8245.308586 8248.545286 9226.608573 9536.765299 8855.509808 8834.653149 8664.748315
10882.19288 10907.33786 9999.504424 10043.50812 11502.0402 12079.12506 11078.31185 10284.11037 11901.4543
11307.19518 10817.80768 11167.18279 13163.2205 12555.26673 12060.28028 11823.15714 13649.13869 14133.58838
13426.01664 13629.2385 16001.98277 15575.65693 15380.19906 16017.03272 17806.37026 17470.47327 17047.23377
16486.83099 18353.92067 19438.27243 18150.49471 15975.5917 17768.97811 17793.12728 18236.99913 17972.13962
19915.79514 19482.48 18484.649 18026.46869 19687.521 18913.06608
""")
IMPORTS = numbers("""
789.74 801.179 757.94 827.36 859.012 862.306 875.512 970.131 1202.477 1314.32 1294.595 1201.261 1055.028
1009.749 871.893 895.926 991.931 1066.538 1036.367 1124.369 1179.719 1213.438 1142.578 1114.176 1077.088
1130.441 1010.473 1104.474 1219.023 1332.499 1318.177 1413.335 1665.311 1631.108 1475.753 1509.703 1625.824
1654.632 1626.733 1600.507 1637.139 1632.202 1600.868 1731.988 1701.528 1778.347 1662.276 1832.558 1953.533
1966.166 1909.588 2052.97 2204.736 2317.621 2122.691 2259.429 2189.217 2252.721 2003.601 1983.91 2058.597
2036.968 2074.123 2164.912 2242.865723 2307.079071 2316.342644 2508.626462 2597.274254 2857.469739
2559.759544 2705.423627 2775.719664 2689.002563 2527.752059 2631.990281 2712.203483 2692.47253 2562.911623
2705.623673 2964.310431 2943.07932 2743.869617 2802.161003 2803.661162 3028.191042 2920.480512 3101.818293
3028.426292 3120.44534 3067.397249 3324.401087 3095.418655 3440.710529 3069.374375 3376.761867 3388.288931
3424.234733 3233.554107 3474.196505 3808.014856 4342.347668 4255.843121 4387.108701 4320.488362 4650.99013
4387.764452 4437.435069 4358.337309 4701.781677 4918.074936 5343.905652 5053.663333 5374.114869 5265.727531
6204.996035 6302.535202 6794.477737 6449.469783 6709.793795 6651.726069 7690.504306 6652.951894 6444.199123
7491.82743 6832.016501 6443.796167 6721.714698 7209.896148 7263.723819 7424.964804 7708.142744 7761.34662
8437.412316 8040.840148 8556.860169 8493.688446 9380.338862 8117.315582 9793.528343 10302.27028 10265.98924
10240.71915 10450.77767 9483.071126 10264.71469 9403.773478 9120.869472 8428.138116 8981.51197 8943.746991
8610.438327 9380.751517 9618.159207 9067.423332 9720.359503 9521.849559 9676.744206
""")
SWISS = Alignment(4, lead=12)


def test_tv_17_chow_lin_with_rho_truncated_to_0():
    found = chow_lin(SALES, [EXPORTS], SWISS)
    assert found.coefficients == pytest.approx((12.4089, 0.0133918), rel=1e-5)
    assert found.standard_errors == pytest.approx((1.493, 1.672e-4), rel=5e-4)
    assert found.r_squared == pytest.approx(0.99473, abs=5e-6)
    assert found.rho == 0.0 > found.rho_estimated
    free = chow_lin(SALES, [EXPORTS], SWISS, lowest_rho=-1)
    assert free.coefficients == pytest.approx((12.31579, 0.01341), rel=2e-4)


def test_two_indicators_as_in_the_reference_values_of_tempdisagg():
    by_likelihood = numbers("""
30.8957937267 31.2145424609 29.7518464152 32.2513261944 32.3279995961 32.8269209836 32.8317836851
34.0730685505 39.4243199059 40.7028002148
""")
    walk = numbers("""
30.6645443975 30.8809117534 29.9338961272 31.5300107504 31.7254275179 31.9913519817 32.060256688
33.1479292732 36.9901490699 38.153782642
""")
    found = chow_lin(SALES, [EXPORTS, IMPORTS], SWISS, lowest_rho=-1)
    assert found.values[:10] == pytest.approx(by_likelihood, rel=1e-8)
    assert fernandez(SALES, [EXPORTS, IMPORTS], SWISS).values[:10] == pytest.approx(walk, rel=1e-8)


def test_litterman_at_the_rho_that_tempdisagg_finds():
    steps = numbers("""
24.3686906726 24.5556141176 24.8805391048 25.0169084874 25.9365352397 26.2217041913 27.0337754387
28.6411343647 30.3927507945 32.4751826273
""")
    least_squares = 0.9836640957798402  # its `litterman-minrss`, found again here to 1e-10
    found = litterman(SALES, [EXPORTS, IMPORTS], SWISS, rho=least_squares)
    assert found.values[:10] == pytest.approx(steps, rel=1e-6)


# TV-14: Tây Ninh retail, eight months of 2026, billion dong.
DONE, SAME, PLAN = Decimal("153937.97733"), Decimal("129365.7845"), Decimal("232129.194")
REST = [Decimal("17171.058"), Decimal("17298.902"), Decimal("17409.353"), Decimal("17872.424")]
PAST = Growths(8, 0.173948, 0.0314567)


def test_tv_14_growth_carried_and_run_rate():
    assert float(growth_carry(DONE, SAME, REST, Decimal(1))) == pytest.approx(236938.605, abs=5e-4)
    assert float(run_rate(DONE, 8)) == pytest.approx(230906.966, abs=5e-4)
    assert float(growth_carry(DONE, SAME, REST)) < 236938.605


def test_tv_14_chance_of_the_plan():
    found = analytic_chance(PLAN, DONE, REST, PAST)
    assert (found.independent, found.persistent) == pytest.approx((0.99135, 0.94174), abs=5e-6)
    drawn = chance_of(simulate_year(DONE, REST, PAST, paths=100_000), PLAN)
    assert (drawn.independent, drawn.persistent) == pytest.approx((0.99135, 0.94174), abs=3e-3)


TET = """
2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22
2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11
2033-01-31 2034-02-19 2035-02-08
"""


def test_tv_18_tet_in_vietnamese_time():
    for day in map(date.fromisoformat, TET.split()):
        assert tet(day.year) == day
    apart = tet_apart(1940, 2060)
    assert sorted(apart) == [1965, 1968, 1969, 1985, 2007, 2030, 2053]
    assert apart[1985] == (date(1985, 1, 21), date(1985, 2, 20))
    assert apart[2007] == (date(2007, 2, 17), date(2007, 2, 18))
    assert apart[2030] == (date(2030, 2, 2), date(2030, 2, 3))


@pytest.mark.parametrize(("almanac", "zone"), [(VIETNAMESE_CALENDAR, 7), (CHINESE_CALENDAR, BEIJING)])
def test_every_new_year_of_two_almanacs(almanac, zone):
    listed = _ChineseLunisolar(almanac)
    for year in range(1901, 2100):
        assert listed.lunar_new_year_date(year)[0] == tet(year, zone), year


def test_working_days_of_2025_counted_by_hand():
    # January: 23 weekdays less 1 January and 27 to 31 January. April: 22 less the 7th and the 30th, and
    # Saturday 26 April worked for 2 May. May: 22 less the 1st and the 2nd. September: 22 less 1 and 2.
    assert working_days(Period.year(2025)) == (17, 20, 21, 21, 20, 21, 23, 21, 20, 23, 20, 23)


def test_air_passengers_by_x13_as_measured_when_the_peers_were_compared():
    found = seasonally_adjust(
        air(), Period.month(1949, 1), X13Program(), calendar=CalendarEffects(windows=())
    )
    assert isinstance(found, Adjustment)
    assert found.adjusted[-1] == pytest.approx(488.930, abs=5e-4)
    assert found.diagnostics.model == "(0 1 1)(0 1 1)"
    assert found.diagnostics.transform == "Log(y)"
    assert found.diagnostics.q < 1 > found.diagnostics.m[6]


def test_air_passengers_by_jdemetra():
    """A second, independent program: JDemetra+ `rsa3`, as automatic and without a calendar (PEERS §3)."""
    oracle = pytest.importorskip(
        "pydemetra.x13",
        reason="LOUDLY: no second opinion on X-13 here, pydemetra and Java 17 are not installed",
    )
    months = pandas.period_range("1949-01", periods=len(air()), freq="M")
    theirs = oracle.x13_fast(pandas.Series(air(), index=months), "rsa3")["final"]["d11final"]
    ours = seasonally_adjust(air(), Period.month(1949, 1), X13Program(), calendar=CalendarEffects(windows=()))
    assert np.array(ours.adjusted) == pytest.approx(np.asarray(theirs), rel=2e-6)
