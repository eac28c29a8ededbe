"""A longer time for the answer, told to the asker with its reasons, at every desk (GDPR 12(3))."""

from flask import Response, flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse as turn_away
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import AskedOfRegister
from welfare.datarights.desks.desk import Desk, back, taken
from welfare.datarights.forms import ExtendForm
from welfare.datarights.pages.head import AskedHead
from welfare.datarights.pages.notices import extension_paper
from welfare.datarights.steps import NotLongerError, TakenError, TooLateToExtendError, extend
from welfare.documents.serving import pdf_answer
from welfare.rules.answer_times import latest_due


def add_extending(desk: Desk) -> None:
    """Give a desk the step that makes the time longer, and the notice to the asker."""
    at = f"{desk.one_at}/extend"

    @desk.bp.get(at, needs=desk.handle_needs)
    def begin_extending(work: UnitOfWork, asked: AskedOfRegister) -> str:
        """What the regulation asks, and the form."""
        form = ExtendForm(today=work.facts.on)
        form.until.put(latest_due(asked.received_on))
        return _draw(work, desk, asked, form)

    @desk.bp.post(at, needs=desk.handle_needs, endpoint="extend")
    def give_longer_time(work: UnitOfWork, asked: AskedOfRegister) -> ResponseReturnValue:
        """Keep the new last day and its reasons."""
        form = ExtendForm(today=work.facts.on)
        if not form.validate_on_submit():
            return _draw(work, desk, asked, form), 422
        try:
            if not _is_extended(work, asked, form):
                return _draw(work, desk, asked, form), 422
        except TakenError:
            return taken(asked)
        flash(_("The new last day is saved. Tell the asker: the notice is below."), "good")
        return back(asked)

    @desk.bp.get(f"{desk.one_at}/longer.pdf", needs=desk.handle_needs)
    def longer_pdf(work: UnitOfWork, asked: AskedOfRegister) -> Response:
        """The notice of a longer time on paper."""
        if asked.extension is None:
            turn_away(work, work.facts)
        return pdf_answer(extension_paper(work, asked))


def _is_extended(work: UnitOfWork, asked: AskedOfRegister, form: ExtendForm) -> bool:
    """Whether the time was made longer; what stands against it is said at the form."""
    try:
        extend(work, asked, form.until.data, form.reasons.data)
    except NotLongerError:
        form.refuse("until", _("Write a day after the present last day, at most three months after the request."))
    except TooLateToExtendError:
        words = _(
            "The asker can be told of a longer time only within the first month, and once; the two months of a "
            "county’s log cannot grow."
        )
        form.refuse(None, words)
    else:
        return True
    return False


def _draw(work: UnitOfWork, desk: Desk, asked: AskedOfRegister, form: ExtendForm) -> str:
    page = AskedHead.of(work, asked)
    return render_template("datarights/desks/extend.html", desk=desk, page=page, form=form)
