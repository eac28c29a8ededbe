"""What every page must be, whoever asks for it: well-formed, labelled, quiet about secrets, without inline scripts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from tests.page_tree import Node, read_page

_NAMED_BY_ITSELF: Final = frozenset({"hidden", "submit", "button", "reset", "image"})
_REFERENCES: Final = frozenset(
    {"aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "popovertarget", "list"}
)


class BadPageError(AssertionError):
    """A page that no reader should be given; the message lists every fault."""


def criticise(html: str, headers: Mapping[str, str], canaries: Iterable[str] = (), names: Iterable[str] = ()) -> Node:
    """Give the page's tree, or raise BadPageError with all its faults (MalformedPageError if it cannot be read).

    ``canaries`` may stand nowhere on the page, ``names`` of people not in its title: windows are seen over shoulders.
    """
    page = read_page(html)
    faults = [fault for critic in CRITICS for fault in critic(page)]
    faults += list(_headers(headers))
    faults += [f"the page holds {canary!r}, which must not be seen here" for canary in canaries if canary in html]
    title = page.first("title")
    faults += [f"the title names {name!r}" for name in names if title and name in title.text]
    if faults:
        raise BadPageError("\n".join(faults))
    return page


def _document(page: Node) -> Iterator[str]:
    html, title = page.first("html"), page.first("title", when=lambda node: node.inside("svg") is None)
    if html is None or not html.get("lang"):
        yield "the page has no language"
    if title is None or not title.text:
        yield "the page has no title"
    if (count := len(page.all("h1"))) != 1:
        yield f"the page has {count} h1 headings instead of one"
    if (count := len(page.all("main"))) != 1:
        yield f"the page has {count} main parts instead of one"


def _ids(page: Node) -> Iterator[str]:
    for name, count in page.ids.items():
        if count > 1 or not name:
            yield f"the id {name!r} is there {count} times"


def _references(page: Node) -> Iterator[str]:
    pointing = (node for node in page.within if not _REFERENCES.isdisjoint(node.attributes))
    for node in pointing:
        for reference in sorted(_REFERENCES):
            for name in node.get(reference).split():
                if name not in page.ids:
                    yield f"{reference}={name!r} of a <{node.tag}> leads nowhere"


def _leads(page: Node) -> Iterator[str]:
    for label in page.all("label"):
        if label.get("for") not in page.ids:
            yield f"the label {label.text!r} belongs to no control"
    for link in page.all("a", when=lambda node: any("error-summary" in around.words for around in node.around())):
        if link.get("href").removeprefix("#") not in page.ids:
            yield f"the error {link.text!r} leads to no field"


def _labels(page: Node) -> Iterator[str]:
    labelled = {node.get("for") for node in page.all("label") if node.text}
    for node in page.all("input", "select", "textarea", "progress"):
        is_named = node.get("id") in labelled or node.get("aria-label") or node.get("aria-labelledby")
        if node.get("type") not in _NAMED_BY_ITSELF and not is_named:
            yield f"the <{node.tag}> {node.get('name')!r} has no label"
    for node in page.all("button", "a"):
        if not (node.text or node.get("aria-label")):
            yield f"a <{node.tag}> to {node.get('href')!r} has no words"


def _groups(page: Node) -> Iterator[str]:
    for node in page.all("fieldset"):
        if (legend := node.first("legend")) is None or not legend.text:
            yield "a fieldset has no legend"
    for node in page.all("input", when=lambda node: node.get("type") == "radio"):
        if not any(around.tag == "fieldset" or around.get("role") == "radiogroup" for around in node.around()):
            yield f"the radio button {node.get('name')!r} stands in no group"


def _pictures(page: Node) -> Iterator[str]:
    for node in page.all("img"):
        if not node.has("alt"):
            yield f"the picture {node.get('src')!r} has no alt"
    for node in page.all("svg"):
        if not (node.get("aria-hidden") == "true" or (node.get("role") == "img" and node.get("aria-labelledby"))):
            yield "a drawing is neither hidden nor named"


def _inline(page: Node) -> Iterator[str]:
    for node in page.within:
        if node.tag == "style" or node.has("style"):
            yield f"a <{node.tag}> is styled inline"
        if node.tag == "script" and (node.raw_text.strip() or not node.get("src")):
            yield "a script stands in the page"
        for name in node.attributes:
            if name.startswith("on"):
                yield f"a <{node.tag}> has an inline {name}"
        if node.has("href") and node.get("href").strip().lower().startswith("javascript:"):
            yield "a link runs a script"


def _forms(page: Node) -> Iterator[str]:
    for form in page.all("form"):
        names = {node.get("name") for node in form.all("input")}
        if form.get("method").lower() == "post" and not any(name.endswith("csrf_token") for name in names):
            yield f"the form to {form.get('action')!r} has no CSRF token"
        if form.inside("form") is not None:
            yield "a form stands in a form"


def _headers(headers: Mapping[str, str]) -> Iterator[str]:
    policy = headers.get("Content-Security-Policy", "")
    if not policy:
        yield "the answer has no Content-Security-Policy"
    elif "unsafe" in policy:
        yield "the Content-Security-Policy allows what is unsafe"
    if "no-store" not in headers.get("Cache-Control", ""):
        yield "the answer may be stored: its Cache-Control has no no-store"


CRITICS: Final[tuple[Callable[[Node], Iterator[str]], ...]] = (
    _document,
    _ids,
    _references,
    _leads,
    _labels,
    _groups,
    _pictures,
    _inline,
    _forms,
)
