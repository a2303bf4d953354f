"""`bench/RESULTS.md`: a section a bench, each rewritten by its own run."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
HEAD = """# What the work costs

Written by `make bench`; every section says when and where it was measured. Ratios hold within one run,
seconds are that machine's. How each is measured stands in the files of this folder. Data are synthetic.
"""
LIBRARIES = ("duckdb", "narwhals", "numpy", "pandas", "polars", "pyarrow", "pyspark", "python-calamine")


def write(title: str, lines: Sequence[str]) -> None:
    """Print a section and put it in place of the one of the same title."""
    body = "\n".join([*lines, "", _where()])
    print(f"## {title}\n\n{body}\n", flush=True)
    sections = _sections() | {title: body}
    text = [HEAD, *(f"## {name}\n\n{sections[name]}\n" for name in sorted(sections))]
    RESULTS.write_text("\n".join(text), encoding="utf-8")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    rule = ["---", *("---:" for _ in heads[1:])]
    return [f"| {' | '.join(row)} |" for row in (heads, rule, *rows)]


def _sections() -> dict[str, str]:
    if not RESULTS.exists():
        return {}
    parts = RESULTS.read_text(encoding="utf-8").split("\n## ")[1:]
    return {title: body.strip() for title, body in (part.split("\n\n", 1) for part in parts)}


def _where() -> str:
    cores, load = os.cpu_count(), os.getloadavg()[0]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    names = ", ".join(f"{name} {found}" for name in LIBRARIES if (found := _version(name)))
    return (
        f"*{date.today()}; {cores} cores ({platform.machine()}), {memory:.0f} GiB, "
        f"Python {platform.python_version()}, {names}; load {load:.1f} at the end.*"
    )


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
