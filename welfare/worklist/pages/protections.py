"""Non-disclosures that wait for somebody: an end for the second person, a last day that is near or past (rule 32)."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.non_disclosures.models import Protection
from welfare.non_disclosures.queries import protections_of
from welfare.rules.actors import WELFARE_PROFESSIONALS, Role
from welfare.rules.non_disclosure import ProtectionState, needs_care
from welfare.ui.formats import date_text
from welfare.worklist.pages.matters import pupil_names
from welfare.worklist.pages.waiting import FollowUp


def protection_follow_ups(work: UnitOfWork) -> Iterator[FollowUp]:
    """A day that passes ends nothing, so the head of the school and whoever wrote it down are reminded of it."""
    if not work.actor.roles & {Role.PRINCIPAL, *WELFARE_PROFESSIONALS}:
        return
    rows = [
        row for row in protections_of(work.session, work.actor, work.facts) if _is_ending(work, row) or _ages(work, row)
    ]
    names = pupil_names(work, {row.student_id for row in rows})
    for row in rows:
        name = names[row.student_id]
        if _is_ending(work, row):
            url = url_for("non_disclosures.begin_confirming", student=row.student_id)
            yield FollowUp(
                _("Confirm the end of a non-disclosure, or keep it"), name, url, _("It protects meanwhile"), "lock"
            )
        else:
            url = url_for("non_disclosures.show", student=row.student_id)
            when = _("Last day %(day)s", day=date_text(row.until_on)) if row.until_on else ""
            yield FollowUp(_("Ask whether the non-disclosure goes on"), name, url, when, "lock", row.until_on)


def _is_ending(work: UnitOfWork, row: Protection) -> bool:
    return row.state is ProtectionState.ENDING and row.proposed_by != work.actor.account_id


def _ages(work: UnitOfWork, row: Protection) -> bool:
    is_theirs = Role.PRINCIPAL in work.actor.roles or row.recorded_by == work.actor.account_id
    return is_theirs and row.state is ProtectionState.STANDS and needs_care(row.until_on, work.facts.on)
