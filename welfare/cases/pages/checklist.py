"""What a group needs before it may meet and write, each thing with its one action (rules 8, 9 and 16)."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from welfare.cases.group import Group, Place
from welfare.cases.models import Case
from welfare.consents.pages import Names
from welfare.rules.consent import ConsentKind

Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One thing, whether it is there, and what to do about it."""

    words: str
    note: str
    is_done: bool
    link: Link


def checklist(case: Case, group: Group, names: Names) -> tuple[CheckItem, ...]:
    """The consent to handle, the consent of each member, and a lead."""
    members = tuple(_member_item(case, group, place, names) for place in group.places)
    return (_handling_item(case, group, names), *members)


def consent_link(case: Case, group: Group, kind: ConsentKind, place: Place | None = None) -> Link:
    """Where the next answer to a question is recorded: anew, or as a new answer to the newest one."""
    named = place.member.person_id if place else None
    newest = group.said.latest_row(kind, named)
    if newest is not None:
        return _("Record a new answer"), url_for("consents.begin_renewal", case=case.id, consent=newest.id)
    slug = kind.value.replace("_", "-")
    return _("Record the answer"), url_for("consents.begin", case=case.id, kind=slug, member=named)


def _handling_item(case: Case, group: Group, names: Names) -> CheckItem:
    awaited = ", ".join(names.of_person(giver) for giver in sorted(group.handling.unheard))
    note = _("An answer is awaited from: %(names)s", names=awaited) if awaited else ""
    return CheckItem(
        _("Consent to handle the matter in a group"),
        note,
        group.handling.is_valid,
        consent_link(case, group, ConsentKind.GROUP_HANDLING),
    )


def _member_item(case: Case, group: Group, place: Place, names: Names) -> CheckItem:
    name = names.of_person(place.member.person_id)
    lead = _("The responsible person is a member too, by a consent of the same kind.")
    return CheckItem(
        _("Consent that names %(name)s", name=name),
        lead if place.member.is_responsible else "",
        place.consent.is_valid,
        consent_link(case, group, ConsentKind.GROUP_MEMBER, place),
    )
