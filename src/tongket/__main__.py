"""`python -m tongket` is the command line."""

from tongket.cli import main

main()
