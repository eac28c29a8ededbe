"""What waits for the reader, of requests, matters, measures and unfinished entries: one list, the soonest first."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from flask import url_for
from flask_babel import gettext as _

from welfare.assessments.pages import waiting_observations
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.queries import SeenCase, is_excluded_from_student
from welfare.cases.waiting import PROPOSAL, waits_of
from welfare.cases.words import WAIT_WORDS
from welfare.communal.pages.decisions import own_decisions
from welfare.disclosures.pages.teacher_notes import unread_notes
from welfare.feedback.queries import waiting_among
from welfare.journal.queries import drafts_within
from welfare.meetings.pages.measures import end_url
from welfare.meetings.queries.measures import own_tasks
from welfare.meetings.queries.proposals import proposals_for
from welfare.meetings.queries.unanswered import unanswered_by
from welfare.requests.queries.own import coming_talks, drafted_students, open_duties
from welfare.requests.words import DUTIES
from welfare.rules.permissions import Permission, decide
from welfare.school_year.pages.own_tasks import pressing_tasks
from welfare.service_notes.pages import own_offers
from welfare.ui.formats import local, moment_text, weekday_text
from welfare.worklist.pages.emergencies import emergency_follow_ups
from welfare.worklist.pages.endings import ending_follow_ups
from welfare.worklist.pages.matters import pupil_names
from welfare.worklist.pages.oversight import oversight_follow_ups
from welfare.worklist.pages.plans import plan_follow_ups
from welfare.worklist.pages.prohibitions import prohibition_follow_ups
from welfare.worklist.pages.protections import protection_follow_ups
from welfare.worklist.pages.rights import correction_follow_ups, rights_follow_ups
from welfare.worklist.pages.waiting import FollowUp, deadline_words, latest

LOOKED_BACK = timedelta(days=365)
"""How old a talk may be whose end nobody has recorded: a school year."""


def follow_ups_of(work: UnitOfWork, seen: Sequence[SeenCase]) -> list[FollowUp]:
    """What the law wants at once comes first, then what has a day, in the order of the days, then the rest."""
    found = [
        *_duties(work),
        *_talks(work),
        *_waits(work, seen),
        *_invitations(work),
        *_other_times(work, seen),
        *_measures(work, seen),
        *plan_follow_ups(work, seen),
        *_observations(work),
        *_feedback(work, seen),
        *_proposals(work),
        *_offered_clients(work),
        *_drafts(work, seen),
        *_class_notes(work),
        *_decisions(work),
        *_clock_tasks(work),
        *emergency_follow_ups(work, seen),
        *oversight_follow_ups(work),
        *prohibition_follow_ups(work, seen),
        *protection_follow_ups(work),
        *correction_follow_ups(work, seen),
        *rights_follow_ups(work),
        *ending_follow_ups(work),
    ]
    return sorted(found, key=lambda each: each.order)


def _duties(work: UnitOfWork) -> Iterator[FollowUp]:
    found = open_duties(work.session, work.actor)
    names = pupil_names(work, [request.student_id for _task, request in found])
    for task, request in found:
        url = url_for("requests.ask_duty", request=request.id, task=task.id)
        when = latest(task.due_on) if task.due_on else _("Without delay")
        title, name, at_once = str(DUTIES[task.kind]), names[request.student_id], task.due_on is None
        yield FollowUp(title, name, url, when, due_on=task.due_on, is_at_once=at_once)


def _talks(work: UnitOfWork) -> Iterator[FollowUp]:
    """Talks whose time is past and whose end nobody has recorded: the clock of the law runs on until it is."""
    found = coming_talks(work.session, work.actor, work.now - LOOKED_BACK, work.now)
    names = pupil_names(work, [request.student_id for _talk, request in found])
    for talk, request in found:
        url = url_for("requests.ask_answer", request=request.id, talk=talk.id)
        when = _("The talk was set for %(moment)s", moment=moment_text(talk.offered_for))
        day = local(talk.offered_for).date()
        yield FollowUp(_("Record what came of the talk"), names[request.student_id], url, when, "calendar", day)


def _waits(work: UnitOfWork, seen: Sequence[SeenCase]) -> Iterator[FollowUp]:
    waits = waits_of(work.session, seen)
    names = pupil_names(work, {wait.case.student_id for wait in waits})
    for wait in waits:
        url = url_for("cases.show", case=wait.case.id, _anchor="next")
        when = weekday_text(wait.on) if wait.on else ""
        about = f"{names[wait.case.student_id]}, {wait.case.number}"
        yield FollowUp(str(WAIT_WORDS[wait.want]), about, url, when, "key", wait.on)


def _invitations(work: UnitOfWork) -> Iterator[FollowUp]:
    """Invitations to meetings that wait for the reader's own answer."""
    for each in unanswered_by(work.session, work.actor, work.now):
        url = url_for("meetings.begin_reply", meeting=each.meeting_id, item=each.item_id, attendee=each.attendee_id)
        when, day = moment_text(each.begins), local(each.begins).date()
        yield FollowUp(_("Answer the invitation"), each.number, url, when, "calendar", day)


