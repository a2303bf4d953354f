"""Releases protected: the pattern worked out once and stored with the release, the attack on record."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from tongket.desks.ledger import facts
from tongket.desks.ledger.context import context
from tongket.desks.ledger.models import ObservationRow, Release, ReleaseAttack, WithheldFigure
from tongket.desks.ledger.queries import run_at
from tongket.desks.ledger.rows import observation_of
from tongket.desks.registry.queries import register
from tongket.desks.site.moments import holding, microseconds
from tongket.figures.engines import EngineName, engine
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.methods.disclosure.cells import Before, Table
from tongket.figures.methods.disclosure.merging import merges
from tongket.figures.methods.disclosure.pattern import Merge
from tongket.figures.methods.disclosure.rules import ConfStatus, Sensitivity, primary
from tongket.figures.observations.observation import Address, Observation
from tongket.figures.protection.audit import Attacked, Entry, attacked
from tongket.figures.protection.behind import Slot
from tongket.figures.protection.following import following
from tongket.figures.protection.linked import Linked
from tongket.figures.protection.policy import ReleasePolicy, policy_on
from tongket.figures.protection.respondents import Registered, Respondents
from tongket.figures.protection.search import Protection, protect_tables, whole_of
from tongket.figures.protection.tables import link
from tongket.figures.terms.words import Refusal, Text


class NotProtected(Refusal):
    """No pattern protects the release: nothing may be published before categories are put together."""


@dataclass(frozen=True)
class Protected:
    """A pattern for a release that is about to be made, with the attack on it."""

    linked: Linked
    policy: ReleasePolicy
    found: Protection
    attack: Attacked
    following: frozenset[str]
    seconds: float

    def rows(self, release: Release) -> list[WithheldFigure]:
        """What is stored with the release: the withheld figures, and those that would tell them."""
        shown = sorted((self.found.keys & self.linked.slots.keys()) | self.following)
        return [WithheldFigure(release=release, address=key, conf_status=self._status(key)) for key in shown]

    def _status(self, key: str) -> str:
        one = self.found.sensitive.get(key)
        return (one.code if one else ConfStatus.SECONDARY).value


def protect(
    catalogue: Catalogue,
    home: str,
    folder: Path,
    moment: datetime,
    before: Iterable[Release],
    engine_name: EngineName = "duckdb",
) -> Protected:
    """The figures to withhold of the book of a moment, given the releases `before`.

    Refuses where no pattern protects them. The same book and releases give the same pattern.
    """
    started = time.perf_counter()
    policy = policy_on(catalogue.disclosure, timezone.localtime(moment).date())
    seen = _observations(moment)
    linked = _linked(catalogue, home, folder, moment, seen, engine_name, policy, before)
    found = protect_tables(linked, policy.rules, policy.search)
    _refuse_unprotected(found, policy)
    attack = attacked(found.table, found.sensitive, found.keys, policy.search)
    if attack.inside:
        cells = ", ".join(one.cell for one in attack.inside[:SHOWN])
        raise NotProtected(_INSIDE.format(count=len(attack.inside), cells=cells))
    shown = found.keys & linked.slots.keys()
    follow = following(catalogue.recipes, catalogue.indicators, seen, shown)
    return Protected(linked, policy, found, attack, follow, time.perf_counter() - started)


def _refuse_unprotected(found: Protection, policy: ReleasePolicy) -> None:
    """Say which categories to put together; nothing is published until that is done."""
    if not found.unreachable:
        return
    merged = merges(found.table, found.unreachable, policy.rules, policy.search)
    told = "; ".join(_merge(one) for one in merged[:SHOWN]) or "—"
    cells = ", ".join(found.unreachable[:SHOWN])
    raise NotProtected(_IMPOSSIBLE.format(count=len(found.unreachable), cells=cells, merges=told))


def _merge(one: Merge) -> str:
    return " + ".join(one.categories or one.cells)


def _linked(
    catalogue: Catalogue,
    home: str,
    folder: Path,
    moment: datetime,
    seen: tuple[Observation, ...],
    engine_name: EngineName,
    policy: ReleasePolicy,
    before: Iterable[Release],
) -> Linked:
    run = run_at(moment)
    facts.refresh(folder, catalogue)
    registered = {one.code: Registered(one.kind, one.tax_code) for one in register().registered}
    respondents = Respondents(registered, policy, timezone.localtime(moment).date())
    return link(
        seen,
        catalogue.recipes,
        engine(engine_name, folder).reduce,
        context(catalogue, home, run.moment),
        microseconds(run.moment),
        respondents,
        _earlier(before),
    )


def _observations(moment: datetime) -> tuple[Observation, ...]:
    return tuple(map(observation_of, holding(ObservationRow.objects.all(), moment).order_by("pk")))


def _earlier(releases: Iterable[Release]) -> dict[Slot, Before]:
    """What became of every figure in releases before: printed in any of them, it stays printed."""
    found: dict[Slot, Before] = {}
    for release in releases:
        hidden = withheld(release)
        for row in (
            holding(ObservationRow.objects.all(), release.moment).filter(value__isnull=False).iterator()
        ):
            one = observation_of(row)
            was = Before.WITHHELD if address_of(one) in hidden else Before.PUBLISHED
            slot = one.series, one.period
            found[slot] = Before.PUBLISHED if found.get(slot) is Before.PUBLISHED else was
    return found


def address_of(one: Observation) -> str:
    return str(Address.of(one.series, one.period))


def withheld(release: Release) -> frozenset[str]:
    """The addresses of the figures that the release does not tell."""
    return frozenset(WithheldFigure.objects.filter(release=release).values_list("address", flat=True))


def attack_again(
    catalogue: Catalogue, home: str, folder: Path, release: Release, engine_name: EngineName = "duckdb"
) -> dict[str, Any]:
    """Attack a release as it was published, with nothing but what it and those before it print."""
    started = time.perf_counter()
    policy = policy_on(catalogue.disclosure, timezone.localtime(release.moment).date())
    before = Release.objects.filter(number__lt=release.number)
    seen = _observations(release.moment)
    linked = _linked(catalogue, home, folder, release.moment, seen, engine_name, policy, before)
    whole = whole_of(linked)
    sensitive = primary(whole.cells.values(), policy.rules)
    hidden = (withheld(release) & whole.cells.keys()) | (whole.cells.keys() - linked.slots.keys())
    attack = attacked(whole, sensitive, hidden, policy.search)
    seconds = time.perf_counter() - started
    return report(linked, whole, sensitive, withheld(release), attack, seconds, {})


def report(
    linked: Linked,
    whole: Table,
    sensitive: Mapping[str, Sensitivity],
    hidden: Iterable[str],
    attack: Attacked,
    seconds: float,
    search: Mapping[str, Any],
) -> dict[str, Any]:
    """The audit as data: counts, what the attack found, what was public already. No values, no parameters."""
    shown = [key for key in hidden if key in linked.slots]
    first = sum(key in sensitive for key in shown)
    return {
        "cells": len(linked.slots),
        "equations": len(whole.equations),
        "withheld": len(shown),
        "primary": first,
        "secondary": len(shown) - first,
        "attacks": attack.attacks,
        "inside": [_entry(one) for one in attack.inside],
        "worst": round(attack.worst, 4),
        "already_known": [_entry(one) for one in attack.already],
        "already_printed": [
            {"cell": key, "public": linked.public[key].code if key in linked.public else "release"}
            for key in attack.printed
        ],
        "public": dict(Counter(one.code for one in linked.public.values())),
        "alone": list(linked.alone),
        "unjudged": [key for key in linked.slots if whole.cells[key].contributions is None],
        "seconds": round(seconds, 2),
        "search": dict(search),
    }


def _entry(one: Entry) -> dict[str, Any]:
    return {"cell": one.cell, "insider": bool(one.attacker), "reach": round(one.reach, 4)}


def store(release: Release, protected: Protected, by: str) -> None:
    """Write the pattern and the attack on it beside the release."""
    WithheldFigure.objects.bulk_create(protected.rows(release), batch_size=500)
    found = protected.found
    search = {
        "solved": dict(sorted(found.methods.items())),
        "stopped": dict(sorted(found.stopped.items())),
        "added_by_the_attack": len(found.added),
    }
    data = report(
        protected.linked,
        found.table,
        found.sensitive,
        found.keys,
        protected.attack,
        protected.seconds,
        search,
    )
    ReleaseAttack.objects.create(release=release, moment=timezone.now(), by=by, found=data)


SHOWN = 5
_IMPOSSIBLE = Text(
    "Chưa công bố được: {count} số liệu không thể giữ kín dù che thêm ô nào ({cells}). Hãy gộp nhóm rồi tổng "
    "hợp lại: {merges}; hoặc chỉ công bố số chung.",
    "Not released: {count} figures cannot be protected whatever else is withheld ({cells}). Put categories "
    "together and compile again: {merges}; or publish the whole alone.",
)
_INSIDE = Text(
    "Chưa công bố: phép thử tấn công còn suy ra được {count} số liệu ({cells}). Hãy báo người phụ trách hệ "
    "thống.",
    "Not released: the attack still gets inside {count} figures ({cells}). Tell whoever keeps the system.",
)
