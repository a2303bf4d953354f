"""Forms as data, the answers they bring, and the checks, each of which owns its sentence."""
