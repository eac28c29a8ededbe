"""Why the reader sees a matter, in words: from the clauses that granted it and the reader's place in the group."""

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.words import GROUND_WORDS, UNSPOKEN_GROUNDS
from welfare.rules.actors import Facts
from welfare.ui.formats import date_text


def why_text(work: UnitOfWork) -> str:
    """A sentence to follow "You see this matter because"."""
    facts = work.facts
    parts = [_spoken(clause, facts) for clause in work.grant.grounds if clause not in UNSPOKEN_GROUNDS]
    return _("%(reasons)s. Your visit left a mark in the log.", reasons=", ".join(parts))


def _spoken(clause: str, facts: Facts) -> str:
    words, place = str(GROUND_WORDS[clause]), facts.membership
    if place is None:
        return words
    if clause == "is_group_member" and place.is_responsible:
        words = str(GROUND_WORDS["is_responsible"])
    if clause in {"is_group_member", "is_responsible"}:
        return _("%(words)s since %(day)s", words=words, day=date_text(place.since))
    if clause == "member_consent_is_valid" and place.consent_valid_to is not None:
        return _("%(words)s until %(day)s", words=words, day=date_text(place.consent_valid_to))
    return words
