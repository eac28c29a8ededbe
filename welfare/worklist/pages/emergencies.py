"""Openings in an emergency on the landing page: of a matter that the reader leads, and those the reader reviews."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.queries import SeenCase
from welfare.emergencies.queries import openings_in, to_review
from welfare.rules.permissions import Permission, decide
from welfare.ui.formats import moment_text
from welfare.worklist.pages.waiting import FollowUp, latest

TOLD_FOR = timedelta(days=7)
"""How long the responsible person is told of an opening on the landing page; the log keeps it."""


def emergency_follow_ups(work: UnitOfWork, seen: Sequence[SeenCase]) -> Iterator[FollowUp]:
    """What the responsible person and the officer are told at once."""
    led = {found.case.id: found.case for found in seen if _leads(found)}
    for row in openings_in(work.session, list(led), work.now - TOLD_FOR):
        case = led[row.case_id]
        title, when = _("The matter was opened in an emergency"), moment_text(row.opened_at)
        yield FollowUp(title, case.number, url_for("cases.log", case=case.id), when, icon="alert", is_at_once=True)
    if not decide(work.actor, Permission.EMERGENCY_LIST, work.facts).is_granted:
        return
    for row in to_review(work.session, work.actor):
        url, when = url_for("emergencies.begin_review", emergency=row.id), latest(row.review_due_on)
        title, about = _("Review an emergency opening"), moment_text(row.opened_at)
        yield FollowUp(title, about, url, when, icon="alert", due_on=row.review_due_on)


def _leads(found: SeenCase) -> bool:
    return found.facts.membership is not None and found.facts.membership.is_responsible