def _other_times(work: UnitOfWork, seen: Sequence[SeenCase]) -> Iterator[FollowUp]:
    """Times that invited people propose in place of the one planned."""
    numbers = {found.case.id: found.case.number for found in seen}
    for found in proposals_for(work.session, work.actor, seen):
        url = url_for("meetings.invitations", meeting=found.meeting_id, item=found.item_id)
        when = _("The meeting is set for %(moment)s", moment=moment_text(found.begins))
        title, day = _("Another time is proposed"), local(found.begins).date()
        yield FollowUp(title, numbers[found.case_id], url, when, "calendar", day)


def _measures(work: UnitOfWork, seen: Sequence[SeenCase]) -> Iterator[FollowUp]:
    """Measures of a group's plan that are the reader's to carry out or to follow up; what they are, their page says."""
    tasks = own_tasks(work.session, work.actor, seen)
    numbers = {found.case.id: found.case.number for found in seen}
    names = pupil_names(work, {measure.student_id for measure, _meeting_id in tasks})
    for task in tasks:
        measure = task[0]
        is_doer = measure.doer_account_id == work.actor.account_id
        title = _("Carry out what the group agreed on") if is_doer else _("Follow up what the group agreed on")
        about = f"{names[measure.student_id]}, {numbers[measure.case_id]}"
        yield FollowUp(
            title, about, end_url(task), deadline_words(work, measure.state, measure.until), "check", measure.until
        )


def _observations(work: UnitOfWork) -> Iterator[FollowUp]:
    """Questions of an assessment that the reader has been asked; what they are about, their page says."""
    for each in waiting_observations(work):
        url = url_for("assessments.observe", observation=each.id)
        yield FollowUp(_("Answer what the group asks"), each.student, url, latest(each.due_on), "note", each.due_on)


def _feedback(work: UnitOfWork, seen: Sequence[SeenCase]) -> Iterator[FollowUp]:
    """Closed matters whose pupil has not been asked yet how it went."""
    may = Permission.FEEDBACK_OFFER
    led = [found.case for found in seen if decide(work.actor, may, found.facts).is_granted]
    unasked = waiting_among(work.session, [case.id for case in led])
    waiting = [case for case in led if case.id in unasked]
    names = pupil_names(work, {case.student_id for case in waiting})
    for case in waiting:
        url, about = url_for("feedback.offer", case=case.id), f"{names[case.student_id]}, {case.number}"
        yield FollowUp(_("Ask the pupil how it went"), about, url, "", "speech")


def _proposals(work: UnitOfWork) -> Iterator[FollowUp]:
    found = drafted_students(work.session, work.actor, [PROPOSAL], work.facts.on)
    names = pupil_names(work, [student.id for student, _saved_at in found])
    for student, saved_at in found:
        if not is_excluded_from_student(work.session, work.actor.person_id, student.id):
            url, saved = url_for("cases.propose_for", student=student.id), _saved(saved_at)
            yield FollowUp(_("Finish the proposal"), names[student.id], url, saved, "folder")


def _offered_clients(work: UnitOfWork) -> Iterator[FollowUp]:
    """Clients that colleagues of the reader's service offer, in a house where the services keep their records."""
    if not decide(work.actor, Permission.CLIENT_LIST, work.facts).is_granted:
        return
    for offer in own_offers(work):
        url = url_for("service_notes.offer", offer=offer.id)
        by = _("offered by %(name)s", name=offer.by)
        yield FollowUp(_("Answer: a client is offered to you"), offer.name, url, by, "share")


def _drafts(work: UnitOfWork, seen: Sequence[SeenCase]) -> Iterator[FollowUp]:
    numbers = {found.case.id: found.case.number for found in seen}
    for case_id, saved_at in drafts_within(work.session, work.actor.account_id, list(numbers)):
        url, saved = (
            url_for("cases.show", case=case_id, _anchor="journal"),
            _("Draft saved %(moment)s", moment=moment_text(saved_at)),
        )
        yield FollowUp(_("Finish the entry"), numbers[case_id], url, saved, "note")


def _class_notes(work: UnitOfWork) -> Iterator[FollowUp]:
    """Notes on own pupils that the teacher has not marked as read."""
    rows = unread_notes(work)
    names = pupil_names(work, {row.student_id for row in rows})
    for row in rows:
        title, until = _("Read what to do in class"), _("In force until %(day)s", day=weekday_text(row.ends_on))
        yield FollowUp(title, names[row.student_id], url_for("disclosures.received"), until, "eye", row.begins_on)


def _decisions(work: UnitOfWork) -> Iterator[FollowUp]:
    """What communal meetings have given to the reader: it is about nobody, so it says what it is."""
    for each in own_decisions(work):
        url = url_for("communal.begin_ending_decision", decision=each.id)
        when = latest(each.due_on)
        if each.due_on < work.facts.on:
            when = _("Late: it was to be done by %(day)s", day=weekday_text(each.due_on))
        yield FollowUp(each.what, each.unit, url, when, "people", each.due_on)


def _clock_tasks(work: UnitOfWork) -> Iterator[FollowUp]:
    """What the reader has to see to in the annual clock of a unit."""
    for each in pressing_tasks(work):
        when = latest(each.due_on)
        if each.due_on < work.facts.on:
            when = _("Late: it was to be done by %(day)s", day=weekday_text(each.due_on))
        yield FollowUp(each.title, each.unit, each.url, when, "calendar", each.due_on)


def _saved(moment: datetime) -> str:
    return _("Draft saved %(moment)s", moment=moment_text(moment))
