"""One matter: its page, its words, its log."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.reading import read_mark
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases import actions
from welfare.cases.forms import TextForm
from welfare.cases.models import Case
from welfare.cases.pages import CasePage, CaseWords, LogPage, conflict_of, words_of
from welfare.cases.routes.blueprint import bp
from welfare.cases.routes.drafting import is_draft_wanted, kept
from welfare.cases.sections import parts_of
from welfare.cases.waiting import WORDS
from welfare.drafts.actions import discard_draft
from welfare.drafts.pages import SavedDraft, load_draft
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

OVERTAKEN = 0
"""The revision of a draft that is older than the stored text: saving it shows both."""


@bp.get("/cases/<case_id:case>", needs=Permission.CASE_READ)
def show(work: UnitOfWork, case: Case) -> str:
    """The page of a matter."""
    parts = parts_of(work, case)
    page = CasePage.of(work, case, [step for part in parts for step in part.next])
    return render_template("cases/show.html", page=page, parts=parts)


@bp.get("/cases/<case_id:case>/log", needs=Permission.CASE_LOG_READ)
def log(work: UnitOfWork, case: Case) -> str:
    """Everybody who has looked or done something, newest first."""
    before = read_mark(request.args.get("before", ""))
    return render_template("cases/log.html", page=LogPage.of(work, case, before))


@bp.get("/cases/<case_id:case>/text", needs=Permission.CASE_TEXT_EDIT)
def begin_edit(work: UnitOfWork, case: Case) -> str:
    """The words of the matter in a form, or one's own unfinished ones."""
    saved, words = load_draft(work, WORDS, case.id), words_of(work, case)
    form = TextForm(formdata=saved.formdata if saved else None)
    if saved is None:
        form.title.put(words.title)
        form.background.put(words.background)
    is_overtaken = saved is not None and case.text_saved_at > saved.saved_at
    form.revision.put(OVERTAKEN if is_overtaken else case.revision)
    return _drawn(case, form, words, saved)


@bp.post("/cases/<case_id:case>/text", needs=Permission.CASE_TEXT_EDIT)
def edit(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """Save them, or show both versions if somebody else has saved since."""
    form, words = TextForm(), words_of(work, case)
    if is_draft_wanted():
        return kept(work, WORDS, form, case, url_for("cases.begin_edit", case=case.id))
    if not form.validate_on_submit():
        return _drawn(case, form, words), 422
    changed = words.changed(form.title.data, form.background.data)
    try:
        actions.edit_text(work, case, changed, int(form.revision.data or 0))
    except actions.StaleTextError:
        return _conflict(work, case, form), 409
    discard_draft(work, WORDS, case.id)
    flash(_("The title and background are saved."), "good")
    return redirect(url_for("cases.show", case=case.id), 303)


def _drawn(case: Case, form: TextForm, words: CaseWords, saved: SavedDraft | None = None) -> str:
    return render_template("cases/text.html", case=case, form=form, words=words, saved=saved, action=ActionForm())


def _conflict(work: UnitOfWork, case: Case, form: TextForm) -> str:
    """Both writers' words, and a merged text over the revision that is stored now."""
    stored = words_of(work, case)
    title = conflict_of(work, case, form.title.data, stored.title)
    background = conflict_of(work, case, form.background.data, stored.background)
    form.background.put(background.merged)
    form.revision.put(case.revision)
    return render_template("cases/text_conflict.html", case=case, form=form, title=title, background=background)
