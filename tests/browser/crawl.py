"""Walks through the whole house by its links, and looks at every page it finds."""

from collections import Counter, deque
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page
from werkzeug.exceptions import NotFound

from tests.browser.axe import violations
from tests.browser.browser import NARROW
from tests.browser.house import House

WIDE, HEIGHT = 1280, 900
FILES = (".pdf", ".csv", ".ics")
"""What a browser keeps instead of showing; it is there, and nothing of it can be looked at here."""
EXAMPLES = {"cases.show": 4, "consents.show": 4, "journal.entry": 2}
"""Pages that differ much by what they are about; of the others one is looked at."""
_LINKS = "[...document.querySelectorAll('a[href]')].map((link) => link.href)"
_SHAPE = """() => ({
  headings: document.querySelectorAll("h1").length,
  title: document.title,
  language: document.documentElement.lang,
  height: document.documentElement.scrollHeight,
})"""
_MAIN = """() => {
  const main = document.querySelector("main").cloneNode(true);
  main.querySelectorAll("input[type=hidden]").forEach((field) => field.remove());
  return main.innerHTML;
}"""
_TOO_WIDE = f"""[...document.querySelectorAll("body *")]
  .filter((node) => node.getBoundingClientRect().right > {NARROW + 1})
  .slice(0, 3).map((node) => node.outerHTML.slice(0, 120))"""


def walk(page: Page, house: House, look: Callable[[Page], Iterator[str]]) -> tuple[list[str], list[str]]:
    """Follow every link from the front page on. Gives the kinds of pages seen, and what was wrong with them.

    What has stood before another reader word by word is not looked at again; what is around it, once for each reader.
    """
    seen: Counter[str] = Counter()
    faults: list[str] = []
    ways, known = deque([(house.address + "/", "")]), {house.address + "/"}

    def new(page: Page) -> Iterator[str]:
        words = page.evaluate(_MAIN)
        if seen.total() == 1 or words not in house.looked_at:
            house.looked_at.add(words)
            yield from look(page)

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
        faults += [f"{urlsplit(url).path} ({kind}): {fault}" for fault in visit(page, url, new)]
        for link in [] if urlsplit(url).path.endswith(FILES) else page.evaluate(_LINKS):
            way = urljoin(url, link).partition("#")[0]
            if way not in known:
                known.add(way)
                ways.append((way, url))
    return sorted(seen), faults


def visit(page: Page, url: str, look: Callable[[Page], Iterator[str]]) -> Iterator[str]:
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
    yield from look(page)


def faults_of(page: Page, names: tuple[str, ...] = ()) -> Iterator[str]:
    """What is wrong with a page: by axe, by its shape, by the name of a person in its title, on a narrow screen."""
    shape = page.evaluate(_SHAPE)
    if shape["headings"] != 1:
        yield f"{shape['headings']} headings of the first level"
    if any(name in shape["title"] for name in names):
        yield f"a person's name in the title {shape['title']!r}"
    page.set_viewport_size({"width": WIDE, "height": max(HEIGHT, shape["height"])})
    yield from violations(page)
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROW:
        yield f"{width} px wide at {NARROW}: {page.evaluate(_TOO_WIDE)}"
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
