"""Walks through the whole house by its links, and looks at every page it finds."""

from collections import Counter, deque
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page
from werkzeug.exceptions import NotFound

from tests.browser.axe import violations
from tests.browser.browser import NARROW
from tests.browser.house import House
from tests.browser.shape import shape_of

WIDE, HEIGHT = 1280, 900
FILES = (".pdf", ".csv", ".ics", ".json")
"""What a browser keeps instead of showing; it is there, and nothing of it can be looked at here."""
EXAMPLES = {"cases.show": 4, "consents.show": 4, "journal.entry": 2}
"""Pages that differ much by what they are about; of the others one is looked at."""
_LINKS = "[...document.querySelectorAll('a[href]')].map((link) => link.href)"
_MAIN = """() => {
  const main = document.querySelector("main").cloneNode(true);
  main.querySelectorAll("input[type=hidden]").forEach((field) => field.remove());
  return main.innerHTML;
}"""
_TOO_WIDE = f"""[...document.querySelectorAll("body *")]
  .filter((node) => node.getBoundingClientRect().right > {NARROW + 1})
  .slice(0, 3).map((node) => node.outerHTML.slice(0, 120))"""


def walk(page: Page, house: House) -> tuple[list[str], list[str]]:
    """Follow every link from the front page on. Gives the kinds of pages seen, and what was wrong with them.

    What has stood before another reader word by word is not looked at again, and axe looks once at what is built alike;
    at what is around it, both look once for each reader.
    """
    seen: Counter[str] = Counter()
    faults: list[str] = []
    ways, known = deque([(house.address + "/", "")]), {house.address + "/"}
    while ways:
        url, source = ways.popleft()
        try:
            kind = house.kind_of_page(url)
        except NotFound:
            faults.append(f"{source} leads nowhere: {url}")
            continue
        if kind is None or seen[kind] >= EXAMPLES.get(kind, 1):
            continue
        seen[kind] += 1
        faults += [
            f"{urlsplit(url).path} ({kind}): {fault}" for fault in visit(page, url, house, is_first=len(known) == 1)
        ]
        for link in [] if urlsplit(url).path.endswith(FILES) else page.evaluate(_LINKS):
            way = urljoin(url, link).partition("#")[0]
            if way not in known:
                known.add(way)
                ways.append((way, url))
    return sorted(seen), faults


def visit(page: Page, url: str, house: House, *, is_first: bool) -> Iterator[str]:
    """Go there, and look; a file is only asked for."""
    if urlsplit(url).path.endswith(FILES):
        answer = page.request.get(url)
        if answer.status != 200:
            yield f"answered {answer.status}"
        return
    response = page.goto(url)
    if response is None or response.status != 200:
        yield f"answered {response and response.status}"
        return
    if house.is_new(page.evaluate(_MAIN)) or is_first:
        yield from faults_of(page, house.names)
        if house.is_new(shape_of(page)) or is_first:
            yield from unfit(page)
        yield from too_wide(page)


def faults_of(page: Page, names: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with a page by itself: its headings, the name of a person in its title."""
    headings, title = page.evaluate("[document.querySelectorAll('h1').length, document.title]")
    if headings != 1:
        yield f"{headings} headings of the first level"
    if any(name in title for name in names):
        yield f"a person's name in the title {title!r}"


def unfit(page: Page) -> Iterator[str]:
    """What is wrong by axe, in a window as high as the page."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": WIDE, "height": max(HEIGHT, height)})
    yield from violations(page)


def too_wide(page: Page) -> Iterator[str]:
    """What is wrong on a narrow screen."""
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROW:
        yield f"{width} px wide at {NARROW}: {page.evaluate(_TOO_WIDE)}"
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
