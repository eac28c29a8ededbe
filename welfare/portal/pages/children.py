"""Several children in one view: a card for each, with what comes next and what waits, and never one of two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from flask_babel import gettext as _

from welfare.assessments.pages import waiting_observations
from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings.queries.unanswered import unanswered_by
from welfare.people.models import Person
from welfare.portal.pages.chooser import OwnStudent
from welfare.portal.pages.meeting_feedback import held_meetings
from welfare.portal.pages.next_meeting import next_meeting
from welfare.portal.pages.reader import Reader
from welfare.ui.formats import date_text, moment_text


@dataclass(frozen=True, slots=True)
class ChildCard:
    """One of those whose pages the reader has."""

    student: OwnStudent
    meets_at: datetime | None
    waiting: Sequence[tuple[str, str, str]]
    """What the reader is asked: words, what tells it from another such, address."""


def cards_of(work: UnitOfWork, students: Sequence[OwnStudent]) -> Sequence[ChildCard]:
    """In the order given; of each what its own page says at greater length."""
    asked = waiting_observations(work)
    invited = unanswered_by(work.session, work.actor, work.now)
    cards = []
    for each in students:
        reader = Reader.of(work, work.session.get_one(Person, each.id))
        meeting = next_meeting(work, reader)
        waiting = [
            (
                _("Answer the invitation"),
                moment_text(one.begins),
                url_for("meetings.begin_reply", meeting=one.meeting_id, item=one.item_id, attendee=one.attendee_id),
            )
            for one in invited
            if one.student_id == each.id
        ]
        waiting += [
            (_("Answer what the group asks"), each.name, url_for("assessments.observe", observation=one.id))
            for one in asked
            if one.student_id == each.id
        ]
        waiting += [(_("Say how the meeting was"), date_text(one.on), one.url) for one in held_meetings(work, each.id)]
        cards.append(ChildCard(each, meeting.begins if meeting else None, waiting))
    return cards
