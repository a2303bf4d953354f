"""Recomputes every published figure from the invented numbers, and sets the two side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from .constraints import Constraint, Constraints
from .numbers import Numbers
from .roster import Month

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Lists:
    """What the arithmetic must know of the codes."""

    classes: Mapping[str, str]  # of a product: its class
    sections: Mapping[str, str]  # of a product: its section
    services: Mapping[str, frozenset[str]]  # of a service: its trade groups
    homes: Mapping[str, tuple[str, str]]  # of a village: its commune and district
    weights: Sequence[Mapping[str, str]]  # the rows of the weights file


@dataclass(frozen=True, slots=True)
class Result:
    constraint: Constraint
    got: Decimal

    @property
    def met(self) -> bool:
        unit = Decimal(1).scaleb(-self.constraint.places)
        target, got = (value.quantize(unit, ROUND_HALF_UP) for value in (self.constraint.target, self.got))
        return got > target if self.constraint.more_than else got == target

    def __str__(self) -> str:
        target = f"{'> ' if self.constraint.more_than else ''}{self.constraint.target}"
        return f"{self.constraint.code:<24}{target:>12}{self.got:>18.6f}   {'yes' if self.met else 'NO'}"


def check(numbers: Numbers, goals: Constraints, lists: Lists) -> list[Result]:
    arithmetic = Arithmetic(numbers, lists)
    results = []
    for goal in goals.values():
        parameters = dict(goal.measure)
        measure: Callable[..., Decimal] = getattr(arithmetic, parameters.pop("kind"))
        results.append(Result(goal, measure(**parameters)))
    return results


class Arithmetic:
    """One method for each kind of measure in constraints.yaml, in the words of the published figure."""

    def __init__(self, numbers: Numbers, lists: Lists) -> None:
        self.numbers, self.lists = numbers, lists

    def quantity(self, product: str, months: str) -> Decimal:
        wanted = span(months)
        lines = self.numbers.production
        return sum(
            (n.quantity for n in lines if n.product == product and (n.year, n.month) in wanted), Decimal()
        )

    def quantity_change(self, product: str, months: str) -> Decimal:
        return self.quantity(product, months) - self.quantity(product, year_before(months))

    def quantity_growth(self, product: str, months: str) -> Decimal:
        return percent(self.quantity(product, months), self.quantity(product, year_before(months)))

    def output_value(self, months: str, product: str = "") -> Decimal:
        """Billion VND."""
        wanted = span(months)
        lines = (n for n in self.numbers.production if (n.year, n.month) in wanted)
        return sum((n.value for n in lines if product in ("", n.product)), Decimal()) / 1000

    def value_share(self, product: str, months: str) -> Decimal:
        return 100 * self.output_value(months, product) / self.output_value(months)

    def index_growth(self, months: str, section: str = "") -> Decimal:
        """Cumulated: the sum of the monthly levels over that of the same months."""
        levels = self._levels(section)
        now, before = (sum(levels[month] for month in span(which)) for which in (months, year_before(months)))
        return percent(Decimal(repr(now)), Decimal(repr(before)))

    def _levels(self, section: str) -> dict[Month, float]:
        """METHODS §1.1, steps (1) to (5), month by month."""
        weight = {row["code"]: float(row["weight"]) for row in self.lists.weights}
        made: dict[Month, dict[str, float]] = {}
        for line in self.numbers.production:
            month = made.setdefault((line.year, line.month), {})
            month[line.product] = month.get(line.product, 0) + float(line.quantity)
        base = {
            row["code"]: float(row["base_quantity"]) for row in self.lists.weights if row["base_quantity"]
        }
        levels = {}
        for month, quantities in made.items():
            index = {product: 100 * quantity / base[product] for product, quantity in quantities.items()}
            index = mean_by(index, weight, lambda product: self.lists.classes[product])
            index = mean_by(index, weight, lambda klass: klass[:2])
            index = mean_by(index, weight, self._section_of_division)
            levels[month] = index[section] if section else mean_by(index, weight, lambda _: "all")["all"]
        return levels

    def _section_of_division(self, division: str) -> str:
        return next(
            self.lists.sections[p] for p, klass in self.lists.classes.items() if klass[:2] == division
        )

    def turnover(self, of: Sequence[str], months: str) -> Decimal:
        """Billion VND."""
        groups = frozenset[str]().union(*(self.lists.services[service] for service in of))
        wanted = span(months)
        lines = (n for n in self.numbers.turnover if (n.year, n.month) in wanted)
        return sum((n.turnover for n in lines if n.trade_group in groups), Decimal()) / 1000

    def seasonal_share_estimate(self, of: str, months: str, past: Sequence[int]) -> Decimal:
        """The months that are in over their mean share in past years (METHODS §3.1 A)."""
        year = int(months[:4])
        shares = []
        for before in past:
            part = self.turnover([of], months.replace(str(year), str(before)))
            shares.append(part / self.turnover([of], f"{before}-01/{before}-12"))
        return self.turnover([of], months) * len(shares) / sum(shares)

    def fob(self, months: str) -> Decimal:
        """Million USD."""
        wanted = span(months)
        lines = self.numbers.shipments
        return sum((n.fob for n in lines if (n.year, n.month) in wanted), Decimal()) / MILLION

    def fob_growth(self, months: str) -> Decimal:
        return percent(self.fob(months), self.fob(year_before(months)))

    def distinct(self, of: str, months: str) -> Decimal:
        wanted = span(months)
        lines = (n for n in self.numbers.shipments if (n.year, n.month) in wanted and n.fob > 0)
        return Decimal(len({getattr(line, of) for line in lines}))

    def stock(self, of: str, year: int, district: str = "") -> Decimal:
        lines = (n for n in self.numbers.villages if n.year == year)
        inside = (n for n in lines if district in ("", self.lists.homes[n.reporter][1]))
        return sum((getattr(line, of) for line in inside), Decimal())

    def rate(self, year: int, district: str = "") -> Decimal:
        return 100 * self.stock("electrified", year, district) / self.stock("households", year, district)

    def connected(self, of: str) -> Decimal:
        lines, homes = self.numbers.connections, self.lists.homes
        counts = {
            "households": sum((n.connected for n in lines), Decimal()),
            "villages": Decimal(len({n.reporter for n in lines})),
            "communes": Decimal(len({homes[n.reporter][0] for n in lines})),
            "districts": Decimal(len({homes[n.reporter][1] for n in lines})),
        }
        return counts[of]


def span(months: str) -> set[Month]:
    """`2020-01/2020-06` as the months of one year, first and last included."""
    first, last = months.split("/")
    return {(int(first[:4]), month) for month in range(int(first[5:]), int(last[5:]) + 1)}


def year_before(months: str) -> str:
    return months.replace(months[:4], str(int(months[:4]) - 1))


def percent(now: Decimal, before: Decimal) -> Decimal:
    return 100 * (now / before - 1)


def mean_by(
    index: Mapping[str, float], weight: Mapping[str, float], parent: Callable[[str], str]
) -> dict[str, float]:
    """The weighted mean of the siblings under each parent."""
    above: dict[str, list[str]] = {}
    for code in index:
        above.setdefault(parent(code), []).append(code)
    return {
        node: sum(index[code] * weight[code] for code in codes) / sum(weight[code] for code in codes)
        for node, codes in above.items()
    }
