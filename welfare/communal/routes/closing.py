"""Closing a memo, adding to it, and the public memo as a file."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions import memos as actions
from welfare.communal.data.agenda import item_title
from welfare.communal.forms.memos import AdditionForm, CloseMemoForm
from welfare.communal.guard import lets_through
from welfare.communal.meeting_words import LACK_WORDS
from welfare.communal.models import CommunalMeeting
from welfare.communal.pages.meetings import MeetingPage, unit_of
from welfare.communal.pages.paper import memo_paper
from welfare.communal.queries.meetings import decisions_of_meeting, items_of
from welfare.communal.routes.blueprint import MEETING, bp
from welfare.documents.serving import pdf_answer
from welfare.rules.communal_meetings import CommunalState, what_blocks_final
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.ui.fields import Option
from welfare.ui.locale import current_locale


@bp.get(f"{MEETING}/close", needs=Permission.COMMUNITY_CLOSE_MEMO)
def check_memo(work: UnitOfWork, meeting: CommunalMeeting) -> str:
    """The memo as it will stand, what it still lacks, and what is told to everybody."""
    form = _close_form(work, meeting)
    form.public.put([item.id for item in items_of(work.session, meeting.id) if item.is_public])
    form.told.put([row.id for row in decisions_of_meeting(work.session, meeting.id) if row.is_public])
    return _draw_close(work, meeting, form)


@bp.post(f"{MEETING}/close", needs=Permission.COMMUNITY_CLOSE_MEMO)
def close_memo(work: UnitOfWork, meeting: CommunalMeeting) -> ResponseReturnValue:
    """Close it for good."""
    form = _close_form(work, meeting)
    if form.validate_on_submit():
        try:
            actions.close_memo(work, meeting, form.public.data, form.told.data)
        except actions.MemoUnfinishedError as error:
            for lack in error.lacks:
                form.refuse(None, str(LACK_WORDS[lack]))
        else:
            flash(_("The memo is closed. The public memo can be told to everybody."), "good")
            return _to(meeting)
    return _draw_close(work, meeting, form), 422


@bp.get(f"{MEETING}/additions/new", needs=Permission.COMMUNITY_CLOSE_MEMO)
def begin_addition(work: UnitOfWork, meeting: CommunalMeeting) -> str:
    """Ask what is added."""
    return _draw_addition(work, meeting, AdditionForm())


@bp.post(f"{MEETING}/additions/new", needs=Permission.COMMUNITY_CLOSE_MEMO)
def add_to_memo(work: UnitOfWork, meeting: CommunalMeeting) -> ResponseReturnValue:
    """Keep it beside the memo."""
    form = AdditionForm()
    if not (form.validate_on_submit() and lets_through(work, unit_of(work, meeting), form)):
        return _draw_addition(work, meeting, form), 422
    try:
        actions.add_to_memo(work, meeting, form.text_fi.data, form.text_sv.data)
    except actions.MemoOpenError:
        form.refuse(None, _("The memo is not closed. Write it in the memo itself."))
        return _draw_addition(work, meeting, form), 422
    flash(_("The addition stands beside the memo."), "good")
    return _to(meeting)


@bp.get(f"{MEETING}/memo/<any(fi, sv):language>.pdf", needs=Permission.COMMUNITY_READ)
def public_memo(work: UnitOfWork, meeting: CommunalMeeting, language: str) -> ResponseReturnValue:
    """The public memo as a file; there is none before the memo is closed."""
    if meeting.state is not CommunalState.FINAL:
        abort(404)
    work.note(meeting.controller_id, Register.COMMUNAL, ("communal_meeting", meeting.id), view="print")
    with force_locale(language):
        return pdf_answer(memo_paper(work, meeting, language))


def _close_form(work: UnitOfWork, meeting: CommunalMeeting) -> CloseMemoForm:
    form, locale = CloseMemoForm(), current_locale()
    items = items_of(work.session, meeting.id)
    decisions = decisions_of_meeting(work.session, meeting.id)
    form.offer(
        [Option(item.id, item_title(item.kind, item.title_fi, item.title_sv, locale)) for item in items],
        [Option(row.id, row.what(locale)) for row in decisions],
    )
    return form


def _draw_close(work: UnitOfWork, meeting: CommunalMeeting, form: CloseMemoForm) -> str:
    lacks = [str(LACK_WORDS[lack]) for lack in what_blocks_final(actions.held(work, meeting), work.now)]
    page = MeetingPage.of(work, meeting)
    return render_template("communal/close_memo.html", page=page, form=form, lacks=lacks)


def _draw_addition(work: UnitOfWork, meeting: CommunalMeeting, form: AdditionForm) -> str:
    return render_template("communal/addition.html", page=MeetingPage.of(work, meeting), form=form)


def _to(meeting: CommunalMeeting) -> ResponseReturnValue:
    return redirect(url_for("communal.meeting", meeting=meeting.id), 303)
