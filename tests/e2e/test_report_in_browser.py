"""The report in a real browser, opened as a file, as its reader opens it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import sync_playwright

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(results: Path) -> Iterator[tuple[Any, list[str], list[str]]]:
    """The opened page, the addresses it asked for, and what it complained of."""
    browser_path = shutil.which("chromium")
    if browser_path is None:
        pytest.skip("Chromium is not installed")
    asked: list[str] = []
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.on("request", lambda request: asked.append(request.url))
        opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.goto((results / "report.html").as_uri(), wait_until="load")
        yield opened, asked, complaints
        browser.close()


def test_it_asks_nothing_of_the_network(page: tuple[Any, list[str], list[str]]) -> None:
    """The only address it asks for is its own file; all else is inside it."""
    opened, asked, complaints = page
    assert [url[:80] for url in asked if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == 1
    assert complaints == []
    assert opened.title()


def test_contents_lead_somewhere(page: tuple[Any, list[str], list[str]]) -> None:
    """Every link within the page has a target, and there is a table of contents of several sections."""
    opened, *_ = page
    targets = opened.eval_on_selector_all("a[href^='#']", "links => links.map(l => l.getAttribute('href').slice(1))")
    assert len(set(targets)) >= 5
    missing = [target for target in targets if opened.locator(f"[id='{target}']").count() != 1]
    assert missing == []
    links = opened.eval_on_selector_all("a[href]", "links => links.map(l => l.getAttribute('href'))")
    assert [link for link in links if link.startswith(("http:", "//", "/"))] == []


def test_images_are_inside_and_drawn(page: tuple[Any, list[str], list[str]]) -> None:
    """Every picture is inline, has a size, and is described for who cannot see it."""
    opened, *_ = page
    pictures = opened.eval_on_selector_all(
        "img", "all => all.map(i => [i.getAttribute('src').slice(0, 5), i.complete ? i.naturalWidth : 1, i.alt])"
    )
    drawn = opened.locator("svg").count()
    assert len(pictures) + drawn >= 5
    assert [p for p in pictures if p[0] != "data:" or p[1] == 0 or not p[2]] == []


@pytest.mark.parametrize("width", [1366, 800, 390])
def test_it_fits_the_page(page: tuple[Any, list[str], list[str]], width: int) -> None:
    """Nothing makes the page wider than the window."""
    opened, *_ = page
    opened.set_viewport_size({"width": width, "height": 900})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
