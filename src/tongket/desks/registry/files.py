"""The office's CSV files, line by line; a faulty line is refused by file and number."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NoReturn

from tongket.figures.terms.words import Refusal, Text


class BadLine(Refusal):
    """A line of a file cannot be taken; the sentence names file and line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a CSV file, its values trimmed."""

    file: str
    number: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def refuse(self, sentence: Text) -> NoReturn:
        raise BadLine(
            Text("{file}, dòng {number}: {say}", "{file}, line {number}: {say}").format(
                file=self.file, number=self.number, say=sentence
            )
        )

    def required(self, column: str) -> str:
        if not self[column]:
            self.refuse(Text(f"cột {column} để trống.", f"the column {column} is empty."))
        return self[column]

    def day(self, column: str) -> date:
        try:
            return date.fromisoformat(self.required(column))
        except ValueError:
            self._unlike(column, Text("một ngày dạng 2025-07-01", "a day such as 2025-07-01"))

    def day_or_none(self, column: str) -> date | None:
        return self.day(column) if self[column] else None

    def yes(self, column: str) -> bool:
        if self[column] not in ("yes", "no"):
            self._unlike(column, Text("yes hoặc no", "yes or no"))
        return self[column] == "yes"

    def number_or_none(self, column: str) -> Decimal | None:
        try:
            return Decimal(self[column]) if self[column] else None
        except InvalidOperation:
            self._unlike(column, Text("một số dạng 0.25", "a number such as 0.25"))

    def one_of(self, column: str, legal: tuple[str, ...]) -> str:
        if self[column] not in legal:
            self._unlike(column, Text.same(", ".join(legal)))
        return self[column]

    def _unlike(self, column: str, legal: Text) -> NoReturn:
        self.refuse(
            Text(
                "cột {column} ghi “{found}”; cần {legal}.",
                "the column {column} has “{found}”; it takes {legal}.",
            ).format(column=column, found=self[column], legal=legal)
        )


def read_lines(path: Path, columns: tuple[str, ...]) -> list[Line]:
    """Every line of the file; raises `BadLine` where the file or one of its columns is missing."""
    if not path.is_file():
        raise BadLine(
            Text(
                "Không thấy tệp {path}. Thư mục của cơ quan cần tệp này, với các cột: {columns}.",
                "There is no file {path}. The office's folder needs it, with the columns: {columns}.",
            ).format(path=path, columns=", ".join(columns))
        )
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, restval="")
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            Line(path.name, 1, {}).refuse(
                Text(
                    "thiếu cột {missing}. Cần các cột: {columns}.",
                    "the column {missing} is missing. It needs: {columns}.",
                ).format(missing=", ".join(missing), columns=", ".join(columns))
            )
        # line_num counts the lines of the file, so a quoted field of several lines keeps the count right
        return [
            Line(path.name, reader.line_num, {column: row[column].strip() for column in columns})
            for row in reader
        ]
