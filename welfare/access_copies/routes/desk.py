"""The officer's desk: gathering the records for a copy, deciding, handing over."""

from flask import Response, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

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
from welfare.access_copies.actions.receiving import make_sure
from welfare.access_copies.actions.reviewing import Gathered, gather
from welfare.access_copies.forms.receiving import GiveForm, RefuseCopyForm
from welfare.access_copies.models import AccessCopy
from welfare.access_copies.pages.binding import bind, left_out_of
from welfare.access_copies.pages.request import CopyPage
from welfare.access_copies.routes.blueprint import ONE, bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.actions import IdentityNotSureError, NoRightError, TakenError
from welfare.datarights.forms import IdentityForm, SendForm
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get(ONE, needs=Permission.ACCESS_COPY_HANDLE)
def show(work: UnitOfWork, copy: AccessCopy) -> str:
    """One request, its parts, and the next thing to do."""
    return _draw(work, copy, GiveForm(formdata=None))


@bp.get(f"{ONE}/identity", needs=Permission.ACCESS_COPY_HANDLE)
def begin_making_sure(work: UnitOfWork, copy: AccessCopy) -> str:
    """Ask how it was made sure who asks."""
    return _draw_step(work, copy, "identity", IdentityForm(formdata=None))


@bp.post(f"{ONE}/identity", needs=Permission.ACCESS_COPY_HANDLE, endpoint="make_sure")
def keep_identity(work: UnitOfWork, copy: AccessCopy) -> ResponseReturnValue:
    """Keep how it was."""
    form = IdentityForm()
    if not form.validate_on_submit():
        return _draw_step(work, copy, "identity", form), 422
    try:
        make_sure(work, copy, form.way.data)
    except TakenError:
        return _taken(copy)
    flash(_("It is saved how it was made sure who asks."), "good")
    return back(copy)


@bp.post(f"{ONE}/gather", needs=Permission.ACCESS_COPY_HANDLE, endpoint="gather")
def gather_parts(work: UnitOfWork, copy: AccessCopy) -> ResponseReturnValue:
    """List every record there is today."""
    try:
        found = gather(work, copy)
    except TakenError:
        return _taken(copy)
    except IdentityNotSureError:
        flash(_("It has not been made sure yet who asks. Make it sure first."), "soon")
    except NoRightError:
        flash(_("Whoever asks has no right to these data today. Refuse the request."), "soon")
    else:
        flash(_gathered(found), "good")
    return back(copy)


@bp.post(f"{ONE}/give", needs=Permission.ACCESS_COPY_HANDLE, endpoint="give")
def put_together(work: UnitOfWork, copy: AccessCopy) -> ResponseReturnValue:
    """Decide to give it, as the parts have been looked at."""
    form = GiveForm()
    if not form.validate_on_submit():
        return _draw(work, copy, form), 422
    try:
        check_ready(work, copy)
        with force_locale(copy.language):
            bound = bind(work, copy, copy.language)
            left_out = left_out_of(bound)
        give(work, copy, bound, left_out, form.grounds.data)
    except TakenError:
        return _taken(copy)
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
        return back(copy)
    return _draw(work, copy, form), 422


@bp.get(f"{ONE}/refuse", needs=Permission.ACCESS_COPY_HANDLE)
def begin_refusal(work: UnitOfWork, copy: AccessCopy) -> str:
    """The grounds there are, and the form of the decision."""
    return _draw_step(work, copy, "refuse", RefuseCopyForm(formdata=None))


@bp.post(f"{ONE}/refuse", needs=Permission.ACCESS_COPY_HANDLE, endpoint="refuse")
def decide_against(work: UnitOfWork, copy: AccessCopy) -> ResponseReturnValue:
    """Decide not to give anything."""
    form = RefuseCopyForm()
    if not form.validate_on_submit():
        return _draw_step(work, copy, "refuse", form), 422
    try:
        refuse(work, copy, form.why.data, form.grounds.data)
    except TakenError:
        return _taken(copy)
    flash(_("The decision is made. Print it, and send it."), "good")
    return back(copy)


@bp.get(f"{ONE}/hand-over", needs=Permission.ACCESS_COPY_HANDLE)
def begin_handing_over(work: UnitOfWork, copy: AccessCopy) -> str:
    """When and how it goes."""
    form = SendForm(today=work.facts.on)
    form.on.put(work.facts.on)
    return _draw_step(work, copy, "hand_over", form)


@bp.post(f"{ONE}/hand-over", needs=Permission.ACCESS_COPY_HANDLE, endpoint="hand_over")
def mark_handed_over(work: UnitOfWork, copy: AccessCopy) -> ResponseReturnValue:
    """Keep that it went."""
    form = SendForm(today=work.facts.on)
    if not form.validate_on_submit():
        return _draw_step(work, copy, "hand_over", form), 422
    try:
        hand_over(work, copy, form.on.data, form.by.data)
    except TakenError:
        return _taken(copy)
    except NoRightError:
        flash(_("Whoever asks has lost the right to these data. Do not hand them over: refuse the request."), "soon")
        return back(copy)
    flash(_("It is saved that the answer was handed over."), "good")
    return back(copy)


@bp.post(f"{ONE}/close", needs=Permission.ACCESS_COPY_HANDLE, endpoint="close")
def end(work: UnitOfWork, copy: AccessCopy) -> ResponseReturnValue:
    """Nothing more is to be done."""
    try:
        close(work, copy)
    except TakenError:
        return _taken(copy)
    flash(_("The request is closed, and the copy is destroyed here. The decision is kept."), "good")
    return redirect(url_for("access_copies.copies"), 303)


def back(copy: AccessCopy) -> Response:
    """To the page of the request."""
    return make_response(redirect(url_for("access_copies.show", copy=copy.id), 303))


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


def _draw(work: UnitOfWork, copy: AccessCopy, form: GiveForm) -> str:
    page = CopyPage.of(work, copy)
    return render_template("access_copies/show.html", page=page, form=form, button=ActionForm(formdata=None))


def _draw_step(work: UnitOfWork, copy: AccessCopy, step: str, form: object) -> str:
    return render_template(f"access_copies/{step}.html", page=CopyPage.of(work, copy), form=form)


def _taken(copy: AccessCopy) -> Response:
    flash(_("The request has gone on in the meantime. This is how it stands."), "soon")
    return back(copy)
