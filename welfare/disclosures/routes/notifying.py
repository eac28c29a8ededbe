"""Writing down that one has notified child protection or the police."""

from flask import Response, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.disclosures.actions.notifying import NotificationRefusedError, record_notification
from welfare.disclosures.forms.notice import NoticeForm
from welfare.disclosures.routes.blueprint import NOTICES, bp
from welfare.drafts.desk import Answer
from welfare.journal.pages.matter import MatterHead
from welfare.journal.queries import offices_of
from welfare.rules.permissions import Permission


@bp.get(f"{NOTICES}/new", needs=Permission.NOTICE_RECORD)
def begin_notice(work: UnitOfWork, case: Case) -> Answer:
    """The form."""
    form = _offered(work, NoticeForm(today=work.facts.on, formdata=None))
    form.made_on.put(work.facts.on)
    return _drawn(work, case, form)


@bp.post(f"{NOTICES}/new", needs=Permission.NOTICE_RECORD)
def record_notice(work: UnitOfWork, case: Case) -> Answer:
    """Record it."""
    form = _offered(work, NoticeForm(today=work.facts.on))
    if not form.validate_on_submit():
        return _drawn(work, case, form, 422)
    try:
        record_notification(work, case, form.to_command())
    except NotificationRefusedError as error:
        form.refuse_lacks(error.lacks)
        return _drawn(work, case, form, 422)
    flash(_("It is recorded that the notification was made. Guardians do not see it."), "good")
    return redirect(url_for("cases.show", case=case.id, _anchor="disclosures"), 303)


def _offered(work: UnitOfWork, form: NoticeForm) -> NoticeForm:
    offices = offices_of(work.actor)
    form.offer(offices)
    if "office" in form and not form.office.data:
        form.office.put(offices[0])
    return form


def _drawn(work: UnitOfWork, case: Case, form: NoticeForm, status: int = 200) -> Response:
    page = render_template("disclosures/notify.html", matter=MatterHead.of(work, case), form=form)
    return make_response(page, status)
