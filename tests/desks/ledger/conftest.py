"""The ledger's tests file returns as the filing desk's do, and compile them as one person does."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.desks.filing.books import book, production
from tests.desks.filing.conftest import Take, take

from tongket.desks.ledger import doors
from tongket.desks.ledger.actions import compile_figures, publish
from tongket.desks.ledger.models import CompileRun
from tongket.desks.ledger.passport import Opener
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.observations.observation import Address
from tongket.figures.protection.policy import Waiver
from tongket.figures.terms.words import Text

__all__ = ["take"]

HOME = "14"
ELECTRICITY = Address.parse("product_volume:electricity@14/2020-01")
TITLE = Text("Tổng kết", "Review")


def consenting(catalogue: Catalogue, *codes: str) -> Catalogue:
    """The catalogue with the written consent of the two who file here, unless other codes are given."""
    given = tuple(Waiver(reporter=code) for code in codes or ("DN001", "DN002"))
    return replace(catalogue, disclosure=tuple(replace(one, waivers=given) for one in catalogue.disclosure))


class Desk:
    """Compile and release as one person does, in one folder of data."""

    def __init__(self, catalogue: Catalogue, folder: Path) -> None:
        self.catalogue, self.folder = consenting(catalogue), folder

    def compile(self, engine: str = "duckdb") -> CompileRun:
        return compile_figures(
            by="a", catalogue=self.catalogue, home=HOME, folder=self.folder, engine_name=engine
        )

    def release(self):
        return publish(
            by="a", catalogue=self.catalogue, home=HOME, folder=self.folder, year=2020, title=TITLE
        )

    def value(self, number: int | None = None) -> Decimal | None:
        book = doors.working(self.catalogue) if number is None else doors.released(self.catalogue, number)
        return book.at(ELECTRICITY).value

    def passport(self, address: str, **more):
        return Opener(self.catalogue, HOME, **more).open(Address.parse(address))


@pytest.fixture
def desk(store, catalogue: Catalogue, tmp_path: Path) -> Desk:
    return Desk(catalogue, tmp_path / "facts")


@pytest.fixture
def filed(desk: Desk, take: Take, catalogue: Catalogue, tmp_path: Path) -> Desk:
    """Both who are due have filed for January 2019 and 2020: 50 + 7, then 60 + 7."""
    for name, (last_year, now) in {"DN001": (50, 60), "DN002": (7, 7)}.items():
        months = {"2019-01": production(last_year), "2020-01": production(now)}
        take(book(tmp_path / f"{name}.xlsx", catalogue, name, months))
    return desk
