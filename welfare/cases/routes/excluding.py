"""Workers shut out of a matter by a conflict of interest."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases import actions
from welfare.cases.forms import ExclusionForm, ReasonForm
from welfare.cases.group import exclusions_of
from welfare.cases.models import Case, Exclusion
from welfare.cases.pages import ExclusionList, staff_choices
from welfare.cases.routes.blueprint import bp
from welfare.rules.permissions import Permission


@bp.get("/cases/<case_id:case>/exclusions", needs=Permission.CASE_MANAGE)
def exclusions(work: UnitOfWork, case: Case) -> str:
    """Who is shut out, since when and why."""
    return render_template("cases/exclusions.html", case=case, page=ExclusionList.of(work, case))


@bp.get("/cases/<case_id:case>/exclusions/new", needs=Permission.CASE_MANAGE)
def begin_exclusion(work: UnitOfWork, case: Case) -> str:
    """The form."""
    return render_template("cases/exclude.html", case=case, form=_form(work, case))


@bp.post("/cases/<case_id:case>/exclusions/new", needs=Permission.CASE_MANAGE)
def exclude(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """Shut a worker out over every role."""
    form = _form(work, case)
    if form.validate_on_submit():
        try:
            actions.exclude(work, case, form.person.data, form.reason.data)
        except actions.ResponsibleExcludedError:
            form.refuse("person", _("The responsible person hands the lead over first, then can be shut out."))
        else:
            flash(_("The worker is shut out of this matter, whatever the role."), "good")
            return redirect(url_for("cases.exclusions", case=case.id), 303)
    return render_template("cases/exclude.html", case=case, form=form), 422


@bp.get("/cases/<case_id:case>/exclusions/<exclusion_id:exclusion>/end", needs=Permission.CASE_MANAGE)
def begin_ending_exclusion(work: UnitOfWork, case: Case, exclusion: Exclusion) -> str:
    """What ending means, and the form."""
    line = ExclusionList.of(work, case).line(exclusion.id)
    return render_template("cases/end_exclusion.html", case=case, line=line, form=ReasonForm())


@bp.post("/cases/<case_id:case>/exclusions/<exclusion_id:exclusion>/end", needs=Permission.CASE_MANAGE)
def end_exclusion(work: UnitOfWork, case: Case, exclusion: Exclusion) -> ResponseReturnValue:
    """End it."""
    form = ReasonForm()
    if not form.validate_on_submit():
        line = ExclusionList.of(work, case).line(exclusion.id)
        return render_template("cases/end_exclusion.html", case=case, line=line, form=form), 422
    actions.end_exclusion(work, exclusion, form.reason.data)
    flash(_("The exclusion has ended."), "good")
    return redirect(url_for("cases.exclusions", case=case.id), 303)


def _form(work: UnitOfWork, case: Case) -> ExclusionForm:
    shut_out = (row.person_id for row in exclusions_of(work.session, case.id))
    form = ExclusionForm()
    form.offer(staff_choices(work, case, shut_out))
    return form
