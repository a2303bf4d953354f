"""The legal words nearest to a wrong one, as the end of a sentence; nothing where none is near."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from tongket.figures.exchange.tables.folding import fold
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.words import Text

SHOWN = 3


def nearest_codes(code: str, codelist: Codelist) -> Text | str:
    """Codes that look alike, and the code whose name stands where the code should."""
    wanted = fold(code)
    named = [
        item.code for item in codelist.items.values() if wanted in (fold(item.name.vi), fold(item.name.en))
    ]
    padded = [legal for legal in codelist.items if legal.lstrip("0") == code.lstrip("0")]
    alike = get_close_matches(code, codelist.items.keys(), n=SHOWN, cutoff=0.6)
    found = list(dict.fromkeys([*named, *padded, *alike]))[:SHOWN]
    return _perhaps(
        Text(
            ", ".join(f"{legal} ({codelist[legal].name.vi})" for legal in found),
            ", ".join(f"{legal} ({codelist[legal].name.en})" for legal in found),
        )
        if found
        else None
    )


def nearest_words(word: str, legal: Iterable[str]) -> Text | str:
    """Headers that look alike when folded."""
    by_fold = {fold(candidate): candidate for candidate in legal}
    alike = get_close_matches(fold(word), by_fold, n=SHOWN, cutoff=0.5)
    return _perhaps(Text.same(", ".join(f"“{by_fold[match]}”" for match in alike)) if alike else None)


def _perhaps(found: Text | None) -> Text | str:
    return Text(" (có lẽ là: {found})", " (perhaps: {found})").format(found=found) if found else ""
