"""Every page of the method handbook on every engine; the printed pages current; no method without a page."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest
from tests.spec.handbook.build import HANDBOOK, handbook
from tests.spec.handbook.families import pages
from tests.spec.handbook.inner import INNER

import tongket.figures

PAGES = pages()
EXAMPLES = [
    pytest.param(example, id=f"{family}/{name}-{place}")
    for (family, name), page in PAGES.items()
    for place, example in enumerate(page.examples, start=1)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_page_is_right_on_every_engine(world, example):
    assert example.found(world) == list(example.answers.written)


def test_every_page_has_an_example():
    assert not [place for place, page in PAGES.items() if not page.examples]


def test_the_printed_handbook_is_current():
    wanted = handbook()
    there = {str(path.relative_to(HANDBOOK)): path for path in HANDBOOK.rglob("*.md")}
    stale = sorted(
        place
        for place in wanted.keys() | there.keys()
        if place not in wanted or place not in there or there[place].read_text("utf-8") != wanted[place]
    )
    assert not stale, f"docs/handbook is not current, run `make handbook`: {', '.join(stale)}"


FIGURES = Path(tongket.figures.__file__).parent


def public_functions() -> set[str]:
    """Every function without an underscore that methods and targets define, by its full name."""
    found = set()
    for room in ("methods", "targets"):
        for file in sorted((FIGURES / room).rglob("*.py")):
            name = ".".join(file.relative_to(FIGURES).with_suffix("").parts).removesuffix(".__init__")
            module = import_module(f"tongket.figures.{name}")
            for one, made in inspect.getmembers(module, inspect.isfunction):
                if made.__module__ == module.__name__ and not one.startswith("_"):
                    found.add(f"{name}.{one}")
    return found


def test_every_public_method_has_a_page():
    on_a_page = {
        f"{one.__module__}.{one.__name__}".removeprefix("tongket.figures.")
        for page in PAGES.values()
        for one in page.of
    }
    public = public_functions()
    assert not sorted(public - on_a_page - INNER.keys()), (
        "methods without a page or a place in handbook/inner.py"
    )
    assert not sorted(INNER.keys() & on_a_page | INNER.keys() - public), "no longer inner machinery"
    assert not [page for page in INNER.values() if tuple(page.split("/")) not in PAGES]
