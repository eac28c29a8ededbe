"""The form of a decision, what it does, and what stands against it: the same for whoever assesses."""

from collections.abc import Callable

from flask import render_template
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.steps import NoRightError
from welfare.journal.actions.writing import IncompleteEntryError
from welfare.rectifications.actions import NotCorrectedYetError, find_corrected, refuse
from welfare.rectifications.forms import AssessForm
from welfare.rectifications.models import Rectification
from welfare.rectifications.pages.records import correct_url, read_url, record_words
from welfare.rectifications.pages.request import RectificationPage
from welfare.rectifications.records import newest_of, record_of
from welfare.rules.rectifications import RectificationOutcome
from welfare.service_notes.actions.writing import IncompleteNoteError, NoteNotNowError

Complete = Callable[[str, str], None]
"""Puts a statement beside the record: its heading and its words."""


def decide(work: UnitOfWork, asked: Rectification, form: AssessForm, complete: Complete) -> None:
    """Keep what comes of a request. Raises what `is_decided` says at the form, and TakenError."""
    outcome, words = form.outcome.data, form.words.data
    if outcome is RectificationOutcome.CORRECTED:
        find_corrected(work, asked, words)
    elif outcome is RectificationOutcome.COMPLETED:
        record = record_of(work.session, asked)
        complete(_("Own statement beside: %(record)s", record=record_words(record) if record else ""), words)
    else:
        refuse(work, asked, form.why.data, words)


def draw(work: UnitOfWork, asked: Rectification, form: AssessForm, back: tuple[str, str]) -> str:
    """The request and the form; ``back`` names what the record is of, and leads there."""
    record = record_of(work.session, asked)
    newest = newest_of(work.session, record) if record else None
    return render_template(
        "rectifications/assess.html",
        page=RectificationPage.of(work, asked),
        form=form,
        back=back,
        read_url=read_url(newest) if newest else "",
        correct_url=correct_url(newest) if newest else "",
    )


def is_decided(form: AssessForm, decide: Callable[[], None]) -> bool:
    """Decide, and tell whether it was done. Raises TakenError."""
    try:
        decide()
    except NotCorrectedYetError:
        form.refuse("outcome", _("The record has not been corrected since it was asked for. Correct it first."))
    except NoRightError:
        form.refuse(None, _("Whoever asks has no right to it today. The data protection officer decides."))
    except NoteNotNowError:
        form.refuse(
            "outcome", _("The service has ended, and its record takes no new note. Correct the note, or refuse.")
        )
    except (IncompleteEntryError, IncompleteNoteError):
        form.refuse("outcome", _("The statement is empty. It cannot be put into the record."))
    else:
        return True
    return False
