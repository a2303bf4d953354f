"""Every vector compared with ours: to all digits published, and none left unused."""

import pytest
from tests.known.vectors import MOST, agreement, comparisons, vectors

COMPARISONS = comparisons()


@pytest.mark.parametrize("one", COMPARISONS, ids=lambda one: f"{one.vector}: {one.what.en}")
def test_a_vector_agrees_to_every_digit_published(one):
    found = agreement(one)
    if one.within is None:
        wanted = None if one.decimals is None else min(one.decimals, MOST)
        assert found.decimals == wanted, found
    else:
        assert found.farthest <= one.within.tolerance, found


def test_no_vector_is_unused():
    assert not sorted(vectors().keys() - {one.vector for one in COMPARISONS})
    for one in COMPARISONS:
        list(one.pairs())
    unread = {name: sorted(vector.unread) for name, vector in vectors().items() if vector.unread}
    assert not unread, "entries of vectors that no comparison reads"


def test_ten_more_than_the_vectors_are_known():
    assert len({one.vector for one in COMPARISONS if one.vector.startswith("P-")}) >= 10
