"""The columns of a frame of accepted facts: one row a number, with where it came from and when it held.

A frame holds one dataflow; after the fixed columns come the dataflow's own dimensions, one text column
each, named by their codes.
"""

from __future__ import annotations

REPORTER = "reporter"
AREA = "area"  # code of the smallest known unit the reporter lies in, as of the period
PERIOD = "period"  # months counted from January of year 0: the period's first month
MONTHS = "months"  # the period's length
MEASURE = "measure"
VALUE = "value"  # decimal(18, 4)
FACT = "fact"  # the accepted cell's own number in the desks
RECORDED_AT = "recorded_at"  # microseconds since 1970, UTC
SUPERSEDED_AT = "superseded_at"  # the same, or null while it holds

FIXED = (REPORTER, AREA, PERIOD, MONTHS, MEASURE, VALUE, FACT, RECORDED_AT, SUPERSEDED_AT)
DECIMALS = 4  # places a fact carries; sums are exact, so every engine gives the same
