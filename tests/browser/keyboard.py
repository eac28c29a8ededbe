"""The same person without a mouse: everything is reached by Tab, chosen by arrows and pressed by Enter or Space."""

from typing import Any, Final

from playwright.sync_api import Locator

from tests.browser.reader import Reader

_FAR: Final = 150
"""More stops than any page has: whoever needs as many is in a trap."""
_HERE: Final = """(wanted) => {
  const at = document.activeElement;
  if (!at || at === document.body) return { where: "start" };
  if (at.id === "main") return { where: "main" };
  const seen = [at, ...(at.labels || []), at.closest(".choice")].filter(Boolean).map((each) => getComputedStyle(each));
  const box = at.getBoundingClientRect();
  const is_marked = seen.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  const is_on_screen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const isSameGroup = at.type === "radio" && wanted.type === "radio" && at.name === wanted.name;
  const isBehind = at.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING;
  const where = at === wanted || isSameGroup ? "there" : isBehind ? "behind" : "ahead";
  return { where, is_marked, is_on_screen, words: at.outerHTML.slice(0, 160) };
}"""
_LEADS_ON: Final = "(node) => node.matches('a[href]:not([href^=\\'#\\']), button[type=submit]')"
_VALUE: Final = "(field) => field.value"
_CHECKED: Final = "(tile) => tile.checked"


class KeyboardReader(Reader):
    """Never touches the mouse; wherever the focus stops it must be seen."""

    def press(self, what: Locator) -> None:
        """Go there and press Enter; a link or a sent form leads on to a page."""
        self.reach(what)
        if not what.evaluate(_LEADS_ON):
            self.page.keyboard.press("Enter")
            return
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, **texts: str) -> None:
        """Go to each field and type."""
        for name, text in texts.items():
            self.reach(self.field(name))
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(text)

    def tick(self, tile: Locator) -> None:
        """Go to the group, and by arrows to the answer."""
        self.reach(tile)
        self._turn(tile, _CHECKED, wanted=True, first="Space")

    def pick(self, field: Locator, value: str) -> None:
        """Go to the list, and by arrows to the line."""
        self.reach(field)
        self._turn(field, _VALUE, wanted=value, first="Home")

    def reach(self, what: Locator) -> None:
        """Move the focus there, past the menu by the link that skips it, and forth or back as the page goes."""
        what.wait_for()
        element = what.element_handle()
        is_in_main = bool(what.evaluate("(node) => !!node.closest('main')"))
        for _step in range(_FAR):
            here: dict[str, Any] = self.page.evaluate(_HERE, element)
            if here["where"] in {"start", "main"}:
                self._begin(skip=is_in_main and here["where"] == "start")
                continue
            assert here["is_marked"], f"{self.page.url}: the focus is not seen on {here['words']}"
            assert here["is_on_screen"], f"{self.page.url}: the focus is off the screen on {here['words']}"
            if here["where"] == "there":
                return
            self.page.keyboard.press("Shift+Tab" if here["where"] == "behind" else "Tab")
        message = f"{self.page.url}: {what} is not reached by the keyboard"
        raise AssertionError(message)

    def _begin(self, *, skip: bool) -> None:
        self.page.keyboard.press("Tab")
        if skip and self.page.evaluate("document.activeElement.classList.contains('skip')"):
            self.page.keyboard.press("Enter")
            assert self.page.evaluate("document.activeElement.id") == "main"

    def _turn(self, control: Locator, read: str, *, wanted: object, first: str) -> None:
        self.page.keyboard.press(first)
        for _step in range(_FAR):
            if control.evaluate(read) == wanted:
                return
            self.page.keyboard.press("ArrowDown")
        message = f"{self.page.url}: no arrow leads to {wanted!r} of {control}"
        raise AssertionError(message)
