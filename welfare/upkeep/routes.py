"""The administrator's way to what has failed, and to having it tried again."""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.access.blueprint import GuardedBlueprint
from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.jobs.models import Job
from welfare.jobs.reviving import NotGivenUpError, try_again
from welfare.mail.clearing import age_of_failed
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.paging import page_number
from welfare.upkeep.pages import FailedPage, Shown
from welfare.upkeep.queries import load_job, revivable

bp = GuardedBlueprint("upkeep", __name__, subjects={"job_id": load_job})


@bp.get("/upkeep", needs=Permission.JOB_LIST)
def failed(work: UnitOfWork) -> str:
    """Mails that have not been delivered, or jobs that were given up."""
    asked = request.args.get("shown", "")
    shown = Shown(asked) if asked in list(Shown) else Shown.MAILS
    page = FailedPage.of(
        work,
        shown,
        page_number(request.args.get("page")),
        lambda number: url_for("upkeep.failed", shown=shown.value, page=number),
        age_of_failed(current_app.extensions["settings"].mail_days),
    )
    return render_template("upkeep/failed.html", page=page, action=ActionForm(formdata=None))


@bp.post("/upkeep/jobs/<job_id:job>/again", needs=Permission.JOB_RETRY)
def retry(work: UnitOfWork, job: Job) -> ResponseReturnValue:
    """Have one tried again."""
    if not ActionForm().validate_on_submit():
        refuse(work, work.facts)
    try:
        try_again(work, job)
    except NotGivenUpError:
        flash(_("Somebody has had it tried again already."), "soon")
    else:
        flash(_("It is tried again now. If it fails, it comes back here."), "good")
    return redirect(url_for("upkeep.failed", shown=request.args.get("shown")), 303)


@bp.post("/upkeep/again", needs=Permission.JOB_LIST)
def retry_all(work: UnitOfWork) -> ResponseReturnValue:
    """Have everything of one's own tried again, as after a mail server that was down for a weekend."""
    if not ActionForm().validate_on_submit():
        refuse(work, work.facts)
    jobs = revivable(work.session, work.actor)
    for job in jobs:
        try_again(work, job)
    count = len(jobs)
    flash(ngettext("One is tried again now.", "%(num)d are tried again now.", count), "good" if count else "soon")
    return redirect(url_for("upkeep.failed"), 303)
