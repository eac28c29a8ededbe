"""What a page is built of, whatever it says: two pages of one shape are equally fit for everybody."""

from playwright.sync_api import Page

_SHAPE_OF_MAIN = """() => {
  const words = /^(href|src|action|formaction|value|title|alt|label|placeholder|datetime|data-.*|aria-label)$/;
  const plain = (text) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "#").replace(/[0-9]+/g, "0");
  const attribute = ({name, value}) => `${name}=${words.test(name) ? value.trim() !== "" : plain(value)}`;
  const shape = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? "words" : "";
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches("input[type=hidden]")) return "";
    const inner = [...node.childNodes].map(shape).filter(Boolean);
    const few = inner.filter((part, place) => part !== inner[place - 1] || part !== inner[place - 2]);
    return `<${node.localName} ${[...node.attributes].map(attribute).sort().join(" ")}>${few.join("")}</>`;
  };
  return shape(document.querySelector("main"));
}"""


def shape_of(page: Page) -> str:
    """The elements of the main part with their classes, roles and names, but without words, ids and numbers.

    Of rows that follow each other and are built alike, two count: what must be told apart stands twice.
    """
    shape: str = page.evaluate(_SHAPE_OF_MAIN)
    return shape
