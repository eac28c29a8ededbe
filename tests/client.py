"""The critical client: it visits pages as a person does, and finds fault with every page it is given.

``page = client.get("/requests/new")`` gives a Page; ``page.form("Continue").submit(story="…")`` fills in the form it
holds, with CSRF token and hidden values, and gives the page that follows. A status other than 200 must be expected.
"""

from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.page_critic import criticise
from tests.page_tree import Node

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_UNSENT = frozenset({"submit", "button", "reset", "image", "file"})


@dataclass
class Client:
    """One person's browser. No page given to this person may hold a canary, no title a name."""

    app: Flask
    canaries: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    flask: FlaskClient = field(init=False)

    def __post_init__(self) -> None:
        self.flask = self.app.test_client()

    def get(self, url: str, *, status: int = 200, follow: bool = True, **wishes: Any) -> "Page":  # noqa: ANN401
        """Visit an address."""
        return self.visit("GET", url, status=status, follow=follow, **wishes)

    def post(self, url: str, data: Any = None, *, status: int = 200, follow: bool = True, **wishes: Any) -> "Page":  # noqa: ANN401
        """Send data without a form; a person would use ``page.form().submit()``."""
        return self.visit("POST", url, status=status, follow=follow, data=data, **wishes)

    def visit(self, method: str, url: str, *, status: int, follow: bool, **wishes: Any) -> "Page":  # noqa: ANN401
        """Make one request, follow redirects within the service, and criticise the page at the end."""
        response = self.flask.open(url, method=method, **wishes)
        for _turn in range(_MOST_REDIRECTS):
            if not (follow and response.status_code in _REDIRECTS):
                break
            url = urljoin(url, response.headers["Location"])
            assert not urlsplit(url).netloc, f"led out of the service to {url}"
            response = self.flask.get(url)
        page = Page(self, url, response)
        assert response.status_code == status, f"{url} answered {response.status_code}, not {status}: {page.text[:600]}"
        return page


class Page:
    """What came back: its words, links and forms."""

    def __init__(self, client: Client, url: str, response: TestResponse) -> None:
        self.client = client
        self.url = url
        self.response = response
        self.status = response.status_code
        self.html = ""
        self.tree = Node("#page")
        is_page = response.mimetype == "text/html" and response.status_code not in {*_REDIRECTS, 204}
        if is_page:
            self.html = response.get_data(as_text=True)
            self.tree = criticise(self.html, dict(response.headers), client.canaries, client.names)

    @property
    def title(self) -> str:
        """The words of the window."""
        found = self.tree.first("title")
        return found.text if found else ""

    @property
    def heading(self) -> str:
        """The h1."""
        found = self.tree.first("h1")
        return found.text if found else ""

    @property
    def language(self) -> str:
        """The page's language."""
        found = self.tree.first("html")
        return found.get("lang") if found else ""

    @property
    def text(self) -> str:
        """All words of the body, or of an answer that is no page."""
        body = self.tree.first("body")
        return body.text if body else self.response.get_data(as_text=True)

    @property
    def main(self) -> str:
        """The words of the main part."""
        found = self.tree.first("main")
        return found.text if found else ""

    @property
    def links(self) -> dict[str, str]:
        """Address by words, for every link."""
        return {node.text: node.get("href") for node in self.tree.all("a")}

    @property
    def flashes(self) -> list[str]:
        """What the house said back."""
        return [node.text for node in self.tree.all(when=lambda node: "flash" in node.words)]

    @property
    def errors(self) -> list[str]:
        """The lines of the error summary."""
        summary = self.tree.first(when=lambda node: "error-summary" in node.words)
        return [node.text for node in summary.all("li")] if summary else []

    def has(self, words: str) -> bool:
        """True when these words stand on the page."""
        return " ".join(words.split()) in self.text

    def follow(self, words: str, *, status: int = 200) -> "Page":
        """Follow the link of these words."""
        assert words in self.links, f"no link {words!r} among {sorted(self.links)}"
        return self.client.get(urljoin(self.url, self.links[words]), status=status)

    def by_id(self, name: str) -> Node:
        """The element of this id."""
        found = self.tree.first(when=lambda node: node.get("id") == name)
        assert found is not None, f"nothing has the id {name!r}"
        return found

    def field_error(self, name: str) -> str:
        """The error at the field of this id, empty if there is none."""
        found = self.tree.first(when=lambda node: node.get("id") == f"{name}-error")
        return found.text if found else ""

    @property
    def forms(self) -> "list[PageForm]":
        """Every form on the page."""
        return [PageForm(self, node) for node in self.tree.all("form")]

    def form(self, which: str | int | None = None) -> "PageForm":
        """The form with a button of these words, or of this ``#id`` or index; or else the one form of the main part."""
        forms = self.forms
        if isinstance(which, int):
            return forms[which]
        if which is None:
            chosen = [form for form in forms if form.node.inside("main") is not None]
        elif which.startswith("#"):
            chosen = [form for form in forms if form.node.get("id") == which[1:]]
        else:
            chosen = [form for form in forms if which in form.buttons]
        assert len(chosen) == 1, f"{len(chosen)} forms answer to {which!r}; buttons: {[f.buttons for f in forms]}"
        return chosen[0]


