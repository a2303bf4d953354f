"""Location quotient: how much more a region is given to an industry than the nation is.

Source: Florence, Investment, Location and Size of Plant (1948); DESIGN §1 row 10.
"""

from __future__ import annotations

from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.methods.ratios import ratio
from tongket.figures.terms.figure import Cause


@finite
def location_quotient(
    region_industry: Decimal | None,
    region: Decimal | None,
    nation_industry: Decimal | None,
    nation: Decimal | None,
) -> Decimal | Cause:
    """LQ = (e_i / e) / (E_i / E), reckoned as e_i E / (e E_i) with one division; 1 is the nation's own.

    Domain: values >= 0, no part above its whole, the region a part of the nation; else UNDEFINED.
    Missing: any of the four gives NOT_ANSWERED. Zero: an industry the region lacks is a true 0; an
    industry the nation lacks, or an empty region or nation, ZERO_BASE.
    """
    if region_industry is None or region is None or nation_industry is None or nation is None:
        return Cause.NOT_ANSWERED
    if min(region_industry, region, nation_industry, nation) < 0:
        return Cause.UNDEFINED
    parts = ((region_industry, region), (nation_industry, nation), (region_industry, nation_industry))
    if any(part > whole for part, whole in (*parts, (region, nation))):
        return Cause.UNDEFINED
    return ratio(region_industry * nation, region * nation_industry)
