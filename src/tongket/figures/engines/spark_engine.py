"""Spark over Parquet: the same reduction where the facts are more than one machine holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyspark.sql import SparkSession

from tongket.figures.engines.answer import files_asked, no_cells
from tongket.figures.engines.narwhals_reduction import reduced
from tongket.figures.engines.spark_session import session
from tongket.figures.facts.reduction import Cells, Reduction


@dataclass(frozen=True)
class Spark:
    facts: Path
    session: SparkSession

    def reduce(self, reduction: Reduction) -> Cells:
        files = files_asked(self.facts, reduction)
        if not files:
            return no_cells(reduction)
        # A later form may have a dimension more; Spark takes the first file's columns unless told.
        read = self.session.read.option("mergeSchema", "true")
        return reduced(reduction, read.parquet(*(str(file.absolute()) for file in files)))


def open_engine(facts: Path) -> Spark:
    return Spark(facts, session())
