"""How the one who asked may be reached, for whoever is about to do so: to be seen before anything else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from welfare.audit.gap import Gap
from welfare.requests.words import HOME_CONTACTS, SAFE_WAYS
from welfare.rules.safe_contact import UNREADABLE, HomeContact, SafeContact, safe_contact_of


@dataclass(frozen=True, slots=True)
class SafetyView:
    """The answers in words; ``is_limited`` where one of them forbids something."""

    lines: Sequence[tuple[str, str]]
    is_limited: bool
    is_unreadable: bool = False


def opened_safety(document: Mapping[str, Any]) -> SafeContact:
    """The answers of a document; where it could not be opened, the most careful ones."""
    return UNREADABLE if isinstance(document.get("safe_ways"), Gap) else safe_contact_of(document)


def safety_view(document: Mapping[str, Any]) -> SafetyView | None:
    """None where nothing was answered."""
    if isinstance(document.get("safe_ways"), Gap):
        return SafetyView((), is_limited=True, is_unreadable=True)
    safe = safe_contact_of(document)
    lines = list(safe_lines(safe))
    if lines and document.get("contact_way"):
        lines.append((_("Good time"), document["contact_way"]))
    return SafetyView(lines, safe.is_limited) if lines else None


def safe_lines(safe: SafeContact) -> Iterable[tuple[str, str]]:
    """What was answered, by term."""
    if safe.ways:
        yield _("Safe ways"), ". ".join(str(SAFE_WAYS[way]) for way in safe.ways)
    if safe.phone:
        yield _("Own number"), safe.phone
    if safe.home is not None:
        no_home = safe.home is HomeContact.NEVER
        yield _("Contact with home"), _("Nothing may go home") if no_home else str(HOME_CONTACTS[safe.home])
    if safe.kept_from:
        yield _("Must not know"), safe.kept_from
