"""Promises about the pages: each is marked, each permission is used, each word is told in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desks.site.opening import opened

opened()

from django.template import Template  # noqa: E402
from django.template.base import Lexer, TokenType  # noqa: E402
from django.urls import URLPattern, get_resolver  # noqa: E402

from tongket.desks.filing.reach import REVIEWS  # noqa: E402
from tongket.desks.people.roles import matrix  # noqa: E402
from tongket.desks.site.access import door_of  # noqa: E402
from tongket.desks.site.doors import foreign_doors  # noqa: E402

ROOT = Path(__file__).parents[2]
DESKS = ROOT / "src" / "tongket" / "desks"
TEMPLATES = sorted(
    path for path in DESKS.glob("*/templates/**/*.html") if "papers" not in path.relative_to(DESKS).parts[:1]
)
# Functions of the matrix whose pages are not built. Whoever builds one takes its line out.
NOT_BUILT = {
    "catalogue.read",
    "catalogue.edit",
    "ledger.read",
    "ledger.compile",
    "ledger.sign",
    "planning.read",
    "planning.edit",
    "reporting.read",
    "reporting.write",
    "reporting.sign",
}


def patterns(entries: list, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in entries:
        if isinstance(entry, URLPattern):
            yield prefix + (entry.name or ""), entry
        else:
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from patterns(entry.url_patterns, inner)


OURS = [
    (name, pattern)
    for name, pattern in patterns(get_resolver().url_patterns)
    if pattern.callback.__module__.startswith("tongket.")
]


@pytest.mark.parametrize(("name", "pattern"), OURS, ids=[name for name, _ in OURS])
def test_every_view_names_a_permission_of_the_matrix_or_says_why_not(name, pattern):
    door = door_of(pattern.callback)
    assert door is not None, f"{name}: mark it with needs, signed_in or public"
    assert door.actions() or door.reason
    assert set(door.actions()) <= matrix().functions.keys()
    assert pattern.callback.__doc__ or door.reason


def test_what_is_opened_of_other_packages_exists_and_says_why():
    names = {name for name, _ in patterns(get_resolver().url_patterns)}
    for name, door in foreign_doors().items():
        assert name in names, name
        assert door.reason


def test_every_permission_is_used_by_a_page_or_listed_as_not_built():
    source = "\n".join(path.read_text(encoding="utf-8") for path in DESKS.rglob("*.py"))
    used = {action for _, pattern in OURS for action in door_of(pattern.callback).actions()}
    used |= set(re.findall(r'\b(?:may|require|scope|who_may)\(\s*"([a-z_.]+)"', source))
    used |= set(REVIEWS.values())
    assert used.isdisjoint(NOT_BUILT), "it is used now: take it out of NOT_BUILT"
    assert used | NOT_BUILT == matrix().functions.keys()


def test_every_function_is_granted_to_somebody_and_every_role_may_enter():
    granted = {action for role in matrix().roles.values() for action in role.may}
    assert granted == matrix().functions.keys()
    assert all("office.enter" in role.may for role in matrix().roles.values())


def bare_words(path: Path) -> list[str]:
    """Letters that stand in a template outside tags: words of one language only."""
    source = re.sub(
        r"{%\s*comment\s*%}.*?{%\s*endcomment\s*%}", "", path.read_text(encoding="utf-8"), flags=re.S
    )
    texts = [token.contents for token in Lexer(source).tokenize() if token.token_type == TokenType.TEXT]
    html = re.sub(r"<(script|style)\b.*?</\1>", "", "\x00".join(texts), flags=re.S)
    shown = re.findall(r'\b(?:title|alt|placeholder|aria-label)="([^"\x00]*[^\W\d_][^"\x00]*)"', html)
    html = re.sub(r"<!--.*?-->|<[^>]*>|&\w+;", " ", html, flags=re.S)
    return [*shown, *re.findall(r"[^\W\d_]{2,}", html.replace("Tổng kết", ""))]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: "/".join(path.relative_to(DESKS).parts[2:]))
def test_every_word_of_a_template_is_told_in_both_languages(path):
    assert bare_words(path) == []
    Template(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: "/".join(path.relative_to(DESKS).parts[2:]))
def test_every_page_has_a_title_and_no_style_or_script_of_its_own(path):
    source = path.read_text(encoding="utf-8")
    if source.startswith('{% extends "site/base.html" %}') and "allauth" not in path.parts:
        assert "{% block title %}" in source
        assert source.count("<h1") + source.count("head.html") >= 1
    assert not re.search(r'\sstyle="|\son\w+="|<script>|javascript:', source)


def test_every_setting_is_documented_and_every_documented_one_is_read():
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"`(TONGKET_\w+|DATABASE_URL)`", page))
    read = set()
    for path in (ROOT / "src").rglob("*.py"):
        read |= set(re.findall(r'"(TONGKET_[A-Z_]+|DATABASE_URL)"', path.read_text(encoding="utf-8")))
    assert documented == read
    codes = set(
        re.findall(r'"(site\.E\d+)"', "\n".join(p.read_text() for p in (DESKS / "site").glob("*.py")))
    )
    assert codes == set(re.findall(r"site\.E\d+", page))
