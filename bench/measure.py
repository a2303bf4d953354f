"""Time and peak memory of a command, in a process of its own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ROUNDS = 5


@dataclass(frozen=True)
class Cost:
    """Seconds from start to exit, start-up included, and the most memory it held."""

    seconds: float
    megabytes: float


def run(module: str, *arguments: object, env: Mapping[str, str] | None = None) -> Cost:
    """Run `python -m module arguments` to its end; what it prints is shown only when it fails.

    This process has to stay small: a child is counted with what its parent held when it began.
    """
    started = time.perf_counter()
    command = [sys.executable, "-m", module, *map(str, arguments)]
    child = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, **(env or {})}
    )
    assert child.stdout is not None
    said = child.stdout.read().decode()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if child.returncode:
        sys.exit(f"{' '.join(command)}\n{said}")
    return Cost(seconds, used.ru_maxrss / 1024)


def medians(commands: Mapping[str, Sequence[object]], rounds: int = ROUNDS) -> dict[str, Cost]:
    """The median cost of every command, taken in turns so that a busy moment strikes them all."""
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (module, *arguments) in commands.items():
            found[name].append(run(str(module), *arguments))
    return {
        name: Cost(
            statistics.median(cost.seconds for cost in costs),
            statistics.median(cost.megabytes for cost in costs),
        )
        for name, costs in found.items()
    }
