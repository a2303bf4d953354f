"""The passport of a figure: what it is, how it was made, from which cells, and whether that still holds.

It is worked out when asked, as of the book's moment, and the figure is computed again from the cells
alone by the slow engine; nothing of it is stored.
"""

from tongket.desks.ledger.passport.opening import Opener, Passport

__all__ = ["Opener", "Passport"]
