"""Imputation: a number in the place of a missing answer, with its method and its donors; and, while
returns are still out, how far they could still move the result. GSBPM 5.4."""
