"""What stands against a decision, said at its form: the same for whoever assesses."""

from collections.abc import Callable

from flask_babel import gettext as _

from welfare.datarights.steps import NoRightError
from welfare.journal.actions.writing import IncompleteEntryError
from welfare.rectifications.actions import NotCorrectedYetError
from welfare.rectifications.forms import AssessForm
from welfare.service_notes.actions.writing import IncompleteNoteError, NoteNotNowError


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
