"""Scan and group by, nothing else: what any engine has to pay before it can begin."""

import sys

import duckdb

if __name__ == "__main__":
    data, _ = sys.argv[1:]
    question = f"select area, product, period, sum(quantity) from '{data}/returns.parquet' group by all"
    print(duckdb.sql(f"select count(*) from ({question})").fetchall())
