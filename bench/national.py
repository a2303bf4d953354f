"""The national index: Tongket beside pandas, Polars, hand-written SQL, and a mere scan and group by."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import results
from bench.measure import ROUNDS, Cost, medians, run

ENGINES = ("arrays", "duckdb", "polars")
PEERS = {
    "hand-written DuckDB SQL": "bench.peers.by_duckdb",
    "Polars": "bench.peers.by_polars",
    "pandas": "bench.peers.by_pandas",
}
FLOOR = "DuckDB floor: scan and group by"
OURS = "Tongket"
# Ratios to be at or under, of Tongket's time to the other's, and of its memory to the SQL's.
TARGETS = {"hand-written DuckDB SQL": 0.75, FLOOR: 3.0, "pandas": 0.25}
MEMORY_TARGET = 1.1
ORACLE_ROWS = 100_000  # the oracle is slow; the engines are compared with each other on all rows


def bench(rows: int) -> None:
    """Make the data, see that all agree, then take the time of each in turn."""
    with tempfile.TemporaryDirectory(prefix="tongket-bench-") as folder:
        whole, gaps, out = (Path(folder) / name for name in ("whole", "gaps", "out"))
        run("bench.generate", whole, rows)
        run("bench.generate", gaps, rows, "--gaps")
        _check(whole, gaps, out)
        costs = medians(
            {
                OURS: ("tongket", "national", whole, out / "ours"),
                f"{OURS}, data with gaps": ("tongket", "national", gaps, out / "gaps"),
                **{name: (module, whole, out / "peer") for name, module in PEERS.items()},
                FLOOR: ("bench.peers.floor", whole, out),
            }
        )
        results.write(f"National index, {rows:.0e} returns".replace("e+0", "e"), _lines(costs, rows))


def bench_largest(rows: int, smaller: int) -> None:
    """Tongket alone on many returns, against itself on fewer: whether the line stays straight."""
    with tempfile.TemporaryDirectory(prefix="tongket-bench-") as folder:
        for size in (rows, smaller):
            run("bench.generate", Path(folder) / str(size), size, "--gaps")
        costs = medians(
            {
                size: ("tongket", "national", Path(folder) / str(size), Path(folder) / "out")
                for size in map(str, (rows, smaller))
            },
            rounds=3,
        )
    large, small = costs[str(rows)], costs[str(smaller)]
    slope = (large.seconds / rows) / (small.seconds / smaller)
    lines = results.table(
        ["returns, with gaps", "seconds", "million returns/s", "peak MB"],
        [_row(f"{size:.0e}", costs[str(size)], size) for size in (smaller, rows)],
    )
    verdict = [
        "",
        f"Time per return {slope:.2f} × that of the smaller file (target ≤ 1.1); "
        f"peak {large.megabytes / 1024:.1f} GiB (target < 6). Median of three.",
    ]
    results.write(f"National index, {rows:.0e} returns".replace("e+0", "e"), lines + verdict)


def _check(whole: Path, gaps: Path, out: Path) -> None:
    """Without gaps all tools give the same; with gaps all engines do, and the plain oracle."""
    run("tongket", "national", whole, out / "ours")
    for name, module in PEERS.items():
        run(module, whole, out / name)
        run("bench.agree", out / "ours", out / name)
    for engine in ENGINES:
        run("tongket", "national", gaps, out / engine, "--engine", engine)
    small = out / "small"
    run("bench.generate", small, ORACLE_ROWS, "--gaps")
    run("bench.peers.plain", small, out / "plain")
    run("tongket", "national", small, out / "of small")
    run("bench.agree", out / "of small", out / "plain")
    for other in ENGINES[1:]:
        run("bench.agree", out / ENGINES[0], out / other)


def _lines(costs: dict[str, Cost], rows: int) -> list[str]:
    ours, sql = costs[OURS], costs["hand-written DuckDB SQL"]
    table = results.table(
        ["whole process", "seconds", "million returns/s", "peak MB", "Tongket's time is"],
        [[*_row(name, cost, rows), f"{ours.seconds / cost.seconds:.2f} ×"] for name, cost in costs.items()],
    )
    held = [
        f"- {ours.seconds / costs[name].seconds:.2f} × {name} (target ≤ {target})"
        for name, target in TARGETS.items()
    ]
    memory = f"- peak memory {ours.megabytes / sql.megabytes:.2f} × the SQL's (target ≤ {MEMORY_TARGET})"
    return [
        *table,
        "",
        "Tongket fills gaps as piar does and gives contributions at six levels; the others do neither. All",
        "gave the same index and contributions of the areas to 1e-9 before time was taken, and with gaps so",
        f"did three engines, and the plain oracle on 1e5 returns. Median of {ROUNDS}, in turns.",
        "",
        *held,
        memory,
    ]


def _row(name: str, cost: Cost, rows: int) -> list[str]:
    return [name, f"{cost.seconds:.2f}", f"{rows / cost.seconds / 1e6:.2f}", f"{cost.megabytes:.0f}"]
