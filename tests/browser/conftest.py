"""A real browser before the real office. Where no browser is found, the run says loudly what it skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.desks.site.opening import opened

opened()

from playwright.sync_api import Browser, Error, Page, expect, sync_playwright  # noqa: E402
from tests.browser.serving import Served, served  # noqa: E402
from tests.desks.stores import connected, fresh_sqlite  # noqa: E402

expect.set_options(timeout=30_000)  # a password is hashed slowly on purpose, more so on a busy machine

NAMES = ("chromium", "chromium-browser", "google-chrome")
OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("NO BROWSER WAS FOUND, so no page was tried in one. `make chromium` installs it.")
    # The browser is driven by an event loop in this thread, where Django would refuse its database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--force-prefers-reduced-motion"]
        yield playwright.chromium.launch(executable_path=found, args=arguments)
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, django_db_blocker) -> Iterator[Served]:
    """The office with a fresh store and the cast in it, one for each module of tests."""
    address = fresh_sqlite(tmp_path_factory.mktemp("served"))
    with connected(address), django_db_blocker.unblock(), served() as office:
        yield office


@pytest.fixture
def open_page(browser: Browser, site: Served) -> Iterator[OpenPage]:
    """`open_page("clerk", "/", lang="en", width=320)`: a page in a browser of that person's own.

    With no name nobody has signed in. A script that fails or is refused by the content policy fails the test.
    """
    contexts, faults = [], []

    def opening(name: str | None, path: str = "/", *, lang: str = "vi", width: int = 1280) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, base_url=site.url)
        contexts.append(context)
        cookies = {"tongket_lang": lang}
        if name is not None:
            cookies |= {key: morsel.value for key, morsel in site.session_of(name).items()} | cookies
        context.add_cookies(
            [{"name": key, "value": value, "url": site.url} for key, value in cookies.items()]
        )
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda said: _refused(said.text) and faults.append(said.text))
        page.goto(path)
        return page

    yield opening
    for context in contexts:
        try:
            context.close()
        except Error:
            faults.append("the browser did not close its page")
    assert not faults, faults


def _refused(text: str) -> bool:
    return "Content Security Policy" in text or "Uncaught" in text


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pictures")
