"""Writing own words, and deciding when the group sees them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.own_words.actions import share_words, take_words_back, write_words
from welfare.own_words.models import OwnWords
from welfare.people.models import Person
from welfare.portal.forms import OwnWordsForm
from welfare.portal.pages import ChooserPage, MattersToWriteIn, OwnWordsPage, only_one
from welfare.portal.routes.blueprint import OWN, bp
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

WORDS = f"{OWN}/matters/<own_case_id:case>/words"
ONE = f"{WORDS}/<own_words_id:words>"


@bp.get("/own/words", needs=Permission.PORTAL_SEE)
def choose_words(work: UnitOfWork) -> ResponseReturnValue:
    """Choose about whom; who can only mean one goes straight on."""
    student_id = only_one(work)
    if student_id is not None:
        return redirect(url_for("portal.matters_to_write_in", student=student_id), 303)
    return render_template("portal/choose.html", page=ChooserPage.of(work), endpoint="portal.matters_to_write_in")


@bp.get(f"{OWN}/words", needs=Permission.PORTAL_READ)
def matters_to_write_in(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Choose the matter; where there is one, straight on."""
    page = MattersToWriteIn.of(work, student)
    if len(page.matters) == 1:
        return redirect(url_for("portal.words", student=student.id, case=page.matters[0][0]), 303)
    return render_template("portal/write_in.html", page=page)


@bp.get(WORDS, needs=Permission.OWN_WORDS_WRITE)
def words(work: UnitOfWork, student: Person, case: Case) -> ResponseReturnValue:
    """What has been written, and room for more."""
    return _draw(work, student, case, OwnWordsForm())


@bp.post(WORDS, needs=Permission.OWN_WORDS_WRITE)
def write(work: UnitOfWork, student: Person, case: Case) -> ResponseReturnValue:
    """Keep one more version."""
    form = OwnWordsForm()
    if not form.validate_on_submit():
        return _draw(work, student, case, form), 422
    write_words(work, case, form.text.data, is_shared=form.is_shared)
    flash(_("Your words are kept, and the group sees them.") if form.is_shared else _("Your words are kept."), "good")
    return redirect(url_for("portal.words", student=student.id, case=case.id), 303)


@bp.post(f"{ONE}/share", needs=Permission.OWN_WORDS_SHOW)
def share(work: UnitOfWork, student: Person, case: Case, words: OwnWords) -> ResponseReturnValue:
    """Let the group see one version."""
    share_words(work, words)
    flash(_("The group sees these words now."), "good")
    return redirect(url_for("portal.words", student=student.id, case=case.id), 303)


@bp.post(f"{ONE}/take-back", needs=Permission.OWN_WORDS_SHOW)
def take_back(work: UnitOfWork, student: Person, case: Case, words: OwnWords) -> ResponseReturnValue:
    """Show it to the group no more."""
    take_words_back(work, words)
    flash(_("The group does not see these words any more."), "good")
    return redirect(url_for("portal.words", student=student.id, case=case.id), 303)


def _draw(work: UnitOfWork, student: Person, case: Case, form: OwnWordsForm) -> str:
    page = OwnWordsPage.of(work, student, case)
    return render_template("portal/words.html", page=page, form=form, again=ActionForm())