class PageForm:
    """A form on a page, filled in by field names as a person would by labels."""

    def __init__(self, page: Page, node: Node) -> None:
        self.page = page
        self.node = node
        self.data = MultiDict(_pairs(node))

    @property
    def buttons(self) -> list[str]:
        """The words of its buttons."""
        return [node.text for node in self.node.all("button")]

    @property
    def options(self) -> dict[str, dict[str, str]]:
        """For each choice, the value behind each answer's words."""
        found: dict[str, dict[str, str]] = {}
        labels = {label.get("for"): label for label in self.node.all("label")}
        for node in self.node.all("input", when=lambda node: node.get("type") in {"radio", "checkbox"}):
            words = next(part for part in labels[node.get("id")].parts if isinstance(part, str))
            found.setdefault(node.get("name"), {})[words.strip()] = node.get("value")
        for node in self.node.all("select"):
            found[node.get("name")] = {option.text: option.get("value") for option in node.all("option")}
        return found

    def fill(self, **answers: Any) -> Self:  # noqa: ANN401 – text, lists of texts and files
        """Write into fields. A field that is not on the form is a mistake of the test."""
        names = {node.get("name") for node in self.node.all("input", "select", "textarea")}
        unknown = set(answers) - names
        assert not unknown, f"the form has no field {sorted(unknown)}; it has {sorted(names)}"
        for name, answer in answers.items():
            self.data.setlist(name, answer if isinstance(answer, list) else [answer])
        return self

    def choose(self, **answers: str) -> Self:
        """Choose answers by their words."""
        return self.fill(**{name: self.options[name][words] for name, words in answers.items()})

    def press(self, button: str, **wishes: Any) -> Page:  # noqa: ANN401
        """Send the form by the button of these words."""
        node = next((node for node in self.node.all("button") if node.text == button), None)
        assert node is not None, f"no button {button!r} among {self.buttons}"
        if node.get("name"):
            self.data.setlist(node.get("name"), [node.get("value")])
        return self.submit(**wishes)

    def submit(self, *, status: int = 200, follow: bool = True, **answers: Any) -> Page:  # noqa: ANN401
        """Write the answers into the form and send it as it stands on the page."""
        self.fill(**answers)
        url = urljoin(self.page.url, self.node.get("action") or self.page.url)
        if self.node.get("method").lower() != "post":
            return self.page.client.get(url, status=status, follow=follow, query_string=self.data)
        is_multipart = self.node.get("enctype") == "multipart/form-data"
        kind = "multipart/form-data" if is_multipart else "application/x-www-form-urlencoded"
        return self.page.client.post(url, self.data, status=status, follow=follow, content_type=kind)


def _pairs(form: Node) -> list[tuple[str, str]]:
    """What the form would send if nobody touched it."""
    pairs = []
    for node in form.all("input", "textarea", "select"):
        kind, name = node.get("type"), node.get("name")
        if not name or kind in _UNSENT or (kind in {"radio", "checkbox"} and not node.has("checked")):
            continue
        pairs.append((name, _value(node)))
    return pairs


def _value(node: Node) -> str:
    if node.tag == "textarea":
        return node.raw_text.removeprefix("\n")
    if node.tag == "select":
        options = node.all("option")
        chosen = next((option for option in options if option.has("selected")), options[0] if options else None)
        return chosen.get("value") if chosen else ""
    return node.get("value")
