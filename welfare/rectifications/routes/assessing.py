"""Assessing what is asked for, by whoever is responsible for the matter."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.datarights.steps import NoRightError, TakenError
from welfare.journal.actions.writing import IncompleteEntryError
from welfare.journal.models import JournalEntry
from welfare.rectifications.actions import NotCorrectedYetError, complete, find_corrected, refuse
from welfare.rectifications.forms import AssessForm
from welfare.rectifications.models import Rectification
from welfare.rectifications.pages.request import RectificationPage, entry_words
from welfare.rectifications.queries import newest_of
from welfare.rectifications.routes.blueprint import bp
from welfare.rules.permissions import Permission
from welfare.rules.rectifications import RectificationOutcome

ONE = "/cases/<case_id:case>/corrections-asked/<rectification_id:asked>"


@bp.get(ONE, needs=Permission.RECTIFICATION_ASSESS)
def assessed(work: UnitOfWork, case: Case, asked: Rectification) -> str:
    """What is asked, and what can come of it."""
    return _draw(work, case, asked, AssessForm(formdata=None))


@bp.post(ONE, needs=Permission.RECTIFICATION_ASSESS, endpoint="assess")
def assess(work: UnitOfWork, case: Case, asked: Rectification) -> ResponseReturnValue:
    """Keep what comes of it."""
    form = AssessForm()
    if not form.validate_on_submit():
        return _draw(work, case, asked, form), 422
    try:
        _decide(work, case, asked, form)
    except TakenError:
        flash(_("The request has gone on in the meantime. This is how it stands."), "soon")
    except NotCorrectedYetError:
        words = _("The entry has not been corrected since it was asked for. Correct it in the journal first.")
        form.refuse("outcome", words)
        return _draw(work, case, asked, form), 422
    except NoRightError:
        form.refuse(None, _("Whoever asks has no right to it today. The data protection officer decides."))
        return _draw(work, case, asked, form), 422
    except IncompleteEntryError:
        form.refuse("outcome", _("The statement is empty. It cannot be put into the journal."))
        return _draw(work, case, asked, form), 422
    else:
        flash(_("The decision is saved. The data protection officer tells the asker."), "good")
    return redirect(url_for("rectifications.assessed", case=case.id, asked=asked.id), 303)


def _decide(work: UnitOfWork, case: Case, asked: Rectification, form: AssessForm) -> None:
    outcome, words = form.outcome.data, form.words.data
    if outcome is RectificationOutcome.CORRECTED:
        find_corrected(work, asked, words)
    elif outcome is RectificationOutcome.COMPLETED:
        entry = work.session.get_one(JournalEntry, asked.entry_id)
        complete(work, case, asked, _("Own statement beside: %(entry)s", entry=entry_words(entry)), words)
    else:
        refuse(work, asked, form.why.data, words)


def _draw(work: UnitOfWork, case: Case, asked: Rectification, form: AssessForm) -> str:
    entry = work.session.get_one(JournalEntry, asked.entry_id)
    newest = newest_of(work.session, entry)
    page = RectificationPage.of(work, asked)
    return render_template("rectifications/assess.html", page=page, form=form, case_id=case.id, newest_id=newest.id)
