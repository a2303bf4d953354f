"""All invented numbers of an office, from its folder and a seed."""

from __future__ import annotations

from pathlib import Path

from tongket.figures.exchange.catalogue import Catalogue

from .check import Lists
from .constraints import Constraints
from .electrification import Electrification, read_electrification, read_homes
from .exports import ship
from .index_points import index_points
from .industry import Industry, read_industry
from .numbers import Numbers
from .plants import share_out
from .retail import read_retail, sell
from .roster import read_csv, read_roster

WEIGHTS = "iip_2015"


def generate(office: Path, catalogue: Catalogue, goals: Constraints, seed: int) -> Numbers:
    roster, lists = read_roster(office), read_lists(office, catalogue)
    points = index_points(lists.weights, lists.classes, lists.sections)
    electrification = Electrification(office, goals, seed)
    return Numbers(
        production=share_out(Industry(read_industry(), points, goals, seed), roster, goals, seed),
        turnover=sell(roster, goals, seed),
        shipments=ship(roster, goals, seed),
        villages=electrification.villages,
        connections=electrification.connections,
    )


def read_lists(office: Path, catalogue: Catalogue) -> Lists:
    activities = catalogue.codelists[catalogue.weights[WEIGHTS].activity_list]
    products = catalogue.codelists["products"]
    classes = {product: products[product].attributes["activity"] for product in read_industry().products}
    return Lists(
        classes=classes,
        sections={product: activities.above(klass)[-1] for product, klass in classes.items()},
        services={service: frozenset(groups) for service, groups in read_retail().groups.items()},
        homes=read_homes(office, max(read_electrification().years)),
        weights=read_csv(office / "catalogue" / "weights" / f"{WEIGHTS}.csv"),
    )
