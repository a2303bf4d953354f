"""What a release showed and what became of it, from the vintages the ledger kept."""

from __future__ import annotations

from pathlib import Path

from tests.desks.filing.books import book, production
from tests.desks.filing.conftest import Take
from tests.desks.ledger.conftest import HOME, Desk

from tongket.desks.ledger.quality import release_report, revisions_of
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.observations.observation import Address
from tongket.figures.terms.figure import Cause


def test_a_correction_after_a_release_is_in_its_triangle_and_its_quality(
    filed: Desk, take: Take, catalogue: Catalogue, tmp_path: Path
):
    filed.compile()
    filed.release()
    take(book(tmp_path / "again.xlsx", catalogue, "DN001", {"2020-01": production(65)}))
    filed.compile()
    filed.release()
    triangle = revisions_of(catalogue, Address.parse("product_volume:electricity@14/2020-01"))
    (row,) = triangle.cells
    assert row == (67, 72, 72)  # 60 + 7 in the first release, 65 + 7 in the second and now
    later = revisions_of(catalogue, Address.parse("product_volume:electricity@14/2021"))
    assert later.periods == ()
    report = release_report(catalogue, HOME, 1)
    electricity = next(one for one in report.series if one.series.definition.coverage == "electricity")
    assert electricity.revisions.pairs == 2  # January of both years
    assert (electricity.revisions.mr, electricity.revisions.mar) == (2.5, 2.5)
    assert isinstance(electricity.revisions.bias, Cause)
    assert release_report(catalogue, HOME, 2).series[0].revisions.mr == 0
