"""The officer's desk: gathering the records for a copy, deciding, handing over."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.access_copies.actions.deciding import (
    GroundsMissingError,
    NotLookedAtError,
    OlderError,
    check_ready,
    close,
    give,
    hand_over,
    refuse,
)
from welfare.access_copies.actions.reviewing import Gathered, gather
from welfare.access_copies.forms.receiving import GiveForm, RefuseCopyForm
from welfare.access_copies.models import AccessCopy
from welfare.access_copies.pages.binding import bind, left_out_of
from welfare.access_copies.pages.request import CopyPage
from welfare.access_copies.routes.blueprint import ONE, bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.desks import Desk, add_shared
from welfare.datarights.desks.desk import back, taken
from welfare.datarights.forms import SendForm
from welfare.datarights.steps import IdentityNotSureError, NoRightError, TakenError
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

DESK = Desk(
    bp,
    _l("Requests for copies of data"),
    list_at="/rights/copies",
    one_at=ONE,
    list_needs=Permission.ACCESS_COPY_LIST,
    handle_needs=Permission.ACCESS_COPY_HANDLE,
)
add_shared(DESK)


@bp.get(ONE, needs=Permission.ACCESS_COPY_HANDLE)
def show(work: UnitOfWork, asked: AccessCopy) -> str:
    """One request, its parts, and the next thing to do."""
    return _draw(work, asked, GiveForm(formdata=None))


@bp.post(f"{ONE}/gather", needs=Permission.ACCESS_COPY_HANDLE, endpoint="gather")
def gather_parts(work: UnitOfWork, asked: AccessCopy) -> ResponseReturnValue:
    """List every record there is today."""
    try:
        found = gather(work, asked)
    except TakenError:
        return taken(asked)
    except IdentityNotSureError:
        flash(_("It has not been made sure yet who asks. Make it sure first."), "soon")
    except NoRightError:
        flash(_("Whoever asks has no right to these data today. Refuse the request."), "soon")
    else:
        flash(_gathered(found), "good")
    return back(asked)


@bp.post(f"{ONE}/give", needs=Permission.ACCESS_COPY_HANDLE, endpoint="give")
def put_together(work: UnitOfWork, asked: AccessCopy) -> ResponseReturnValue:
    """Decide to give it, as the parts have been looked at."""
    form = GiveForm()
    if not form.validate_on_submit():
        return _draw(work, asked, form), 422
    try:
        check_ready(work, asked)
        with force_locale(asked.language):
            bound = bind(work, asked, asked.language)
            left_out = left_out_of(bound)
        give(work, asked, bound, left_out, form.grounds.data)
    except TakenError:
        return taken(asked)
    except (NoRightError, IdentityNotSureError):
        form.refuse(None, _("Whoever asks has no right to these data today. Refuse the request."))
    except OlderError:
        form.refuse(None, _("Records have come or changed since they were gathered. Gather them again."))
    except NotLookedAtError:
        form.refuse(None, _("Some records have not been looked at yet. Nothing is given before that."))
    except GroundsMissingError:
        form.refuse("grounds", _("Something is left out: write the grounds."))
    else:
        flash(_("The decision is made. Print the copy, or let it be fetched on the own page."), "good")
        return back(asked)
    return _draw(work, asked, form), 422


@bp.get(f"{ONE}/refuse", needs=Permission.ACCESS_COPY_HANDLE)
def begin_refusal(work: UnitOfWork, asked: AccessCopy) -> str:
    """The grounds there are, and the form of the decision."""
    return _draw_step(work, asked, "refuse", RefuseCopyForm(formdata=None))


@bp.post(f"{ONE}/refuse", needs=Permission.ACCESS_COPY_HANDLE, endpoint="refuse")
def decide_against(work: UnitOfWork, asked: AccessCopy) -> ResponseReturnValue:
    """Decide not to give anything."""
    form = RefuseCopyForm()
    if not form.validate_on_submit():
        return _draw_step(work, asked, "refuse", form), 422
    try:
        refuse(work, asked, form.why.data, form.grounds.data)
    except TakenError:
        return taken(asked)
    flash(_("The decision is made. Print it, and send it."), "good")
    return back(asked)


@bp.get(f"{ONE}/hand-over", needs=Permission.ACCESS_COPY_HANDLE)
def begin_handing_over(work: UnitOfWork, asked: AccessCopy) -> str:
    """When and how it goes."""
    form = SendForm(today=work.facts.on)
    form.on.put(work.facts.on)
    return _draw_step(work, asked, "hand_over", form)


@bp.post(f"{ONE}/hand-over", needs=Permission.ACCESS_COPY_HANDLE, endpoint="hand_over")
def mark_handed_over(work: UnitOfWork, asked: AccessCopy) -> ResponseReturnValue:
    """Keep that it went."""
    form = SendForm(today=work.facts.on)
    if not form.validate_on_submit():
        return _draw_step(work, asked, "hand_over", form), 422
    try:
        hand_over(work, asked, form.on.data, form.by.data)
    except TakenError:
        return taken(asked)
    except NoRightError:
        flash(_("Whoever asks has lost the right to these data. Do not hand them over: refuse the request."), "soon")
        return back(asked)
    flash(_("It is saved that the answer was handed over."), "good")
    return back(asked)


@bp.post(f"{ONE}/close", needs=Permission.ACCESS_COPY_HANDLE, endpoint="close")
def end(work: UnitOfWork, asked: AccessCopy) -> ResponseReturnValue:
    """Nothing more is to be done."""
    try:
        close(work, asked)
    except TakenError:
        return taken(asked)
    flash(_("The request is closed, and the copy is destroyed here. The decision is kept."), "good")
    return redirect(url_for("access_copies.desk"), 303)


def _gathered(found: Gathered) -> str:
    if not found.is_news:
        return _("Nothing has come or changed since the last time.")
    return _(
        "The records are gathered: %(fresh)d new, %(changed)d changed, %(gone)d gone. "
        "What is unchanged stays looked at.",
        fresh=found.fresh,
        changed=found.changed,
        gone=found.gone,
    )


def _draw(work: UnitOfWork, asked: AccessCopy, form: GiveForm) -> str:
    page = CopyPage.of(work, asked)
    return render_template("access_copies/show.html", page=page, form=form, button=ActionForm(formdata=None))


def _draw_step(work: UnitOfWork, asked: AccessCopy, step: str, form: object) -> str:
    return render_template(f"access_copies/{step}.html", page=CopyPage.of(work, asked), form=form)
