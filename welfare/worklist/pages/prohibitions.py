"""Minors' prohibitions on the landing page of those who may assess them (OHL 18 § 2; rule 12)."""

from collections.abc import Iterator, Sequence

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.queries import SeenCase, conflicts_of
from welfare.consents.to_assess import ToAssess, to_assess
from welfare.ui.formats import date_text
from welfare.worklist.pages.matters import pupil_names
from welfare.worklist.pages.waiting import FollowUp, latest


def prohibition_follow_ups(work: UnitOfWork, seen: Sequence[SeenCase]) -> Iterator[FollowUp]:
    """Wishes to assess and days of review. The one who leads a matter is told of its wish beside the matter itself."""
    joined = {found.case.id: found.facts.membership for found in seen if found.facts.membership is not None}
    led = {case_id for case_id, place in joined.items() if place.is_responsible}
    shut = conflicts_of(work.session, work.actor)
    found = [
        each
        for each in to_assess(work.session, work.actor, work.facts.on, joined)
        if each.row.student_id not in shut.student_ids and not (each.review_on is None and each.row.case_id in led)
    ]
    names = pupil_names(work, {each.row.student_id for each in found})
    for each in found:
        yield _follow_up(each, names[each.row.student_id])


def _follow_up(each: ToAssess, name: str) -> FollowUp:
    url = url_for("prohibitions.show", student=each.row.student_id, prohibition=each.row.id)
    if each.review_on is None:
        when = _("Asked %(day)s", day=date_text(each.row.given_on))
        return FollowUp(_("Assess a pupil’s wish to leave a guardian out"), name, url, when, "lock", each.row.given_on)
    title = _("Assess anew whether a guardian is left out")
    return FollowUp(title, name, url, latest(each.review_on), "lock", each.review_on)
