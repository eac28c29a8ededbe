"""A deed: who fills in which form, and with what. The table of all deeds is in the modules beside this one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import urlencode
from uuid import uuid4

from werkzeug.datastructures import MultiDict

from tests.client import Page, PageForm
from tests.page_tree import Node
from tests.web.forms.scene import Scene

Answer = str | Callable[[Scene, Page], object]
"""A value, or how it is found on the scene and the page: an id, a code of this moment, a file."""
Pairs = list[tuple[str, object]]
NO_CONTENT = 204
UNTYPED = frozenset({"csrf_token", "idempotency_key", "revision", "draft"})


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One POST route in use. An address may name things of the company: ``/cases/{case_id}``."""

    who: str
    at: str
    """The page that holds the form."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    gives: int = 303
    """What is answered when it has been done."""
    to: str = ""
    """Where a part of a form is sent by itself, or what has no form; the page then only lends the token."""
    changes: bool = True
    """Whether something is another way afterwards, beside the trail."""
    keeps_all: bool = False
    """A draft or a lone button: it asks nothing, so nothing can be refused but what is no form at all."""

    @property
    def is_quiet(self) -> bool:
        """Whether a script sends it, which is answered by a status alone."""
        return self.gives == NO_CONTENT


@dataclass(frozen=True)
class Filled:
    """A form as a person has filled it in, ready to be sent right or spoilt."""

    scene: Scene
    endpoint: str
    deed: Deed
    page: Page
    form: PageForm
    url: str

    @property
    def pairs(self) -> Pairs:
        """Name and value in the order of the page."""
        return list(self.form.data.items(multi=True))

    @property
    def names(self) -> list[str]:
        """Every field that the form knows, answered or not."""
        controls = self.form.node.all("input", "select", "textarea")
        return list(dict.fromkeys(name for node in controls if (name := node.get("name"))))

    def control(self, name: str) -> Node:
        """The first control of a field."""
        return self.form.node.all("input", "select", "textarea", when=lambda node: node.get("name") == name)[0]

    @property
    def typed(self) -> dict[str, str]:
        """The fields that are written in words and shown again, with what stands in them."""
        return {name: str(self.form.data.get(name, "")) for name in self.names if self.is_typed(name)}

    def is_typed(self, name: str) -> bool:
        """Whether a person writes words there that may be shown again."""
        node = self.control(name)
        return node.tag == "textarea" or (node.tag == "input" and node.get("type") in {"text", "search", "email", ""})

    def is_optional(self, name: str) -> bool:
        """Whether the page says that it may be left open."""
        within = self.control(name).inside("fieldset") or self.control(name).inside("div")
        return within is not None and within.first(when=lambda node: "optional" in node.words) is not None

    def send(self, pairs: Pairs) -> Page:
        """Post these fields, lone surrogates as the bytes they are not; the page that answers is read critically."""
        data: object = urlencode([(name, str(value)) for name, value in pairs], errors="surrogatepass").encode()
        kind = "application/x-www-form-urlencoded"
        if self.form.node.get("enctype"):
            kind, data = self.form.node.get("enctype"), MultiDict((name, _sent(value)) for name, value in pairs)
        client = self.page.client
        response = client.flask.post(self.url, data=data, content_type=kind)
        if not response.data:
            response.mimetype = "text/plain"  # an answer to a script, with no page to read
        return Page(client, self.url, response)

    def again(self, page: Page) -> PageForm:
        """The same form on the page that came back."""
        return form_of(self.scene, self.endpoint, page)[0]


def first_offered(name: str) -> Answer:
    """Whatever the page offers first: where any will do."""

    def find(scene: Scene, page: Page) -> object:
        del scene
        options = [form.options[name] for form in page.forms if name in form.options]
        return next(value for value in options[0].values() if value)

    return find


def _sent(value: object) -> object:
    """A file, or words; in the parts of a mail a lone surrogate cannot stand."""
    if isinstance(value, tuple):
        content, name = value
        return BytesIO(content), name
    return (BytesIO(value), "roster.zip") if isinstance(value, bytes) else str(value).encode(errors="replace").decode()


def fill(scene: Scene, endpoint: str, deed: Deed) -> Filled:
    """Open the page as the one who may, and fill the form in."""
    page = scene.client(deed.who).get(_address(scene, deed.at))
    if deed.to:
        url = _address(scene, deed.to)
        form = _part_of(page, url)
    else:
        form, url = form_of(scene, endpoint, page)
    for pattern, answer in deed.answers.items():
        name = pattern.format(**_ids(scene))
        form.fill(**{name: answer(scene, page) if callable(answer) else answer.format(**_ids(scene))})
    return Filled(scene, endpoint, deed, page, form, url)


def _part_of(page: Page, url: str) -> PageForm:
    """The part of a form that the page's script sends there; where there is none, only what every form carries."""
    part = page.tree.first(when=lambda node: node.get("data-part") == url)
    lent = [(name, value) for name, value in page.forms[0].data.items(multi=True) if name in UNTYPED]
    form = PageForm(page, part or page.forms[0].node)
    form.data = MultiDict([*(form.data.items(multi=True) if part else ()), *lent])
    form.data["idempotency_key"] = uuid4().hex
    return form


def form_of(scene: Scene, endpoint: str, page: Page) -> tuple[PageForm, str]:
    for form in sorted(page.forms, key=lambda form: form.node.inside("main") is None):
        for url in (form.node.get("action") or page.url, form.node.get("data-autosave")):
            if form.node.get("method").lower() == "post" and url and _endpoint(scene, url) == endpoint:
                return form, url
    message = f"{page.url} has no form for {endpoint}: {[list(_ways(form, page)) for form in page.forms]}"
    raise AssertionError(message)


def _ways(form: PageForm, page: Page) -> Iterator[str]:
    yield form.node.get("action") or page.url


def _endpoint(scene: Scene, url: str) -> str:
    endpoint, _values = scene.app.url_map.bind("localhost").match(
        url.partition("?")[0].partition("#")[0], method="POST"
    )
    return str(endpoint)


def _address(scene: Scene, pattern: str) -> str:
    return pattern.format(**_ids(scene))


def _ids(scene: Scene) -> dict[str, str]:
    things = {name: str(thing) for name, thing in scene.company.things.items()}
    people = {f"{name}_person": str(who.person_id) for name, who in scene.company.people.items()}
    hexes = {f"{name}_hex": thing.hex for name, thing in scene.company.things.items()}
    hexes |= {f"{name}_person_hex": who.person_id.hex for name, who in scene.company.people.items()}
    accounts = {f"{name}_account": str(who.account_id) for name, who in scene.company.people.items()}
    return {**things, **hexes, **people, **accounts}
