"""Every one of the eighteen properties is held by a generated test, and the list names them all."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test
from tests.generative.properties import PROPERTIES

HERE = Path(__file__).parent
LISTED = [
    (n, file, test) for n, one in PROPERTIES.items() for file, tests in one.tests.items() for test in tests
]


def test_all_eighteen_are_listed():
    assert sorted(PROPERTIES) == list(range(1, 19))


@pytest.mark.parametrize(("number", "file", "test"), LISTED, ids=[test for _, _, test in LISTED])
def test_a_property_has_its_generated_test(number, file, test):
    found = getattr(import_module(f"tests.generative.test_{file}"), test, None)
    assert found is not None, f"property {number}: {file}.{test} is not there"
    assert is_hypothesis_test(found), f"property {number}: {file}.{test} is not generated"
    assert test.startswith(f"test_{number}_")


def test_no_test_of_a_property_is_left_off_the_list():
    there = {
        (file.stem.removeprefix("test_"), name)
        for file in HERE.glob("test_*.py")
        for name, _ in inspect.getmembers(import_module(f"tests.generative.{file.stem}"), inspect.isfunction)
        if name.removeprefix("test_").partition("_")[0].isdigit()
    }
    assert there == {(file, test) for _, file, test in LISTED}
