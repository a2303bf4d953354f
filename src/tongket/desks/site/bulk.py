"""Many rows at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection, models

ToDatabase = Callable[[Any], Any]


def insert_many(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows given as values of `columns`, which must name every column without a database default.

    `bulk_create` makes an object of each row and compiles each value into its statement; this takes a
    quarter of its time, with the fields' own preparation of values. Call it inside a transaction.
    """
    fields = [model._meta.get_field(column) for column in columns]
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    marks = ", ".join("%s" for _ in fields)
    prepare = [_preparation(field) for field in fields]
    values = [[to_db(value) for to_db, value in zip(prepare, row, strict=True)] for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})", values)


def _preparation(field: models.Field) -> ToDatabase:
    """The field's preparation of a value, done once for each different value: most columns have few."""
    done: dict[Any, Any] = {}

    def to_db(value: Any) -> Any:
        known = tuple(value.items()) if isinstance(value, dict) else value  # a dictionary has no hash
        if known not in done:
            done[known] = field.get_db_prep_save(value, connection)
        return done[known]

    return to_db
