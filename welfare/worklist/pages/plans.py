"""What plans leave to the reader: measures to carry out or to follow up, and reviews that come near."""

from collections.abc import Iterator, Sequence

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.queries import SeenCase
from welfare.plans.pages.reading import end_url
from welfare.plans.queries.tasks import goal_numbers, own_measures, reviews_near
from welfare.ui.formats import weekday_text
from welfare.worklist.pages.matters import pupil_names
from welfare.worklist.pages.waiting import FollowUp, deadline_words


def plan_follow_ups(work: UnitOfWork, seen: Sequence[SeenCase]) -> Iterator[FollowUp]:
    """Never what a measure is: that its page says. Its place in the plan tells it from the next."""
    numbers = {found.case.id: found.case.number for found in seen}
    measures = own_measures(work.session, work.actor, seen)
    reviews = reviews_near(work.session, work.actor, seen, work.facts.on)
    goals = goal_numbers(work.session, {row.goal_id for row in measures})
    names = pupil_names(work, {row.student_id for row in (*measures, *reviews)})
    for row in measures:
        is_doer = row.doer_account_id == work.actor.account_id
        title = _("Carry out a measure of the plan") if is_doer else _("Follow up a measure of the plan")
        place = _("goal %(goal)s, measure %(measure)s", goal=goals[row.goal_id], measure=row.number)
        about = f"{names[row.student_id]}, {place}, {numbers[row.case_id]}"
        when = deadline_words(work, row.state, row.until)
        yield FollowUp(title, about, end_url(row), when, "check", row.until)
    for plan in reviews:
        about = f"{names[plan.student_id]}, {numbers[plan.case_id]}"
        is_late = plan.review_on < work.facts.on
        day = weekday_text(plan.review_on)
        when = _("Late: it was due on %(day)s", day=day) if is_late else _("Due %(day)s", day=day)
        url = url_for("plans.show", case=plan.case_id)
        yield FollowUp(_("Review the plan"), about, url, when, "target", plan.review_on)
