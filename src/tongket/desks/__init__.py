"""The Django storey: a desk is an app where someone sits. Desks stand on the figures, never the other way."""
