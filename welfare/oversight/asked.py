"""What is asked of the trail: ids, codes and days, as they stand in an address; never a name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.audit.event import Outcome
from welfare.audit.reading import Mark, mark_text, read_mark
from welfare.ui.dates import parse_date

Code = TypeVar("Code", bound=StrEnum)


class Deeds(StrEnum):
    """Kinds of deeds one may ask for; each is a set of permissions, by what stands before their colon."""

    MATTERS = "matters"
    REQUESTS = "requests"
    JOURNAL = "journal"
    MEETINGS = "meetings"
    CLIENTS = "clients"
    PLANS = "plans"
    CONSENTS = "consents"
    COMMUNAL = "communal"
    OVERVIEWS = "overviews"
    ACCOUNTS = "accounts"
    ADMINISTRATION = "administration"
    AUDIT = "audit"
    RIGHTS = "rights"
    SYSTEM = "system"


PREFIXES: Mapping[Deeds, tuple[str, ...]] = {
    Deeds.MATTERS: ("case", "emergency", "arrangement", "assessment", "observation", "feedback", "own_words"),
    Deeds.REQUESTS: ("request",),
    Deeds.JOURNAL: (
        "journal",
        "entry",
        "disclosure",
        "group",
        "received",
        "copy",
        "teacher_note",
        "notice",
        "transfer",
    ),
    Deeds.MEETINGS: ("meeting", "invitation", "attendance", "minutes", "amendment", "measure"),
    Deeds.CLIENTS: ("client", "service_note", "appointment", "cover"),
    Deeds.PLANS: ("plan", "goal"),
    Deeds.CONSENTS: ("consent", "prohibition"),
    Deeds.COMMUNAL: ("community", "comparison", "programme", "idea"),
    Deeds.OVERVIEWS: ("worklist", "portal", "search", "identity_code", "draft"),
    Deeds.ACCOUNTS: ("sign_in", "session", "account", "family_letter"),
    Deeds.ADMINISTRATION: (
        "organisation",
        "county",
        "provider",
        "calendar",
        "roster",
        "people",
        "place",
        "catalogue",
    ),
    Deeds.AUDIT: ("audit",),
    Deeds.RIGHTS: (
        "log_request",
        "access_copy",
        "rectification",
        "log_review",
        "decoy",
        "non_disclosure",
        "breach",
        "retention",
    ),
    Deeds.SYSTEM: ("system", "job", "public"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to the trail; None asks for everything."""

    actor_id: UUID | None = None
    """The account that acted."""
    about_id: UUID | None = None
    """The person it was about."""
    outcome: Outcome | None = None
    deeds: Deeds | None = None
    since: date | None = None
    until: date | None = None
    before: Mark | None = None

    @classmethod
    def read(cls, args: Mapping[str, str]) -> "Asked":
        """Read an address; what cannot be read is not asked."""
        return cls(
            actor_id=_id(args.get("actor", "")),
            about_id=_id(args.get("about", "")),
            outcome=_one_of(Outcome, args.get("outcome", "")),
            deeds=_one_of(Deeds, args.get("deeds", "")),
            since=_day(args.get("since", "")),
            until=_day(args.get("until", "")),
            before=read_mark(args.get("before", "")),
        )

    def args(self) -> dict[str, str]:
        """The same as parts of an address, without what is not asked."""
        parts = {
            "actor": self.actor_id.hex if self.actor_id else "",
            "about": self.about_id.hex if self.about_id else "",
            "outcome": self.outcome or "",
            "deeds": self.deeds or "",
            "since": _typed(self.since),
            "until": _typed(self.until),
            "before": mark_text(self.before) if self.before else "",
        }
        return {name: value for name, value in parts.items() if value}

    def without(self, name: str) -> "Asked":
        """The same question, one part of it dropped."""
        return replace(self, **{name: None, "before": None})

    def in_days(self, since: date | None, until: date | None) -> "Asked":
        """The same question about other days, as they were typed."""
        return replace(self, since=since, until=until)

    @property
    def starts_at(self) -> datetime | None:
        """The first moment of the first day, in Finland."""
        return None if self.since is None else _midnight(self.since)

    @property
    def ends_at(self) -> datetime | None:
        """The moment after the last day."""
        return None if self.until is None else _midnight(self.until + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, HOME_ZONE)


def _id(text: str) -> UUID | None:
    try:
        return UUID(hex=text)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _typed(day: date | None) -> str:
    """As a person would type it: it stands in the field as well as in the address."""
    return "" if day is None else f"{day.day}.{day.month}.{day.year}"


def _one_of(kind: type[Code], text: str) -> Code | None:
    return next((member for member in kind if member.value == text), None)
