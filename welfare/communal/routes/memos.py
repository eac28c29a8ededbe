"""Writing a memo: one page, saved text by text as one types, or whole by a button; and who was there."""

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions.meetings import MeetingClosedError
from welfare.communal.actions.memos import keep_attendance
from welfare.communal.forms.memos import AttendanceForm, MemoForm, attendance_form, memo_form, seat_field
from welfare.communal.guard import lets_through, look
from welfare.communal.models import AgendaItem, CommunalMeeting
from welfare.communal.pages.attendance import seats_on_the_day
from welfare.communal.pages.meetings import MeetingPage, unit_of
from welfare.communal.pages.memos import MemoPage
from welfare.communal.queries.meetings import attendance_of, items_of
from welfare.communal.routes.blueprint import MEETING, bp
from welfare.communal.routes.scribing import MemoScribe
from welfare.rules.communal_meetings import CommunalState
from welfare.rules.permissions import Permission
from welfare.ui.expired import typed_back

MEMO = f"{MEETING}/memo"


@bp.get(MEMO, needs=Permission.COMMUNITY_WRITE)
def memo(work: UnitOfWork, meeting: CommunalMeeting) -> ResponseReturnValue:
    """The memo item by item."""
    if meeting.state is not CommunalState.PLANNED:
        return redirect(url_for("communal.meeting", meeting=meeting.id), 303)
    items = items_of(work.session, meeting.id)
    form = memo_form(items, is_empty=True)
    form.show(items)
    return _draw(work, meeting, form)


@bp.post(MEMO, needs=Permission.COMMUNITY_WRITE)
def save_memo(work: UnitOfWork, meeting: CommunalMeeting) -> ResponseReturnValue:
    """Save every text that was changed here, as one does without scripts; then stay, decide or close."""
    if meeting.state is not CommunalState.PLANNED:
        return _too_late(work, meeting)
    items = items_of(work.session, meeting.id)
    form = memo_form(items)
    scribe = MemoScribe(work, meeting, items, form)
    if not (form.validate_on_submit() and lets_through(work, unit_of(work, meeting), form, scribe.stored)):
        return _draw(work, meeting, form), 422
    try:
        scribe.take_all()
    except MeetingClosedError:
        return _too_late(work, meeting)
    if scribe.conflicts:
        return _draw(work, meeting, form, scribe), 409
    return redirect(_onwards(meeting), 303)


@bp.post(f"{MEMO}/<agenda_item_id:item>/<any(fi, sv):language>", needs=Permission.COMMUNITY_WRITE)
def autosave_memo(work: UnitOfWork, meeting: CommunalMeeting, item: AgendaItem, language: str) -> ResponseReturnValue:
    """Save one text while it is being typed. What could name a pupil waits until its writer has been asked."""
    if meeting.state is not CommunalState.PLANNED:
        return _quiet(409)
    items = items_of(work.session, meeting.id)
    form = memo_form(items)
    field, mark = form.text_of(item.id, language), form.mark_of(item.id, language)
    if mark.data is None or not field.raw_data:
        return _quiet(400)
    scribe = MemoScribe(work, meeting, items, form)
    text = str(field.data or "")
    if field.process_errors or not look(work, unit_of(work, meeting), [text], scribe.stored).is_clear:
        return _quiet(422)
    scribe.take(item, language)
    if not scribe.conflicts:
        return "", 204, {"X-Seen": str(mark.data or "")}
    fresh = memo_form(items, is_empty=True)
    fresh.show(items)
    fresh.text_of(item.id, language).put(field.data)
    return _draw(work, meeting, fresh, scribe), 409


@bp.get(f"{MEETING}/attendance", needs=Permission.COMMUNITY_WRITE)
def attendance(work: UnitOfWork, meeting: CommunalMeeting) -> str:
    """Ask who was there."""
    form = _attendance_form(work, meeting)
    kept = attendance_of(work.session, meeting.id)
    for seat, _line in seats_on_the_day(work, meeting):
        count = kept[seat.id].present if seat.id in kept else 0
        form[seat_field(seat.id)].put(bool(count) if seat.person_id else count)  # type: ignore[attr-defined]
    return _draw_attendance(work, meeting, form)


@bp.post(f"{MEETING}/attendance", needs=Permission.COMMUNITY_WRITE)
def save_attendance(work: UnitOfWork, meeting: CommunalMeeting) -> ResponseReturnValue:
    """Keep who was there."""
    form = _attendance_form(work, meeting)
    if not form.validate_on_submit():
        return _draw_attendance(work, meeting, form), 422
    seats = [seat for seat, _line in seats_on_the_day(work, meeting)]
    try:
        keep_attendance(work, meeting, {seat.id: int(form[seat_field(seat.id)].data or 0) for seat in seats})
    except MeetingClosedError:
        flash(_("The meeting has been called off, or its memo is closed."), "soon")
    else:
        flash(_("It is kept who was there."), "good")
    return redirect(url_for("communal.meeting", meeting=meeting.id, _anchor="attendance"), 303)


def _attendance_form(work: UnitOfWork, meeting: CommunalMeeting) -> AttendanceForm:
    seats = seats_on_the_day(work, meeting)
    return attendance_form([(seat, ", ".join(filter(None, (line.name, line.part)))) for seat, line in seats])


def _draw(work: UnitOfWork, meeting: CommunalMeeting, form: MemoForm, scribe: MemoScribe | None = None) -> str:
    page = MemoPage.of(work, meeting, scribe.conflicts if scribe else {})
    return render_template("communal/memo.html", page=page, form=form)


def _draw_attendance(work: UnitOfWork, meeting: CommunalMeeting, form: AttendanceForm) -> str:
    names = [seat_field(seat.id) for seat, _line in seats_on_the_day(work, meeting)]
    return render_template("communal/attendance.html", page=MeetingPage.of(work, meeting), form=form, names=names)


def _too_late(work: UnitOfWork, meeting: CommunalMeeting) -> ResponseReturnValue:
    """Somebody has closed the memo meanwhile: what was typed is given back to be copied."""
    page, typed = MeetingPage.of(work, meeting), typed_back(request.form)
    return render_template("communal/meeting.html", page=page, typed=typed, action=None), 409


def _onwards(meeting: CommunalMeeting) -> str:
    """Where the button that was pressed leads once everything is saved."""
    if "decide" in request.form:
        return url_for("communal.begin_decision", meeting=meeting.id)
    if "close" in request.form:
        return url_for("communal.check_memo", meeting=meeting.id)
    flash(_("The memo is saved."), "good")
    return url_for("communal.memo", meeting=meeting.id)


def _quiet(status: int) -> Response:
    """An answer for a script, with no page to read."""
    return make_response("", status, {"Content-Type": "text/plain"})
