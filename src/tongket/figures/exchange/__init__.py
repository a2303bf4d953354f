"""Workbooks, CSV, Parquet and the catalogue's files, in and out."""
