"""Telling a pupil's teachers what to do in class, and reading it as a teacher."""

from flask import Response, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.disclosures.actions.teacher_notes import (
    TeacherNoteOverError,
    TeacherNoteRefusedError,
    end_note,
    mark_read,
    tell_teachers,
)
from welfare.disclosures.forms.teacher_note import TeacherNoteForm
from welfare.disclosures.models import TeacherNote
from welfare.disclosures.pages.hidden import hidden_place_told
from welfare.disclosures.pages.teacher_notes import NotePage, hint_words, teachers_words
from welfare.disclosures.routes.blueprint import CLASS_NOTE, NOTE, NOTES, bp
from welfare.drafts.desk import Answer
from welfare.journal.pages.matter import MatterHead
from welfare.journal.queries import grounds_at, offices_of
from welfare.rules.disclosure import DisclosureGround
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get(f"{NOTES}/new", needs=Permission.TEACHER_NOTE_GIVE)
def begin_note(work: UnitOfWork, case: Case) -> Answer:
    """The form."""
    form = TeacherNoteForm(today=work.facts.on, formdata=None)
    form.begins_on.put(work.facts.on)
    return _drawn(work, case, form)


@bp.post(f"{NOTES}/new", needs=Permission.TEACHER_NOTE_GIVE)
def give_note(work: UnitOfWork, case: Case) -> Answer:
    """Give it to the present teachers."""
    form, teachers = TeacherNoteForm(today=work.facts.on), teachers_words(work, case)
    if not form.validate_on_submit() or _is_stopped(work, case, form, teachers):
        return _drawn(work, case, form, 422)
    command = form.to_command(_ground(work, case), offices_of(work.actor)[0], teachers)
    try:
        row = tell_teachers(work, case, command)
    except TeacherNoteRefusedError:
        form.refuse("ends_on", _("Check the days."))
        return _drawn(work, case, form, 422)
    flash(_("The teachers see the note on their page. The journal tells what they were told."), "good")
    return redirect(url_for("disclosures.show_note", case=case.id, note=row.id), 303)


@bp.get(NOTE, needs=Permission.JOURNAL_READ)
def show_note(work: UnitOfWork, case: Case, note: TeacherNote) -> str:
    """One note, and who has read it."""
    page = NotePage.of(work, case, note)
    return render_template("disclosures/note.html", page=page, action=ActionForm(formdata=None))


@bp.post(f"{NOTE}/end", needs=Permission.CASE_MANAGE)
def end_teacher_note(work: UnitOfWork, case: Case, note: TeacherNote) -> Answer:
    """End it before its last day."""
    try:
        end_note(work, note)
    except TeacherNoteOverError:
        flash(_("The note has ended already."), "soon")
    else:
        flash(_("The note has ended. The teachers do not see it any more."), "good")
    return redirect(url_for("disclosures.show_note", case=case.id, note=note.id), 303)


@bp.post(f"{CLASS_NOTE}/read", needs=Permission.TEACHER_NOTE_READ)
def read_note(work: UnitOfWork, note: TeacherNote) -> Answer:
    """Say that one has read it."""
    mark_read(work, note)
    flash(_("Marked as read."), "good")
    return redirect(url_for("disclosures.received"), 303)


def _is_stopped(work: UnitOfWork, case: Case, form: TeacherNoteForm, teachers: str) -> bool:
    """Whether something stands against giving it: nobody to give it to, a hidden place, or a hint not looked at."""
    if not teachers:
        form.refuse(None, _("The roster knows no teacher of this pupil today, so nobody would see the note."))
        return True
    if hidden_place_told(work, case.student_id, [form.text.data]) is not None:
        words = _("The text tells where the family lives, and that is hidden for safety. Leave that passage out.")
        form.refuse("text", words)
        return True
    return form.nudge(hint_words(work, case, form.text.data))


def _ground(work: UnitOfWork, case: Case) -> DisclosureGround:
    """Basic education has a section of its own; elsewhere compulsory education gives the ground."""
    has_own = DisclosureGround.TEACHING in grounds_at(work.session, case.school_id)
    return DisclosureGround.TEACHING if has_own else DisclosureGround.COMPULSORY_EDUCATION


def _drawn(work: UnitOfWork, case: Case, form: TeacherNoteForm, status: int = 200) -> Response:
    teachers = teachers_words(work, case)
    page = render_template("disclosures/tell.html", matter=MatterHead.of(work, case), form=form, teachers=teachers)
    return make_response(page, status)
