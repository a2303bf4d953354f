"""Where a frame meets an engine: DuckDB (default), Polars, and the plain oracle."""
