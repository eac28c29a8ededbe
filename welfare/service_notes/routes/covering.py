"""Who stands in for oneself, and ending it before its time."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission
from welfare.rules.service_records import ServiceDesk
from welfare.rules.service_workers import CoverBlock
from welfare.service_notes import actions
from welfare.service_notes.actions import CoverRefusedError, NotAColleagueError
from welfare.service_notes.forms import CoverForm
from welfare.service_notes.models import WorkerCover
from welfare.service_notes.pages import CoverPage
from welfare.service_notes.pages.workers import colleague_options
from welfare.service_notes.routes.blueprint import bp
from welfare.service_notes.routes.listing import desk_asked, service_of
from welfare.service_notes.words import COVER_ERRORS
from welfare.ui.forms import ActionForm

Answer = str | tuple[str, int] | Response
AT = {CoverBlock.OVERLAPS: "first_on"}
"""Where an error of the days stands; the others at the last day."""


@bp.get("/clients/covers", needs=Permission.COVER_ARRANGE)
def covers(work: UnitOfWork) -> Answer:
    """The covers of today and to come, and the form of a new one."""
    desk = desk_asked(work)
    return _drawn(work, desk, _form(work, desk))


@bp.post("/clients/covers", needs=Permission.COVER_ARRANGE)
def arrange(work: UnitOfWork) -> Answer:
    """Let a colleague stand in."""
    desk = desk_asked(work)
    form = _form(work, desk)
    if not form.validate_on_submit():
        return _drawn(work, desk, form, 422)
    try:
        actions.arrange_cover(work, desk, form.to_command())
    except NotAColleagueError:
        form.refuse("cover", _("Your colleague does not work in your service any more. Choose somebody else."))
        return _drawn(work, desk, form, 409)
    except CoverRefusedError as error:
        for block in error.blocks:
            form.refuse(AT.get(block, "last_on"), str(COVER_ERRORS[block]))
        return _drawn(work, desk, form, 422)
    flash(_("The cover is arranged. It begins and ends by itself."), "good")
    return redirect(url_for("service_notes.covers", service=service_of(work, desk)), 303)


@bp.post("/clients/covers/<cover_id:cover>/end", needs=Permission.COVER_END)
def end_cover(work: UnitOfWork, cover: WorkerCover) -> Response:
    """End it at once."""
    actions.end_cover(work, cover)
    flash(_("The cover has ended. Your colleague sees your clients no more."), "good")
    return redirect(url_for("service_notes.covers", service=cover.register.value), 303)


def _form(work: UnitOfWork, desk: ServiceDesk) -> CoverForm:
    form = CoverForm(today=work.facts.on)
    form.cover.offer(colleague_options(work, desk))
    return form


def _drawn(work: UnitOfWork, desk: ServiceDesk, form: CoverForm, status: int = 200) -> Answer:
    words = {"page": CoverPage.of(work, desk), "form": form, "action": ActionForm(), "service": service_of(work, desk)}
    return render_template("service_notes/covers.html", **words), status
