"""Saying how a meeting went that one took part in."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings.models import Attendee
from welfare.people.models import Person
from welfare.portal.meeting_feedback import SentAlreadyError, send_feedback, term_to_say
from welfare.portal.pages import MeetingFeedbackPage
from welfare.portal.routes.blueprint import OWN, bp
from welfare.rules.permissions import Permission

ASKED = f"{OWN}/meetings/<own_seat_id:seat>/how-it-went"


@bp.get(ASKED, needs=Permission.FEEDBACK_GIVE_MEETING)
def meeting_feedback(work: UnitOfWork, student: Person, seat: Attendee) -> ResponseReturnValue:
    """The three questions."""
    try:
        term_to_say(work, seat)
    except SentAlreadyError:
        return _sent_already(student)
    return _draw(MeetingFeedbackPage.of(work, student, seat))


@bp.post(ASKED, needs=Permission.FEEDBACK_GIVE_MEETING)
def send_meeting_feedback(work: UnitOfWork, student: Person, seat: Attendee) -> ResponseReturnValue:
    """Count the answers."""
    page = MeetingFeedbackPage.of(work, student, seat)
    if not page.form.validate_on_submit():
        return _draw(page), 422
    try:
        send_feedback(work, seat, page.form.grades, current_app.extensions["settings"].small_number_floor)
    except SentAlreadyError:
        return _sent_already(student)
    flash(_("Thank you. What you answered is counted with the answers of others; nobody sees it as yours."), "good")
    return redirect(url_for("portal.show", student=student.id), 303)


def _sent_already(student: Person) -> ResponseReturnValue:
    flash(
        _("You have answered about a meeting of this term already. Each is asked once a term: so nobody stands out."),
        "soon",
    )
    return redirect(url_for("portal.show", student=student.id), 303)


def _draw(page: MeetingFeedbackPage) -> str:
    return render_template("portal/meeting_feedback.html", page=page, form=page.form)
