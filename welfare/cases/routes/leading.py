"""Taking the lead of a group whose responsible person is gone."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases import actions
from welfare.cases.forms import LeadForm
from welfare.cases.models import Case
from welfare.cases.pages import LeadPage
from welfare.cases.routes.blueprint import bp
from welfare.rules.permissions import Permission


@bp.get("/cases/<case_id:case>/lead", needs=Permission.CASE_TAKE_LEAD)
def begin_taking_lead(work: UnitOfWork, case: Case) -> str:
    """What leading means and why nobody does; of the matter itself only whose it is."""
    return render_template("cases/take_lead.html", page=LeadPage.of(work, case), form=LeadForm())


@bp.post("/cases/<case_id:case>/lead", needs=Permission.CASE_TAKE_LEAD)
def take_lead(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """Lead the group from now on."""
    form = LeadForm()
    if form.validate_on_submit():
        try:
            actions.take_lead(work, case, form.reason.data)
        except actions.LeadTakenError:
            flash(_("Somebody leads the group already."), "info")
            return redirect(url_for("cases.mine"), 303)
        flash(_("You lead the group now."), "good")
        return redirect(url_for("cases.show", case=case.id), 303)
    return render_template("cases/take_lead.html", page=LeadPage.of(work, case), form=form), 422
