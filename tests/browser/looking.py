"""What is asked of every page that a browser shows: nobody is shut out, nothing hangs over the edge."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"
_OVER = """() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  const over = [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > edge + 1 && !one.closest('.table-scroll'))
    .map(one => one.outerHTML.slice(0, 120));
  return over.length ? over : [`${document.documentElement.scrollWidth} of ${edge}`];
}"""


def axe(page: Page) -> None:
    """No violation of WCAG 2.2 AA or of good practice, by axe-core; the failure says rule and element."""
    page.evaluate(AXE)
    found = page.evaluate(_RUN, RULES)["violations"]
    told = [f"{one['id']} ({one['help']}): {node['html'][:200]}" for one in found for node in one["nodes"]]
    assert not told, "\n".join([page.url, *told])


def fits(page: Page) -> None:
    """Nothing is wider than the page; tables scroll in a frame of their own."""
    over = page.evaluate(_OVER)
    assert not over, "\n".join([page.url, *over])


def picture(page: Page, name: str, folder: Path) -> Path:
    """The whole page as a PNG in the folder, or in TONGKET_PICTURES where somebody wants to look."""
    path = Path(os.environ.get("TONGKET_PICTURES") or folder) / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, full_page=True)
    return path
