"""The command line: write the workbooks, or set published and recomputed figures side by side."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, read_catalogue

from .books import Filing, write_books
from .check import check
from .constraints import read_constraints
from .electrification import VILLAGES, read_electrification, read_homes
from .generate import generate, read_lists
from .retail import read_retail, read_retailers
from .roster import areas_at, read_csv, read_roster

OFFICE = Path(__file__).parents[1]
SEED = 14


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the synthetic returns of this example office.")
    parser.add_argument("out", nargs="?", type=Path, help="folder to write the workbooks to")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed is another invention")
    parser.add_argument("--check", action="store_true", help="recompute every published figure")
    wanted = parser.parse_args()
    if wanted.out is None and not wanted.check:
        parser.error("name a folder to write to, or ask for --check")

    catalogue = read_catalogue(PRODUCT_CATALOGUE, OFFICE / "catalogue")
    goals = read_constraints(OFFICE)
    numbers = generate(OFFICE, catalogue, goals, wanted.seed)
    if wanted.out is not None:
        written = write_books(wanted.out, catalogue, read_filing(), numbers)
        print(
            f"{written.books} workbooks, {written.sheets} sheets, {written.numbers} numbers in {wanted.out}"
        )
    if wanted.check:
        results = check(numbers, goals, read_lists(OFFICE, catalogue))
        print(f"{'figure':<24}{'published':>12}{'recomputed':>18}   met")
        print(*results, sep="\n")
        if not all(result.met for result in results):
            sys.exit("Some published figures are not met.")


def read_filing() -> Filing:
    """How the returns of this example come in."""
    retail, electrification = read_retail(), read_electrification()
    last_year = max(electrification.years)
    reporters = {reporter.code: reporter.name for reporter in read_roster(OFFICE).values()}
    villages = {row["code"]: f"{row['type']} {row['name']}" for row in read_csv(OFFICE / VILLAGES)}
    return Filing(
        filed_by={retailer.reporter: retailer.filed_by for retailer in read_retailers()},
        late=frozenset((year, month) for year, month in retail.late),
        open_year=retail.years["open"],
        communes_from=electrification.communes_from,
        homes=read_homes(OFFICE, last_year),
        names={row["code"]: row["name"] for row in areas_at(OFFICE, last_year)},
        reporters=reporters | villages,
    )
