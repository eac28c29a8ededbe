"""Unfinished words of a matter: kept as one types, shown again to their writer alone, thrown away on request."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.forms import ProposeForm, TextForm
from welfare.cases.models import Case
from welfare.cases.routes.blueprint import bp
from welfare.cases.waiting import PROPOSAL, WORDS
from welfare.drafts.actions import discard_draft, save_draft
from welfare.people.models import Person
from welfare.rules.permissions import Permission
from welfare.ui.forms import PageForm

BUTTON = "draft"


@bp.post("/cases/new/<candidate_id:student>/draft", needs=Permission.CASE_PROPOSE_FOR)
def keep_proposal(work: UnitOfWork, student: Person) -> tuple[str, int]:
    """Keep a proposal that is being typed, without judging it."""
    save_draft(work, PROPOSAL, ProposeForm().typed, student.id)
    return "", 204


@bp.post("/cases/new/<candidate_id:student>/draft/discard", needs=Permission.CASE_PROPOSE_FOR)
def discard_proposal(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Throw an unfinished proposal away."""
    discard_draft(work, PROPOSAL, student.id)
    return _thrown_away(url_for("cases.choose_student"))


@bp.post("/cases/<case_id:case>/text/draft", needs=Permission.CASE_TEXT_EDIT)
def keep_text(work: UnitOfWork, case: Case) -> tuple[str, int]:
    """Keep a title and background that are being typed."""
    save_draft(work, WORDS, TextForm().typed, case.id)
    return "", 204


@bp.post("/cases/<case_id:case>/text/draft/discard", needs=Permission.CASE_READ)
def discard_text(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """Throw an unfinished change away."""
    discard_draft(work, WORDS, case.id)
    return _thrown_away(url_for("cases.show", case=case.id))


def is_draft_wanted() -> bool:
    """Whether the form was sent by its draft button, as one does without scripts."""
    return BUTTON in request.form


def kept(work: UnitOfWork, purpose: str, form: PageForm, subject: Person | Case, back: str) -> ResponseReturnValue:
    """Keep what was typed and go back to the page."""
    save_draft(work, purpose, form.typed, subject.id)
    flash(_("The draft has been saved."), "good")
    return redirect(back, 303)


def _thrown_away(back: str) -> ResponseReturnValue:
    flash(_("The draft has been thrown away."), "info")
    return redirect(back, 303)
