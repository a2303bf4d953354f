"""Series in time: benchmarks, finer periods, the year not yet over, Tết, seasons, and chances.

Inside the arrays NaN is the one mark of a missing value; it never leaves this room: what comes out is a
finite number, None, a cause, or an `Unanswered` that says why in a sentence. Nothing here reads a clock, a
file or the environment, and whatever is drawn by lot is drawn from a stated seed. Source: METHODS §3.
"""
