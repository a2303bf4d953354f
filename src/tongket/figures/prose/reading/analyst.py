"""The analyst: walks the items of a text and makes of each quantity a mention."""

from __future__ import annotations

from dataclasses import replace

from tongket.figures.prose.reading.clauses import behind, compared
from tongket.figures.prose.reading.hearing import Hearing
from tongket.figures.prose.reading.mention import Mention
from tongket.figures.prose.reading.quantities import Quantity
from tongket.figures.prose.reading.scanner import Item
from tongket.figures.prose.reading.telling import mention_of
from tongket.figures.terms.words import Lang


class Analyst(Hearing):
    """Hears a text and tells its numbers."""

    def read(self, items: list[Item], lang: Lang, begin: int) -> None:
        """Take in the items of one stretch of one language."""
        self.lang, self.items = lang, items
        self._new_sentence(begin)
        skip_to, do = 0, self._do
        for place, item in enumerate(self.items):
            if place < skip_to:
                continue
            if item.kind == "quantity":
                skip_to = place + 1 + self._quantity(item, place)
            else:
                do[item.kind](item, place)
        self._close()

    def _quantity(self, item: Item, place: int) -> int:
        """Make the mention; returns how many items behind it are used up."""
        quantity: Quantity = item.data
        clause = self.clause
        after = behind(self.items, place, item.until)
        quantity = self._shared_unit(quantity, place)
        if quantity.bare and not self._worth(quantity):
            return 0
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        if following and following.kind == "indicator" and following.begin == item.until:
            self._indicator(following, place + 1)
            clause.begins = item.begin
        counted = quantity.unit.split("/")[0] not in self.vocabulary.measures and not quantity.bare
        mention = mention_of(self, item, quantity, after, compared(quantity, clause, after, counted))
        self.mentions.append(mention)
        self._remember(mention, item)
        return after.used

    def _worth(self, quantity: Quantity) -> bool:
        """Whether a number without a unit is a figure at all: something rules it, or it has decimals."""
        if quantity.value is None:
            return True
        return (
            self.clause.cue not in ("", "rate")
            and self.clause.verb_at >= 0
            and quantity.begin - self.clause.verb_at <= 8
            and (
                quantity.value != quantity.value.to_integral_value()
                or quantity.value >= 100
                or self.clause.from_at >= 0
            )
        )

    def _shared_unit(self, quantity: Quantity, place: int) -> Quantity:
        """`5.000 và 7.000 tấn`, `từ 12 lên 15 doanh nghiệp`: the unit stands at the last of them."""
        if not quantity.bare:
            return quantity
        for item in self.items[place + 1 : place + 6]:
            if item.kind == "quantity":
                if item.begin - quantity.until <= 6 and not item.data.bare:
                    scale = item.data.scale if quantity.scale == 1 else quantity.scale
                    return replace(
                        quantity, unit=item.data.unit, scale=scale, bare=False, doubts=quantity.doubts
                    )
                if item.begin - quantity.until > 6:
                    return quantity
            elif item.kind == "mark" and item.data[0] not in ",()":
                return quantity
        return quantity

    def _remember(self, mention: Mention, item: Item) -> None:
        clause = self.clause
        clause.by_unit[mention.unit] = mention
        clause.last, clause.last_until = mention, item.until
        clause.again = clause.cue or clause.again
        if clause.cue in ("plan",):
            clause.again = ""
        clause.cue, clause.grew = "", False
        clause.from_open, clause.apart = clause.from_at >= 0, False
        clause.from_at, clause.hedge = -1, ""
        clause.listed += 1
