"""What the ledger tells of the office's health: its last compile, and what has come in since."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.timezone import localtime

from tongket.desks.ledger.queries import NothingCompiled, arrived_since, run_at
from tongket.desks.site.desk import Sign
from tongket.figures.terms.words import Text


def signs() -> Iterator[Sign]:
    try:
        run = run_at()
    except NothingCompiled as refusal:
        yield Sign("compile", True, refusal.sentence)
        return
    sentence = _BEHIND if arrived_since(run) else _COMPILED
    yield Sign("compile", True, sentence.format(at=localtime(run.moment), seconds=f"{run.seconds:.1f}"))


_COMPILED = Text(
    "Số liệu tổng hợp lúc {at:%H:%M %d/%m/%Y} ({seconds} giây) và không có gì đến sau đó.",
    "Figures were compiled at {at:%Y-%m-%d %H:%M} ({seconds} s) and nothing has come in since.",
)
_BEHIND = Text(
    "Số liệu tổng hợp lúc {at:%H:%M %d/%m/%Y} ({seconds} giây); báo cáo đến sau đang chờ tổng hợp.",
    "Figures were compiled at {at:%Y-%m-%d %H:%M} ({seconds} s); later returns wait for the next.",
)
