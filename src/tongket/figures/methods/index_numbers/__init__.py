"""Index numbers as plain array functions: elementary, bilateral, aggregated up a tree, chained, contributed.

Rows are nodes of a tree, the last axis is time, or year and month. Inside the arrays NaN is the one mark
of a missing value; a function that gives one number gives a `Cause` instead where there is none. Nothing
gives infinity. Levels have 100 in their reference period, relatives are pure ratios.
"""
