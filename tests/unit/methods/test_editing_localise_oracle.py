"""Error localisation against trying every set of fields, in exact arithmetic."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.figures.methods.editing.feasible import Row, feasible
from tongket.figures.methods.editing.localise import Edit, Field, localise
from tongket.figures.terms.figure import Cause

CODES = ("a", "b", "c", "d")
COEFFICIENTS = st.fixed_dictionaries(dict.fromkeys(CODES, st.integers(-2, 2).map(Decimal)))
EDITS = st.lists(
    st.builds(Edit, COEFFICIENTS, st.sampled_from(["<=", "<=", "="]), st.integers(-9, 9).map(Decimal)),
    max_size=4,
)
FIELDS = st.tuples(*(st.tuples(st.none() | st.integers(-9, 9), st.integers(1, 3)) for _ in CODES))


def satisfiable(values, edits, free):
    rows = []
    for edit in edits:
        held = sum(Fraction(c) * values[code] for code, c in edit.coefficients.items() if code not in free)
        open_ = {code: Fraction(c) for code, c in edit.coefficients.items() if c and code in free}
        rows.append(Row(open_, Fraction(edit.bound) - held, edit.relation == "="))
    return feasible(rows)


def cheapest(fields, edits):
    """Every set of the least weight that no smaller cheapest set is part of."""
    values = {f.code: Fraction(f.value or 0) for f in fields}
    weight = {f.code: f.weight for f in fields if f.value is not None}
    blank = {f.code for f in fields if f.value is None}
    found: dict[frozenset[str], Decimal] = {}
    for size in range(len(weight) + 1):
        for chosen in combinations(weight, size):
            if satisfiable(values, edits, blank | set(chosen)):
                found[frozenset(chosen)] = sum((weight[code] for code in chosen), Decimal(0))
    least = min(found.values(), default=None)
    return least, {chosen for chosen, cost in found.items() if cost == least}


@settings(max_examples=40, deadline=None)
@given(FIELDS, EDITS)
def test_the_cheapest_sets_are_found_all_of_them_and_no_other(numbers, edits):
    fields = [
        Field(code, None if value is None else Decimal(value), Decimal(weight))
        for code, (value, weight) in zip(CODES, numbers, strict=True)
    ]
    found = localise(fields, edits, most=20)
    least, sets = cheapest(fields, edits)
    if least is None:
        assert found is Cause.UNDEFINED
    else:
        assert (found.weight, set(found.solutions)) == (least, sets)
