"""Shift-share and location quotients of a published table: Krumme, University of Washington, Geography 350,
"Shift & Share Table with Excel Explanations" (Holukuluku 1985-1995)."""

from decimal import Decimal

import pytest

from tongket.figures.methods.structure.location_quotient import location_quotient
from tongket.figures.methods.structure.shift_share import Industry, shift_share

# Region 1985 and 1995 in jobs; the nation as its shares of 1985 in percent and its growth in percent,
# here a nation of 100,000 jobs.
TABLE = {
    "I": (500, 1000, 10, 10),
    "II": (100, 100, 20, 20),
    "III": (200, 250, 40, 30),
    "IV": (200, 280, 30, 40),
}
NATION = 100_000


def industries():
    return {
        code: Industry(
            Decimal(before),
            Decimal(now),
            Decimal(share * NATION // 100),
            Decimal(share * NATION * (100 + growth) // 10_000),
        )
        for code, (before, now, share, growth) in TABLE.items()
    }


def test_shift_share_as_printed():
    found = shift_share(industries())
    assert (found.total.change, found.total.national) == (630, 290)
    assert (found.total.industry, found.total.regional) == (-80, 420)
    # Columns 11 and 12, the signs lost in print restored from columns 6, 8 and 10.
    assert [shift.regional for shift in found.industries.values()] == [450, -20, -10, 0]
    assert [shift.industry for shift in found.industries.values()] == [-95, -9, 2, 22]


@pytest.mark.parametrize(("code", "printed"), [("I", "5"), ("II", "0.5"), ("III", "0.5"), ("IV", "0.667")])
def test_location_quotients_as_printed(code, printed):
    one = industries()[code]
    found = location_quotient(one.region_before, Decimal(1000), one.nation_before, Decimal(NATION))
    assert round(found, 3) == Decimal(printed)


def test_bureau_of_economic_analysis_reading_of_a_quotient():
    # 8 % of the nation's workers in manufacturing: a county with 8 % has 1.0, one with 16 % has 2.0
    # (Datawrapper's note to its map; the definition is that of BEA's FAQ 478).
    assert location_quotient(Decimal(8), Decimal(100), Decimal(800), Decimal(10_000)) == 1
    assert location_quotient(Decimal(16), Decimal(100), Decimal(800), Decimal(10_000)) == 2
