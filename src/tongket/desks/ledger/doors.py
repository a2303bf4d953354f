"""The two reading doors: what holds now, and what a release froze."""

from __future__ import annotations

from datetime import datetime

from tongket.desks.ledger.models import ObservationRow, Release
from tongket.desks.ledger.rows import observation_of
from tongket.desks.site.moments import holding
from tongket.figures.compile.basket import layout_of
from tongket.figures.compile.parameters import ITEM, LINK, REFERENCE_YEAR, WEIGHTS
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.methods.index_numbers.basket import Basket
from tongket.figures.observations.book import Book
from tongket.figures.terms.words import Refusal, Text


class NoSuchRelease(Refusal):
    """No release bears that number."""


def working(catalogue: Catalogue, moment: datetime | None = None) -> Book:
    """The book of what holds now, or held at a moment."""
    rows = holding(ObservationRow.objects.all(), moment).order_by("pk")
    return Book(catalogue.indicators, tuple(map(observation_of, rows.iterator())), baskets(catalogue))


def released(catalogue: Catalogue, number: int) -> Book:
    """The book as the release froze it, whatever has come in since."""
    return working(catalogue, release(number).moment)


def last_release() -> Release:
    """The newest release; refuses where there is none."""
    found = Release.objects.order_by("number").last()
    if found is None:
        raise NoSuchRelease(
            Text(
                "Chưa có lần công bố nào. Hãy chạy “tongket release new --year NĂM” trước.",
                "Nothing has been released yet. Run “tongket release new --year YEAR” first.",
            )
        )
    return found


def release(number: int) -> Release:
    found = Release.objects.filter(number=number).first()
    if found is None:
        raise NoSuchRelease(
            Text(
                "Không có lần công bố số “{number}”. Đã công bố: {known}.",
                "There is no release “{number}”. Released so far: {known}.",
            ).format(number=number, known=", ".join(str(one.number) for one in Release.objects.all()) or "—")
        )
    return found


def baskets(catalogue: Catalogue) -> dict[str, Basket]:
    """What each index of the catalogue is made of, by recipe; recipes that agree on it share one."""
    made: dict[tuple[object, ...], Basket] = {}
    found: dict[str, Basket] = {}
    for recipe in catalogue.recipes:
        if WEIGHTS.name in recipe.parameters:
            key = tuple(one.of(recipe) for one in (WEIGHTS, ITEM, LINK, REFERENCE_YEAR))
            if key not in made:
                made[key] = layout_of(recipe, catalogue.weights, catalogue.codelists)
            found[recipe.code] = made[key]
    return found
