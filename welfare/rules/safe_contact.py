"""How somebody who asks for help may be reached without harm, and what follows from the answer (OHL 18 § 1; IND §9.3).

The wishes of the student are taken into account by age and development, and whoever asks may be in danger from those
at home. An answer never holds a request up: asking is enough (OHL 15 § 1). What was not answered forbids nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from welfare.rules.talks import TalkWay


class ContactWay(StrEnum):
    """A way that the sender has found safe."""

    OWN_PAGES = "own_pages"
    PHONE = "phone"
    AT_SCHOOL = "at_school"


class HomeContact(StrEnum):
    """Whether the service may write or call home."""

    FINE = "fine"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContact:
    """The answers, as they lie in the sealed document of a request."""

    ways: tuple[ContactWay, ...] = ()
    phone: str = ""
    home: HomeContact | None = None
    kept_from: str = ""
    """Who must not know, in the sender's words."""

    @property
    def may_call(self) -> bool:
        """Whether a call is among the ways found safe; any way is, where none was named."""
        return not self.ways or ContactWay.PHONE in self.ways

    @property
    def may_reach_home(self) -> bool:
        """Whether letters and calls may go home."""
        return self.home is not HomeContact.NEVER

    @property
    def is_limited(self) -> bool:
        """Whether something is to be looked at before anybody is contacted."""
        return not self.may_call or not self.may_reach_home or bool(self.kept_from)

    @property
    def talk_ways(self) -> tuple[TalkWay, ...]:
        """The ways in which a talk may be offered."""
        return tuple(way for way in TalkWay if way is not TalkWay.PHONE or self.may_call)

    def as_document(self) -> dict[str, object]:
        """What is sealed."""
        return {
            "safe_ways": [way.value for way in self.ways],
            "safe_phone": self.phone,
            "home_contact": self.home.value if self.home else "",
            "kept_from": self.kept_from,
        }


UNASKED = SafeContact()
UNREADABLE = SafeContact(ways=(ContactWay.AT_SCHOOL,), home=HomeContact.NEVER)
"""What holds where the answers cannot be opened: nothing that could harm."""


def safe_contact_of(document: Mapping[str, Any]) -> SafeContact:
    """Read the answers of an opened document; one written before they were asked has none."""
    ways, home = document.get("safe_ways") or (), document.get("home_contact") or ""
    return SafeContact(
        ways=tuple(way for way in ContactWay if way.value in ways),
        phone=document.get("safe_phone") or "",
        home=HomeContact(home) if home in set(HomeContact) else None,
        kept_from=document.get("kept_from") or "",
    )
