"""Who stands behind a number, as disclosure control counts them: holdings, consents, strata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tongket.figures.methods.disclosure.cells import Contribution
from tongket.figures.protection.policy import ReleasePolicy

PARENT = 10  # digits of a tax code that name the parent; a dependent unit's has three more [M]


@dataclass(frozen=True, slots=True)
class Registered:
    """What the register says of a reporter."""

    kind: str = ""
    tax_code: str = ""


@dataclass(frozen=True)
class Respondents:
    """Reporters of the register under a policy, on one day."""

    register: Mapping[str, Registered]
    policy: ReleasePolicy
    day: date

    def contributions(self, amounts: Mapping[str, Decimal]) -> tuple[Contribution, ...]:
        """Each reporter's amount; a stratum as as many equal units as it stands for at least."""
        return tuple(one for reporter in sorted(amounts) for one in self._units(reporter, amounts[reporter]))

    def _units(self, reporter: str, amount: Decimal) -> tuple[Contribution, ...]:
        known = self.register.get(reporter, Registered())
        units = self.policy.stands_for.get(known.kind, 1)
        if units > 1:
            return tuple(Contribution(f"{reporter}#{n}", amount / units) for n in range(1, units + 1))
        return (Contribution(reporter, amount, self._holding(reporter, known), self._waived(reporter)),)

    def _holding(self, reporter: str, known: Registered) -> str:
        """The parent by the policy's own list, else by the tax code; empty for one on its own."""
        listed = (one.code for one in self.policy.holdings if reporter in one.members and one.on(self.day))
        return next(listed, known.tax_code[:PARENT])

    def _waived(self, reporter: str) -> bool:
        return any(one.reporter == reporter and one.on(self.day) for one in self.policy.waivers)
