"""Forms to be signed: asked for, printed under a number, found again by it."""

from flask import Response, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.pages import will_choices
from welfare.consents.papers.forms import ASKING, AskingForm
from welfare.consents.papers.models import ConsentForm
from welfare.consents.papers.pages import FormGapError, PrintedForm, language_of, matter_words, paper_of
from welfare.consents.papers.printing import print_form
from welfare.consents.papers.routes.blueprint import bp, handed_out
from welfare.consents.queries import said_about
from welfare.consents.routes import BY_SLUG, KINDS
from welfare.consents.wills import Matter
from welfare.consents.words import KIND_WORDS
from welfare.documents.pdf import pdf_of
from welfare.rules.consent import ConsentKind
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.ui.locale import current_locale

FORMS = "/cases/<case_id:case>/consents/forms"


@bp.get(f"{FORMS}/new/<{KINDS}:kind>", needs=Permission.CONSENT_RECORD)
def ask(work: UnitOfWork, case: Matter, kind: str) -> str:
    """What is to stand on a form of one kind."""
    said = said_about(work.session, case, work.facts.on)
    form = _form(work, case, BY_SLUG[kind])
    deciders = said.deciders(BY_SLUG[kind]).on(work.facts.on)
    form.suggest_new(work.facts.on, deciders, language_of(work, case.student_id))
    return _draw(case, form)


@bp.post(f"{FORMS}/new/<{KINDS}:kind>", needs=Permission.CONSENT_RECORD)
def print_new(work: UnitOfWork, case: Matter, kind: str) -> ResponseReturnValue:
    """Draw a number and keep what is asked under it."""
    form = _form(work, case, BY_SLUG[kind])
    if not form.validate_on_submit():
        return _draw(case, form), 422
    command = form.to_command(matter_words(work, case, form.form_language.data))
    printed = print_form(work, case, command)
    flash(_("The form is ready. Open it and print it."), "good")
    return redirect(url_for("papers.show_form", case=case.id, form=printed.id), 303)


@bp.get(f"{FORMS}/<form_id:form>", needs=Permission.CONSENT_RECORD)
def show_form(work: UnitOfWork, case: Matter, form: ConsentForm) -> str:
    """One printed form: what it asks, its file, and the way to record what was answered."""
    return render_template("consents/form.html", page=PrintedForm.of(work, form), case=case)


@bp.get(f"{FORMS}/<form_id:form>/paper.pdf", needs=Permission.CONSENT_RECORD)
def form_file(work: UnitOfWork, case: Matter, form: ConsentForm) -> Response:
    """The file of a printed form, the same whenever it is opened; the trail tells it from reading."""
    work.note(case.controller_id, Register.WELFARE, *form.about(), way="print")
    try:
        content = pdf_of(paper_of(work, form))
    except FormGapError:
        flash(_("The words of this form cannot be opened, so it cannot be printed. Make a new one."), "late")
        return make_response(redirect(url_for("papers.show_form", case=case.id, form=form.id), 303))
    return handed_out(content, "application/pdf", "form.pdf")


def _form(work: UnitOfWork, case: Matter, kind: ConsentKind) -> AskingForm:
    said = said_about(work.session, case, work.facts.on)
    return ASKING[kind](today=work.facts.on).offering(will_choices(work, said, case.school_id, kind))


def _draw(case: Matter, form: AskingForm) -> str:
    return render_template(
        "consents/ask.html",
        case=case,
        form=form,
        kind_words=KIND_WORDS[form.kind],
        law=form.kind.law.alone(current_locale()),
    )
