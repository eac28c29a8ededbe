"""Giving something to somebody who takes no part, on one screen."""

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.disclosures.actions import give
from welfare.disclosures.forms import GivingForm
from welfare.disclosures.pages.forms import fresh_giving, kept_giving, posted_giving
from welfare.disclosures.pages.hidden import hidden_place_told
from welfare.disclosures.pages.shown import Shown
from welfare.disclosures.routes.blueprint import DISCLOSURES, bp
from welfare.drafts.desk import Addresses, Answer
from welfare.journal.actions import DisclosureRefusedError, IncompleteEntryError, draft_of_new
from welfare.journal.forms import EntryForm, refuse_disclosure
from welfare.journal.pages import WritingPage
from welfare.journal.pages.law import words_of_missing
from welfare.journal.routes.desk import Desk
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission

NEW = f"{DISCLOSURES}/new"
PREVIEW_BUTTON = "preview"


@bp.get(NEW, needs=Permission.DISCLOSURE_RECORD)
def write(work: UnitOfWork, case: Case) -> Answer:
    """The form, as it was left or as it begins."""
    return _desk(work, case).begin(lambda: fresh_giving(work, case))


@bp.post(NEW, needs=Permission.DISCLOSURE_RECORD)
def save(work: UnitOfWork, case: Case) -> Answer:
    """Give it, if it has its ground; or show first what the receiver will see."""
    desk, form = _desk(work, case), posted_giving(work, case)
    if PREVIEW_BUTTON in request.form:
        return desk.draw(form)
    stopped = desk.keep_or_stop(form)
    if stopped is not None:
        return stopped
    if not form.validate_on_submit() or _tells_a_hidden_place(work, case, form):
        return desk.draw(form, 422)
    try:
        row = give(work, case, form.to_command())
    except DisclosureRefusedError as error:
        refuse_disclosure(form, error.lacks)
        return desk.draw(form, 422)
    except IncompleteEntryError as error:
        form.refuse(None, words_of_missing(error.missing))
        return desk.draw(form, 422)
    flash(_("It is given, and the journal tells what, to whom and on what ground."), "good")
    return redirect(url_for("disclosures.show", case=case.id, disclosure=row.id), 303)


@bp.post(f"{NEW}/draft", needs=Permission.DISCLOSURE_RECORD)
def autosave(work: UnitOfWork, case: Case) -> Answer:
    """Keep what is being typed."""
    return _desk(work, case).autosave(posted_giving(work, case))


def _tells_a_hidden_place(work: UnitOfWork, case: Case, form: GivingForm) -> bool:
    """Refuse words that tell where somebody hidden lives."""
    texts = [form.what.data, *(each.text for each in form.passages.chosen)]
    if hidden_place_told(work, case.student_id, texts) is None:
        return False
    words = _("The text tells where the family lives, and that is hidden for safety. Leave that passage out.")
    form.refuse("passages" if form.passages.chosen else "what", words)
    return True


def _preview(form: EntryForm) -> dict[str, Shown | None]:
    """What the receiver will see, if that was asked for."""
    if not isinstance(form, GivingForm) or PREVIEW_BUTTON not in request.form:
        return {"preview": None}
    return {"preview": Shown.to_be(form.what.data or "", form.passages.excerpts)}


def _desk(work: UnitOfWork, case: Case) -> Desk:
    return Desk(
        work=work,
        place=draft_of_new(case, EntryKind.DISCLOSURE),
        addresses=Addresses(
            save=url_for("disclosures.write", case=case.id),
            autosave=url_for("disclosures.autosave", case=case.id),
            discard=url_for("journal.discard", case=case.id, kind="disclosure"),
            leave=url_for("journal.show", case=case.id),
        ),
        page=lambda form: WritingPage.of(work, case, EntryKind.DISCLOSURE, form),
        kept_form=lambda saved: kept_giving(work, case, saved),
        template="disclosures/give.html",
        more=_preview,
    )
