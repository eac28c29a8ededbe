"""What is said to be wrong in the directory: the desk settles it, because the directory keeps nothing of its own."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse as turn_away
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.desks.desk import back, taken
from welfare.datarights.steps import IdentityNotSureError, TakenError
from welfare.rectifications.actions import refuse, send_to_source
from welfare.rectifications.forms import AssessForm
from welfare.rectifications.models import Rectification
from welfare.rectifications.pages.request import RectificationPage
from welfare.rectifications.routes.blueprint import bp
from welfare.rectifications.routes.deciding import is_decided
from welfare.rules.permissions import Permission
from welfare.rules.rectifications import RecordKind, RectificationOutcome, outcomes_of

SETTLE = "/rights/corrections/<desk_rectification_id:asked>/settle"


@bp.get(SETTLE, needs=Permission.RECTIFICATION_HANDLE)
def begin_settling(work: UnitOfWork, asked: Rectification) -> str:
    """What may come of it."""
    return _draw(work, asked, _form(work, asked))


@bp.post(SETTLE, needs=Permission.RECTIFICATION_HANDLE, endpoint="settle")
def settle(work: UnitOfWork, asked: Rectification) -> ResponseReturnValue:
    """Keep what comes of it."""
    form = _form(work, asked)
    if not form.validate_on_submit():
        return _draw(work, asked, form), 422
    try:
        if not is_decided(form, lambda: _decide(work, asked, form)):
            return _draw(work, asked, form), 422
    except TakenError:
        return taken(asked)
    except IdentityNotSureError:
        form.refuse(None, _("It has not been made sure yet who asks. Make it sure first."))
        return _draw(work, asked, form), 422
    flash(_("The decision is made. Print it, and send it."), "good")
    return back(asked)


def _form(work: UnitOfWork, asked: Rectification) -> AssessForm:
    if asked.kind is not RecordKind.DIRECTORY:
        turn_away(work, work.facts)
    form = AssessForm()
    form.offer(outcomes_of(RecordKind.DIRECTORY))
    return form


def _decide(work: UnitOfWork, asked: Rectification, form: AssessForm) -> None:
    if form.outcome.data is RectificationOutcome.AT_SOURCE:
        send_to_source(work, asked, form.words.data)
    else:
        refuse(work, asked, form.why.data, form.words.data)


def _draw(work: UnitOfWork, asked: Rectification, form: AssessForm) -> str:
    return render_template("rectifications/settle.html", page=RectificationPage.of(work, asked), form=form)
