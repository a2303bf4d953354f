"""The review as content, from a release or from what holds now."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from tongket.desks.filing import queries as filing
from tongket.desks.ledger import doors
from tongket.desks.ledger.models import Release
from tongket.desks.planning import queries as planning
from tongket.desks.registry import queries as registry
from tongket.desks.site.office import Office
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.prose.lexicon import read_lexicon
from tongket.figures.review.build import build_review
from tongket.figures.review.content import Paper
from tongket.figures.review.masthead import Masthead
from tongket.figures.review.outline import read_outline
from tongket.figures.terms.words import Lang


@dataclass(frozen=True)
class Review:
    """The content of one release's review, in every language of the office."""

    release: Release
    papers: dict[Lang, Paper]


def review(office: Office, catalogue: Catalogue, release: Release) -> Review:
    """Build the review of a release: the same release gives the same papers, whatever came in since."""
    book = doors.released(catalogue, release.number)
    targets = planning.targets(release.moment)
    tasks = planning.tasks(release.year + 1)
    outline, lexicon = read_outline(catalogue.words["review"]), read_lexicon(catalogue.words["prose"])
    head = masthead(office, release, filing.any_synthetic(release.moment))
    return Review(
        release,
        {
            lang: build_review(
                book, targets, tasks, outline, head, lexicon,
                catalogue.units, catalogue.codelists, registry.area_map(), lang,
            )
            for lang in office.languages
        },
    )  # fmt: skip


def masthead(office: Office, release: Release, synthetic: bool) -> Masthead:
    """What stands on the papers of a release beside its figures."""
    return Masthead(
        year=release.year,
        area=office.area_code,
        issuer=office.name,
        parent_body=office.parent_body,
        symbol=office.symbol,
        place=office.place,
        authority=office.signer.authority,
        recipients=office.recipients,
        contact=office.contact,
        release=release.number,
        as_of=timezone.localtime(release.moment).replace(microsecond=0),
        synthetic=office.synthetic if synthetic else None,
        signer=office.signer.name,
    )
