"""Former communes a, b and c; later x and y. Commune a was divided, b went whole into y, c stayed as it was."""

from fractions import Fraction

from tests.spec.handbook.page import Text, beside
from tests.spec.handbook.sources import cited

from tongket.figures.methods.crosswalk.walk import Crosswalk, Spread

LINKS = beside(
    """
    old | new | share | basis
    a   | x   | 0.4   | population
    a   | y   | 0.6   | population
    b   | y   | 1     | exact
    c   | c   | 1     | exact
    """,
    labels=2,
    caption=Text("Quan hệ xã cũ – xã mới", "Former and later communes"),
)


def walk_of(given, place=1):
    """The crosswalk that a table of links says."""
    grid = given.grids[place]
    spreads, later = {}, {}
    for pair in grid.keys:
        old, new = pair.split(" / ")
        share, basis = grid.row(pair)
        later[new] = None
        parts, bases = spreads.setdefault(old, ({}, set()))
        parts[new] = None if share is None else Fraction(share)
        bases.add(basis)
    return Crosswalk({old: _spread(*found) for old, found in spreads.items()}, tuple(later))


def _spread(parts, bases):
    known = {new: share for new, share in parts.items() if share is not None}
    return Spread(known, frozenset(parts.keys() - known.keys()), frozenset(bases - {"exact"}))


ABS = cited(
    "Australian Bureau of Statistics, Geographic correspondences",
    "Australian Bureau of Statistics, Geographic correspondences",
    "phương pháp và chất lượng",
    "methods and quality",
)
SIGN = Text("dấu được giữ.", "the sign is kept.")
