"""The province's production month by month, solved so that the index grows as published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum
from pathlib import Path
from typing import Any

import yaml

from .apportion import meet
from .constraints import Constraints
from .index_points import SECTIONS, IndexPoints
from .seasons import Months, Series, added, generator, scaled, shaped

HERE = Path(__file__).parent


@dataclass(frozen=True)
class IndustrySpec:
    products: Mapping[str, Mapping[str, Any]]
    seasons: Mapping[str, Months]
    tet_month: Mapping[int, int]
    years: Mapping[str, Any]
    solve: Mapping[str, Any]
    power: Mapping[str, Any]


def read_industry() -> IndustrySpec:
    return IndustrySpec(**yaml.safe_load((HERE / "industry.yaml").read_text(encoding="utf-8")))


class Industry:
    """Quantities by product and year, before they are rounded and shared out to the plants.

    The index is linear in the quantities, so each published growth rate is one linear equation. They are
    met one after the other, each by the one quantity that is still free:
    sections B, C, E: October 2020, then the other eleven months of 2020, are scaled to their growth;
    section C: its level in all years is scaled so that the year 2020 of all industry grows as published;
    section D: October 2019 is found from the growth of all industry in October, the first half of 2020
    from its growth in the half, the second half from electricity's total of the year.
    """

    def __init__(self, spec: IndustrySpec, points: IndexPoints, goals: Constraints, seed: int) -> None:
        self.spec, self.points, self.goals = spec, points, goals
        self.year, self.base = spec.solve["year"], spec.solve["base"]
        self.month = spec.solve["month"] - 1
        self.rng = generator(seed, "industry")
        self.made: dict[str, Series] = {product: self._drawn(product) for product in spec.products}
        for section in SECTIONS:
            if section != self._power_section():
                self._hold_section(section)
        self._hold_power_years()
        self._hold_whole_year()
        self._hold_october()
        self._hold_first_half()
        self._open_year()

    def level(self, section: str, year: int) -> Months:
        """What a section adds to the index of all industry, by month."""
        products = [code for code, of in self.points.section_of.items() if of == section]
        return added(*(scaled(self.made[code][year], self.points.whole[code]) for code in products))

    def _power_section(self) -> str:
        return self.points.section_of[self.spec.power["generated"]]

    def _drawn(self, product: str) -> Series:
        series: Series = {}
        for year in self.spec.years["full"]:
            series[year] = self._year(product, year, series)
        return series

    def _year(self, product: str, year: int, before: Series) -> Months:
        """A year as described; without a total of its own it grows on the year before."""
        spec = self.spec.products[product]
        tet = {self.spec.tet_month[year]: spec["tet"]}
        total = spec["made"].get(year) or fsum(before[year - 1]) * (1 + spec["growth"].get(year, 0) / 100)
        return scaled(shaped(self.spec.seasons[spec["season"]], self.rng, spec["spread"], tet), total)

    def _hold_section(self, section: str) -> None:
        """Scale October 2020, and its other months alike, to the growth of the section in both."""
        code = section.lower()
        before, drawn = self.level(section, self.base), self.level(section, self.year)
        october = before[self.month] * self.goals.factor(f"iip_october_{code}")
        held = meet(drawn, fsum(before) * self.goals.factor(f"iip_year_{code}"), {self.month: october})
        factors = [wanted / level for wanted, level in zip(held, drawn, strict=True)]
        for product, of in self.points.section_of.items():
            if of == section:
                months = self.made[product][self.year]
                self.made[product][self.year] = [v * f for v, f in zip(months, factors, strict=True)]

    def _hold_power_years(self) -> None:
        """Electricity's totals of both years, the second on its own river."""
        product, power = self.spec.power["generated"], self.spec.power
        season = self.spec.seasons[power["season_2020"]]
        dry_year = shaped(season, self.rng, self.spec.products[product]["spread"])
        self.made[product][self.base] = meet(
            self.made[product][self.base], self.goals.aim("electricity_base")
        )
        self.made[product][self.year] = scaled(dry_year, self.goals.aim("electricity_year"))

    def _hold_whole_year(self) -> None:
        """Scale section C in all years: λ·(C20 − g·C19) = Σ over the other sections of (g·S19 − S20)."""
        growth, free = self.goals.factor("iip_year_all"), self.spec.solve["free_section"]
        excess = {
            s: fsum(self.level(s, self.year)) - growth * fsum(self.level(s, self.base)) for s in SECTIONS
        }
        scale = -fsum(v for s, v in excess.items() if s != free) / excess[free]
        if scale <= 0:
            raise ValueError("No level of section C lets all industry grow as published; change the weights.")
        for product, of in self.points.section_of.items():
            if of == free:
                self.made[product] = {y: scaled(m, scale) for y, m in self.made[product].items()}

    def _hold_october(self) -> None:
        """Section D's October 2019, then electricity e and distribution d within it.

        All industry fixes the section: D19·(gD − g) = Σ over the others of (g·S19 − S20). Within it
        a·e + b·d = D19 and a·gE·e + b·gd·d = gD·D19, so b·d = D19·(gE − gD) / (gE − gd).
        """
        whole, power = self.goals.factor("iip_october_all"), self._power_section()
        grown = self.goals.factor("iip_october_d")
        others = [s for s in SECTIONS if s != power]
        short = fsum(
            whole * self.level(s, self.base)[self.month] - self.level(s, self.year)[self.month]
            for s in others
        )
        level = short / (grown - whole)
        electricity = self.goals.factor("electricity_october")
        distributed = 1 + self.spec.power["distributed_october_growth"] / 100
        part = level * (electricity - grown) / (electricity - distributed)
        october = {"generated": (level - part, electricity), "distributed": (part, distributed)}
        for name, (points, growth) in october.items():
            product = self.spec.power[name]
            quantity = points / self.points.whole[product]
            for year, value in ((self.base, quantity), (self.year, quantity * growth)):
                months = self.made[product][year]
                self.made[product][year] = meet(months, fsum(months), {self.month: value})

    def _hold_first_half(self) -> None:
        """Electricity of January to June 2020 makes the half year of all industry; the rest follows."""
        product, power = self.spec.power["generated"], self._power_section()
        distributed = self.spec.power["distributed"]
        base = fsum(fsum(self.level(s, self.base)[:6]) for s in SECTIONS)
        known = fsum(fsum(self.level(s, self.year)[:6]) for s in SECTIONS if s != power)
        known += fsum(self.made[distributed][self.year][:6]) * self.points.whole[distributed]
        half = (base * self.goals.factor("iip_half_all") - known) / self.points.whole[product]
        months = self.made[product][self.year]
        rest = meet(months[6:], fsum(months) - half, {self.month - 6: months[self.month]})
        self.made[product][self.year] = meet(months[:6], half) + rest

    def _open_year(self) -> None:
        """The year after, drawn like any other; its first months alone are told."""
        year, count = self.spec.years["open"], self.spec.years["open_months"]
        for product, series in self.made.items():
            series[year] = self._year(product, year, series)[:count]
