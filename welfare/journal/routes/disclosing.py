"""Writing down a disclosure."""

from flask import url_for

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.actions import DisclosureRefusedError, DraftPlace, IncompleteEntryError, disclose
from welfare.journal.forms import refuse_disclosure
from welfare.journal.pages import WritingPage
from welfare.journal.pages.forms import fresh_form, kept_form, posted_form
from welfare.journal.pages.law import words_of_missing
from welfare.journal.routes.blueprint import bp
from welfare.journal.routes.desk import Addresses, Answer, Desk
from welfare.journal.routes.writing import NEW, new_entry, to_entry
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission

NEW_DISCLOSURE = f"{NEW}/disclosure"


@bp.get(NEW_DISCLOSURE, needs=Permission.DISCLOSURE_RECORD)
def write_disclosure(work: UnitOfWork, case: Case) -> Answer:
    """The form, as it was left or as it begins."""
    return _desk(work, case).draw(fresh_form(work, case, EntryKind.DISCLOSURE))


@bp.post(NEW_DISCLOSURE, needs=Permission.DISCLOSURE_RECORD)
def save_disclosure(work: UnitOfWork, case: Case) -> Answer:
    """Put the disclosure into the record, if it has its ground."""
    desk, form = _desk(work, case), posted_form(work, case, EntryKind.DISCLOSURE)
    stopped = desk.keep_or_stop(form)
    if stopped is not None:
        return stopped
    if not form.validate_on_submit():
        return desk.draw(form, 422)
    try:
        entry = disclose(work, case, new_entry(EntryKind.DISCLOSURE, form))
    except DisclosureRefusedError as error:
        refuse_disclosure(form, error.lacks)
        return desk.draw(form, 422)
    except IncompleteEntryError as error:
        form.refuse(None, words_of_missing(error.missing))
        return desk.draw(form, 422)
    return to_entry(case, entry)


@bp.post(f"{NEW_DISCLOSURE}/draft", needs=Permission.DISCLOSURE_RECORD)
def autosave_disclosure(work: UnitOfWork, case: Case) -> Answer:
    """Keep what is being typed."""
    return _desk(work, case).autosave(posted_form(work, case, EntryKind.DISCLOSURE))


def _desk(work: UnitOfWork, case: Case) -> Desk:
    return Desk(
        work=work,
        place=DraftPlace.of_new(case, EntryKind.DISCLOSURE),
        addresses=Addresses(
            save=url_for("journal.write_disclosure", case=case.id),
            autosave=url_for("journal.autosave_disclosure", case=case.id),
            discard=url_for("journal.discard", case=case.id, kind="disclosure"),
            leave=url_for("journal.show", case=case.id),
        ),
        page=lambda form: WritingPage.of(work, case, EntryKind.DISCLOSURE, form),
        kept_form=lambda saved: kept_form(work, case, EntryKind.DISCLOSURE, saved),
    )
