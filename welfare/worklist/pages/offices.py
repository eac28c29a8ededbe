"""Ways to the offices that the reader holds: oversight, organisations, roster, accounts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import current_app, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from welfare.access.gate import Gate
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.queries import schools_by_id
from welfare.people.roster.queries import open_reviews
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission, decide
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class OfficeLink:
    """A place of work: its words, its address, and how things stand there."""

    label: str
    url: str
    icon: str
    state: str
    tone: str = ""


OFFICES = (
    ("oversight.events", _l("Audit trail"), "eye"),
    ("emergencies.index", _l("Emergency openings"), "alert"),
    ("log_reviews.index", _l("Log review"), "flag"),
    ("non_disclosures.index", _l("Non-disclosure"), "lock"),
    ("breaches.index", _l("Breaches"), "alert"),
    ("datarights.desk", _l("Log requests"), "inbox"),
    ("access_copies.desk", _l("Copies of data"), "share"),
    ("rectifications.desk", _l("Corrections asked for"), "note"),
    ("retention.overview", _l("Retention"), "clock"),
    ("arrangements.overview", _l("Arrangements and forms"), "note"),
    ("organisations.overview", _l("Organisations"), "home"),
    ("people.roster", _l("Roster"), "people"),
    ("accounts.administration", _l("Accounts"), "key"),
)


def office_links(work: UnitOfWork) -> Sequence[OfficeLink]:
    """The offices whose pages the reader may open, in a house that has them."""
    gate: Gate = current_app.extensions["gate"]
    found = list(_headed(work))
    for endpoint, label, icon in OFFICES:
        passage = gate.passages.get(endpoint)
        if passage is None or not isinstance(passage.needs, Permission):
            continue
        if decide(work.actor, passage.needs, work.facts).is_granted:
            state, tone = _state(work, gate, endpoint)
            found.append(OfficeLink(str(label), url_for(endpoint), icon, state, tone))
    return found


def _headed(work: UnitOfWork) -> Iterator[OfficeLink]:
    """The page of each school that the reader is the principal of: the communal work at a glance."""
    schools = (
        schools_by_id(work.session, work.actor.schools(Role.PRINCIPAL)) if Role.PRINCIPAL in work.actor.roles else {}
    )
    for school in schools.values():
        url = url_for("communal.show", unit=school.id)
        yield OfficeLink(school.name(current_locale()), url, "people", _("Communal work of the school"))


def _state(work: UnitOfWork, gate: Gate, endpoint: str) -> tuple[str, str]:
    if endpoint == "oversight.events":
        return (_("Broken: only reading"), "late") if gate.is_read_only() else (_("Whole"), "good")
    if endpoint == "people.roster":
        waiting = open_reviews(work.session, work.actor)
        words = ngettext("%(num)d person to look at", "%(num)d people to look at", waiting)
        return (words, "soon") if waiting else (_("Nothing to look at"), "")
    return "", ""
