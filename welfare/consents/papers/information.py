"""The information texts as plain words, for paper: the same templates that everybody may read on the screen."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from flask import render_template

_OPENING = "opening"


@dataclass
class Section:
    """One heading and what stands under it."""

    heading: str = ""
    text: str = ""


@dataclass
class InformationText(HTMLParser):
    """One version in one language, by the ids of its headings; what comes before the first is the opening."""

    version: str
    language: str
    sections: dict[str, Section] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the template."""
        super().__init__()
        self._id, self._is_heading = _OPENING, False
        self.feed(render_template(f"consents/information/{self.version}_{self.language}.html"))

    @property
    def opening(self) -> Section:
        """What everybody is told first."""
        return self.sections[_OPENING]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A heading begins a section."""
        self._is_heading = tag in {"h1", "h2"}
        if self._is_heading:
            self._id = dict(attrs).get("id") or _OPENING

    def handle_data(self, data: str) -> None:
        """Words of the heading, or under it."""
        words = data.strip()
        if words:
            section = self.sections.setdefault(self._id, Section())
            if self._is_heading:
                section.heading += words
            else:
                section.text = f"{section.text}\n\n{words}".strip()
