"""The command line. Every command calls the actions and queries that the pages call."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; a refusal is one sentence on standard error and exit status 2."""
    from tongket.cli.app import app
    from tongket.cli.session import speak
    from tongket.figures.terms.words import Refusal

    try:
        app()
    except Refusal as refusal:
        speak(refusal)
        sys.exit(2)
