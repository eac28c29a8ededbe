"""The provider's phrases: looked at, added, changed, offered no more."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.audit.unit_of_work import UnitOfWork
from welfare.catalogues.desk import draw_item
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.phrases.actions import StalePhraseError, add_phrase, change_phrase
from welfare.phrases.forms import NewPhraseForm, PhraseForm
from welfare.phrases.models import Phrase
from welfare.phrases.pages import phrases_page
from welfare.phrases.queries import load_phrase
from welfare.rules.permissions import Permission
from welfare.ui.locale import current_locale
from welfare.ui.versions import Conflict

bp = GuardedBlueprint("phrases", __name__, subjects={"phrase_id": load_phrase})


@bp.get("/phrases", needs=Permission.CATALOGUE_SEE)
def overview(work: UnitOfWork) -> str:
    """The phrases of the providers one works for."""
    return render_template("catalogues/overview.html", page=phrases_page(work))


@bp.get("/phrases/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def begin_phrase(work: UnitOfWork, provider: Organisation) -> str:
    """Ask for the words."""
    del work
    return _draw(NewPhraseForm(), _("Add a phrase"), provider.name(current_locale()))


@bp.post("/phrases/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def new_phrase(work: UnitOfWork, provider: Organisation) -> ResponseReturnValue:
    """Offer it."""
    form = NewPhraseForm()
    if not form.validate_on_submit():
        return _draw(form, _("Add a phrase"), provider.name(current_locale())), 422
    add_phrase(work, provider.id, form.to_wording())
    flash(_("The phrase is offered from now on."), "good")
    return redirect(url_for("phrases.overview"), 303)


@bp.get("/phrases/<phrase_id:phrase>", needs=Permission.CATALOGUE_KEEP)
def begin_change(work: UnitOfWork, phrase: Phrase) -> str:
    """One phrase in a form."""
    del work
    form = PhraseForm()
    fill(form, form.values_of(phrase))
    return _draw(form, _("Change a phrase"))


@bp.post("/phrases/<phrase_id:phrase>", needs=Permission.CATALOGUE_KEEP)
def change(work: UnitOfWork, phrase: Phrase) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    form = PhraseForm()
    if not form.validate_on_submit():
        return _draw(form, _("Change a phrase")), 422
    try:
        change_phrase(work, phrase, form.to_wording(), form.state.data, revision_of(form))
    except StalePhraseError:
        conflict = versions_of(form, form.values_of(phrase))
        form.revision.put(phrase.revision)
        return _draw(form, _("Change a phrase"), conflict=conflict), 409
    flash(_("The changes are saved."), "good")
    return redirect(url_for("phrases.overview"), 303)


def _draw(form: NewPhraseForm, title: str, under: str = "", conflict: Conflict | None = None) -> str:
    return draw_item(form, title, under, (_("Phrases and templates"), "phrases.overview"), conflict=conflict)
