"""Looking a draft over with the checks a file goes through: while it is typed, and when it is handed in."""

from __future__ import annotations

from dataclasses import dataclass

from tongket.desks.filing.admission import Admitted, admit
from tongket.desks.filing.drafts import Draft, read_draft
from tongket.desks.filing.held import HeldReturn, Key, held_returns, keys_of
from tongket.desks.filing.models import Filing
from tongket.desks.registry.queries import register
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.returns.answer import Finding


@dataclass(frozen=True)
class Examined:
    """A draft as it would be taken: the returns in it, what holds beside them, what was found."""

    admitted: tuple[Admitted, ...]
    held: dict[Key, HeldReturn]
    findings: tuple[Finding, ...]

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What has to be mended before it can be handed in."""
        return tuple(finding for finding in self.findings if finding.severity == "hard")

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """What may be right, if the reporter says why."""
        return tuple(finding for finding in self.findings if finding.severity == "soft")


def examine(filing: Filing, draft: Draft, catalogue: Catalogue) -> Examined:
    """Read and check a draft against the register, the catalogue and what the reporter sent before."""
    form = catalogue.forms[filing.campaign.form]
    reading = read_draft(form, draft, filing, catalogue, synthetic=False)
    held = held_returns(keys_of(reading.returns, catalogue))
    admitted, found = admit(reading.returns, held, catalogue, register())
    return Examined(tuple(admitted), held, (*reading.findings, *found))
