"""A longer time for the answer, told to the asker with its reasons (GDPR 12(3))."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access_copies.actions.receiving import NotLongerError, TooLateToExtendError, extend
from welfare.access_copies.forms.receiving import ExtendForm
from welfare.access_copies.models import AccessCopy
from welfare.access_copies.pages.request import CopyPage
from welfare.access_copies.routes.blueprint import ONE, bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.actions import TakenError
from welfare.rules.answer_times import latest_due
from welfare.rules.permissions import Permission


@bp.get(f"{ONE}/extend", needs=Permission.ACCESS_COPY_HANDLE)
def begin_extending(work: UnitOfWork, copy: AccessCopy) -> str:
    """What the regulation asks, and the form."""
    form = ExtendForm(today=work.facts.on)
    form.until.put(latest_due(copy.received_on))
    return _draw(work, copy, form)


@bp.post(f"{ONE}/extend", needs=Permission.ACCESS_COPY_HANDLE, endpoint="extend")
def give_longer_time(work: UnitOfWork, copy: AccessCopy) -> ResponseReturnValue:
    """Keep the new last day and its reasons."""
    form = ExtendForm(today=work.facts.on)
    if not form.validate_on_submit():
        return _draw(work, copy, form), 422
    try:
        extend(work, copy, form.until.data, form.reasons.data)
    except NotLongerError:
        form.refuse("until", _("Write a day after the present last day, at most three months after the request."))
        return _draw(work, copy, form), 422
    except TooLateToExtendError:
        form.refuse(None, _("The asker can be told of a longer time only within the first month, and once."))
        return _draw(work, copy, form), 422
    except TakenError:
        flash(_("The request has gone on in the meantime. This is how it stands."), "soon")
    else:
        flash(_("The new last day is saved. Tell the asker: the notice is below."), "good")
    return redirect(url_for("access_copies.show", copy=copy.id), 303)


def _draw(work: UnitOfWork, copy: AccessCopy, form: ExtendForm) -> str:
    return render_template("access_copies/extend.html", page=CopyPage.of(work, copy), form=form)
