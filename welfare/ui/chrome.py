"""What stands around a page: navigation, account, languages, footer; data with ready addresses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from welfare.ui.locale import LANGUAGE_NAMES, LOCALES, current_locale

SHORTCUTS_COOKIE: Final = "shortcuts"


@dataclass(frozen=True)
class Link:
    """Words and where they lead."""

    label: str
    url: str


@dataclass(frozen=True)
class NavItem:
    """One place in the main menu. ``count_words`` say for a screen reader what the count counts."""

    label: str
    url: str
    icon: str
    count: int | None = None
    count_words: str = ""
    is_current: bool = False
    group: str = ""


@dataclass(frozen=True)
class Language:
    """One language the reader may choose."""

    code: str
    label: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Session:
    """The signed-in session: when it ends for good, after how long idleness ends it, and how to stay."""

    ends_at: datetime
    idle_seconds: int
    stay_url: str
    sign_out_url: str


@dataclass(frozen=True)
class HelpLine:
    """A number to ring in need: what it is, as it is written, and as it is dialled."""

    label: str
    number: str

    @property
    def url(self) -> str:
        """Rings it."""
        return "tel:" + "".join(sign for sign in self.number if sign.isdigit() or sign == "+")


@dataclass(frozen=True)
class Emergency:
    """A matter that the reader has open in an emergency: until when, and where."""

    until: datetime
    url: str


@dataclass(frozen=True)
class Chrome:
    """Everything around the page. Without a ``session`` nobody is signed in."""

    brand_url: str = "/"
    nav: Sequence[NavItem] = ()
    search_url: str | None = None
    account_name: str = ""
    account_role: str = ""
    account_url: str | None = None
    session: Session | None = None
    languages: Sequence[Language] = ()
    csrf: str = ""
    footer: Sequence[Link] = ()
    keys_url: str | None = None
    help_lines: Sequence[HelpLine] = ()
    """On every page of students and guardians."""
    leave_url: str = ""
    """Where the button leads that leaves their pages at once."""
    is_demo: bool = False
    is_read_only: bool = False
    emergency: Emergency | None = None
    has_shortcuts: bool = field(default=False, metadata={"why": "single keys are off until chosen, WCAG 2.1.4"})


def languages_by(url_of: Callable[[str], str]) -> tuple[Language, ...]:
    """List the three languages, each with its address by ``url_of(code)``, the one being spoken marked."""
    spoken = current_locale()
    return tuple(Language(code, LANGUAGE_NAMES[code], url_of(code), code == spoken) for code in LOCALES)
