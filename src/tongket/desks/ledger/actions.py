"""Compile and release."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

import tongket
from tongket.desks.filing.actions import lock_campaigns
from tongket.desks.filing.store import moment_after_last, one_writer
from tongket.desks.ledger import changes, facts, protection, store
from tongket.desks.ledger.context import context
from tongket.desks.ledger.models import CompileRun, Release
from tongket.desks.ledger.queries import arrived_since, run_at
from tongket.desks.site.moments import microseconds
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.run import compile_all
from tongket.figures.engines import EngineName, engine
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Refusal, Text

Progress = Callable[[int, int], None]


class NotCompiled(Refusal):
    """Returns came in that the figures do not know yet."""


def compile_figures(
    *,
    by: str,
    catalogue: Catalogue,
    home: str,
    folder: Path,
    engine_name: EngineName = "duckdb",
    progress: Progress | None = None,
) -> CompileRun:
    """Compile every recipe of the catalogue from what is accepted now; write what differs from the book.

    What is written is one transaction: a crash leaves the book as it was. `progress` is told how many
    recipes are done.
    """
    started, reduce = time.perf_counter(), engine(engine_name, folder).reduce
    moment, counted = _facts_now(folder, catalogue)
    surroundings = context(catalogue, home, moment)
    recipes = _told(catalogue.recipes, progress)
    observations = compile_all(recipes, reduce, surroundings, microseconds(moment))
    with transaction.atomic():
        found = store.difference(observations)
        run = CompileRun.objects.create(
            moment=moment,
            by=by,
            engine=engine_name,
            code_version=tongket.__version__,
            facts=counted,
            seconds=time.perf_counter() - started,
            observations=len(observations),
            new=len(found.new),
            changed=len(found.changed),
            gone=found.gone,
        )
        store.write(found, run)
    return run


@transaction.atomic
def _facts_now(folder: Path, catalogue: Catalogue) -> tuple[datetime, int]:
    """The facts brought up to date, and their moment: no import that is still open can be earlier than it."""
    one_writer()
    moment = moment_after_last(None, timezone.now())
    return moment, facts.refresh(folder, catalogue)


def _told(recipes: Sequence[Recipe], progress: Progress | None) -> Iterator[Recipe]:
    """The recipes, telling after each how many are done."""
    for done, recipe in enumerate(recipes, start=1):
        yield recipe
        if progress:
            progress(done, len(recipes))


@transaction.atomic
def publish(
    *,
    by: str,
    catalogue: Catalogue,
    home: str,
    folder: Path,
    year: int,
    title: Text,
    engine_name: EngineName = "duckdb",
) -> Release:
    """Freeze the book as it stands under the next number, protected, with what changed since the one before.

    Which figures are withheld is worked out here, attacked, and stored for good with the release.
    """
    if arrived_since(run_at()):
        raise NotCompiled(
            Text(
                "Có báo cáo đến sau lần tổng hợp cuối cùng. Hãy chạy “tongket compile” rồi công bố.",
                "Returns have come in since the last compile. Run “tongket compile”, then release.",
            )
        )
    before = Release.objects.order_by("number").last()
    moment = timezone.now()
    protected = protection.protect(catalogue, home, folder, moment, list(Release.objects.all()), engine_name)
    listed = changes.between(catalogue, home, before.moment, moment) if before else changes.NONE
    kept = protection.withheld(before) if before else frozenset()
    hidden = protected.found.keys | kept
    release = Release.objects.create(
        number=before.number + 1 if before else 1,
        year=year,
        moment=moment,
        by=by,
        title_vi=title.vi,
        title_en=title.en,
        changes={
            "since": before.number if before else None,
            **changes.without(listed, hidden, protected.policy, catalogue).as_data(),
        },
    )
    protection.store(release, protected, by)
    lock_campaigns(by=by, until=Period.year(year))
    return release
