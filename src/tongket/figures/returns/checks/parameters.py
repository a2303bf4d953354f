"""The parameters a check is given in the catalogue, read strictly."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from tongket.figures.returns.form import CheckSpec, Dimension, FormTable, Measure
from tongket.figures.terms.words import Refusal, Text


class BadCheck(Refusal):
    """A form names a check that does not exist, or gives it parameters it cannot use."""


class Parameters:
    """Hands out the parameters by name; `finish` refuses those nobody asked for."""

    def __init__(self, spec: CheckSpec, table: FormTable) -> None:
        self._spec = spec
        self._table = table
        self._known: set[str] = set()

    def measure(self, name: str) -> Measure:
        return self._measure(name, self._take(name))

    def measures(self, name: str) -> tuple[Measure, ...]:
        codes = self._take(name)
        if not isinstance(codes, list | tuple) or len(codes) < 2:
            raise self._refusal(name, codes, Text("ít nhất hai chỉ tiêu", "at least two measures"))
        return tuple(self._measure(name, code) for code in codes)

    def dimension(self, name: str, kind: str) -> Dimension:
        """A dimension of that kind (`date`, or `code` with a code list)."""
        code = self._take(name)
        legal = [d for d in self._table.dimensions if d.kind == kind and (kind == "date" or d.codelist)]
        for dimension in legal:
            if dimension.code == code:
                return dimension
        raise self._refusal(name, code, _one_of([d.code for d in legal]))

    def number(self, name: str, default: Decimal | None = None) -> Decimal:
        if name not in self._spec.parameters and default is not None:
            self._known.add(name)
            return default
        found = self._take(name)
        try:
            number = Decimal(str(found))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or number < 0:
            raise self._refusal(name, found, Text("một số không âm", "a number, not negative"))
        return number

    def finish(self) -> None:
        for name, value in self._spec.parameters.items():
            if name not in self._known:
                raise self._refusal(name, value, _one_of(sorted(self._known)))

    def refuse(self, name: str, expected: Text) -> BadCheck:
        return self._refusal(name, self._spec.parameters.get(name), expected)

    def _take(self, name: str) -> object:
        self._known.add(name)
        return self._spec.parameters.get(name)

    def _measure(self, name: str, code: object) -> Measure:
        for measure in self._table.measures:
            if measure.code == code:
                return measure
        raise self._refusal(name, code, _one_of([m.code for m in self._table.measures]))

    def _refusal(self, name: str, found: object, expected: Text) -> BadCheck:
        return BadCheck(
            Text(
                "Bảng {table}, kiểm tra {check} ({kind}): tham số “{name}” là “{found}”, cần {expected}. "
                "Hãy sửa tệp biểu mẫu trong danh mục.",
                "Table {table}, check {check} ({kind}): the parameter “{name}” is “{found}”, expected "
                "{expected}. Please correct the form's file in the catalogue.",
            ).format(
                table=self._table.code,
                check=self._spec.code,
                kind=self._spec.kind,
                name=name,
                found="—" if found is None else found,
                expected=expected,
            )
        )


def _one_of(codes: list[str]) -> Text:
    legal = ", ".join(codes) or "—"
    return Text(f"một trong: {legal}", f"one of: {legal}")
