"""The ledger's tests file returns as the filing desk's do."""

from tests.desks.filing.conftest import take

__all__ = ["take"]
