"""The record of an item, and the round of amendments to it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.actions import CorrectionRefusedError, IncompleteEntryError
from welfare.journal.pages.law import words_of_missing
from welfare.meetings.actions.amending import AmendmentRefusedError, AnswerAmendment, proposal_blocks
from welfare.meetings.actions.amending import answer as answer_amendment
from welfare.meetings.actions.amending import propose as propose_amendment
from welfare.meetings.forms.amending import AnswerForm, ProposeForm
from welfare.meetings.models import Amendment, Meeting, MeetingItem
from welfare.meetings.pages.record import (
    RecordPage,
    RecordPlace,
    UnreadableRecordError,
    correction_by,
    family_options,
    proposal_views,
    proposed_text,
    texts_now,
)
from welfare.meetings.record_words import AMENDMENT_BLOCK_WORDS, PROPOSABLE
from welfare.meetings.routes.blueprint import ITEM, bp
from welfare.rules.amendments import AmendmentState
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

RECORD = f"{ITEM}/record"
PROPOSE = f"{RECORD}/amendments/new"
ANSWER = f"{RECORD}/amendments/<amendment_id:amendment>/answer"


@bp.get(RECORD, needs=Permission.MINUTES_READ)
def record(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> str:
    """The entry with its corrections, the proposals, the lock."""
    refuse_unfinished(work, item)
    return render_template("meetings/record.html", page=RecordPage.of(work, meeting, item), action=ActionForm())


@bp.get(PROPOSE, needs=Permission.AMENDMENT_PROPOSE)
def begin_proposing(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """The form, or why nothing can be proposed now."""
    refuse_unfinished(work, item)
    blocks = proposal_blocks(work, item)
    if blocks:
        flash(str(AMENDMENT_BLOCK_WORDS[blocks[0]]), "soon")
        return to_record(meeting, item)
    return _draw_proposal(work, meeting, item, _proposal(work, item))


@bp.post(PROPOSE, needs=Permission.AMENDMENT_PROPOSE)
def propose(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """Keep a proposal for the responsible person to answer."""
    refuse_unfinished(work, item)
    form = _proposal(work, item)
    if not form.validate_on_submit():
        return _draw_proposal(work, meeting, item, form), 422
    try:
        propose_amendment(work, work.session.get_one(Case, item.case_id), item, form.to_command())
    except AmendmentRefusedError as error:
        form.refuse(None, str(AMENDMENT_BLOCK_WORDS[error.blocks[0]]))
        return _draw_proposal(work, meeting, item, form), 422
    flash(_("The proposal is saved. The responsible person answers it."), "good")
    return to_record(meeting, item)


@bp.get(ANSWER, needs=Permission.AMENDMENT_DECIDE)
def begin_answering(work: UnitOfWork, meeting: Meeting, item: MeetingItem, amendment: Amendment) -> str:
    """The proposal beside the present text."""
    refuse_unfinished(work, item)
    return _draw_answer(work, meeting, item, amendment, AnswerForm())


@bp.post(ANSWER, needs=Permission.AMENDMENT_DECIDE)
def answer(work: UnitOfWork, meeting: Meeting, item: MeetingItem, amendment: Amendment) -> ResponseReturnValue:
    """Put it into the record by a correction, or keep why not."""
    refuse_unfinished(work, item)
    form = AnswerForm()
    if not form.validate_on_submit():
        return _draw_answer(work, meeting, item, amendment, form), 422
    try:
        _answer(work, item, amendment, form)
    except AmendmentRefusedError as error:
        form.refuse(None, str(AMENDMENT_BLOCK_WORDS[error.blocks[0]]))
    except IncompleteEntryError as error:
        form.refuse(None, words_of_missing(error.missing))
    except CorrectionRefusedError:
        form.refuse(None, _("Somebody has corrected the entry meanwhile. Look at the record and answer again."))
    except UnreadableRecordError:
        form.refuse(None, _("The text cannot be opened now, so it cannot be corrected. Tell your administrator."))
    else:
        flash(_("Your answer is saved."), "good")
        return to_record(meeting, item)
    return _draw_answer(work, meeting, item, amendment, form), 422


def refuse_unfinished(work: UnitOfWork, item: MeetingItem) -> None:
    """What is not final has no record, and its address does not exist."""
    if item.entry_id is None:
        refuse(work, work.facts)


def to_record(meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """Back to the record."""
    return redirect(url_for("meetings.record", meeting=meeting.id, item=item.id), 303)


def _answer(work: UnitOfWork, item: MeetingItem, amendment: Amendment, form: AnswerForm) -> None:
    is_accepted = form.state.data is AmendmentState.ACCEPTED
    command = AnswerAmendment(
        state=form.state.data,
        text=proposed_text(work, amendment),
        reason=form.reason.data,
        correction=correction_by(work, item, amendment, form.reason.data) if is_accepted else None,
    )
    answer_amendment(work, work.session.get_one(Case, item.case_id), item, amendment, command)


def _proposal(work: UnitOfWork, item: MeetingItem) -> ProposeForm:
    form = ProposeForm()
    form.offer(family_options(work, item))
    return form


def _draw_proposal(work: UnitOfWork, meeting: Meeting, item: MeetingItem, form: ProposeForm) -> str:
    texts = [(str(PROPOSABLE[section]), text) for section, text in texts_now(work, item).items() if text]
    place = RecordPlace.of(work, meeting, item)
    return render_template("meetings/propose.html", place=place, texts=texts, form=form)


def _draw_answer(work: UnitOfWork, meeting: Meeting, item: MeetingItem, amendment: Amendment, form: AnswerForm) -> str:
    (proposal,) = proposal_views(work, [amendment])
    place = RecordPlace.of(work, meeting, item)
    now = texts_now(work, item)[amendment.section]
    return render_template("meetings/answer.html", place=place, proposal=proposal, now=now, form=form)
