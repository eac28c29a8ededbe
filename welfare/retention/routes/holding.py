"""Holding records back beyond their time, lifting that, and what the archive has taken over."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse as turn_away
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.retention.actions import (
    HeldAlreadyError,
    LiftedError,
    NearError,
    NoSuchThingError,
    NotForArchiveError,
    lift_hold,
    place_hold,
    record_transfer,
)
from welfare.retention.due import Look, who_is_named
from welfare.retention.forms import HoldForm, LiftForm, TransferForm
from welfare.retention.models import RetentionHold
from welfare.retention.pages import HoldPage, HoldsPage
from welfare.retention.pages.due import due_line
from welfare.retention.routes.blueprint import HOLD, KEEPER, bp
from welfare.retention.words import near_words
from welfare.rules.permissions import Permission
from welfare.rules.retention_ends import Kept, Thing

TRANSFER = f"{KEEPER}/archive/<string:thing>/<uuid:thing_id>"


@bp.get(f"{KEEPER}/holds", needs=Permission.RETENTION_READ)
def holds(work: UnitOfWork, keeper: Organisation) -> str:
    """Those that stand."""
    return render_template("retention/holds.html", page=HoldsPage.of(work, keeper))


@bp.get(f"{KEEPER}/holds/new", needs=Permission.RETENTION_HOLD)
def begin_hold(work: UnitOfWork, keeper: Organisation) -> str:
    """The form."""
    form = HoldForm(today=work.facts.on)
    form.what.put(request.args.get("what", "")[:60])
    return render_template("retention/hold.html", keeper=keeper, form=form)


@bp.post(f"{KEEPER}/holds/new", needs=Permission.RETENTION_HOLD, endpoint="place_hold")
def hold_back(work: UnitOfWork, keeper: Organisation) -> ResponseReturnValue:
    """Keep it beyond its time."""
    form = HoldForm(today=work.facts.on)
    if not form.validate_on_submit() or not _is_placed(work, keeper, form):
        return render_template("retention/hold.html", keeper=keeper, form=form), 422
    flash(_("The record is on hold. No list takes it until the hold is lifted."), "good")
    return redirect(url_for("retention.holds", keeper=keeper.id), 303)


@bp.get(HOLD, needs=Permission.RETENTION_HOLD)
def show_hold(work: UnitOfWork, hold: RetentionHold) -> str:
    """One hold."""
    return render_template("retention/lift.html", page=HoldPage.of(work, hold), form=LiftForm(formdata=None))


@bp.post(HOLD, needs=Permission.RETENTION_HOLD, endpoint="lift_hold")
def lift(work: UnitOfWork, hold: RetentionHold) -> ResponseReturnValue:
    """Keep it no longer than its rule says."""
    form = LiftForm()
    if not form.validate_on_submit():
        return render_template("retention/lift.html", page=HoldPage.of(work, hold), form=form), 422
    try:
        lift_hold(work, hold, form.words.data)
    except LiftedError:
        flash(_("Somebody has lifted this hold already."), "soon")
    else:
        flash(_("The hold is lifted."), "good")
    return redirect(url_for("retention.holds", keeper=hold.controller_id), 303)


@bp.get(TRANSFER, needs=Permission.RETENTION_HOLD, has_drafts=False)
def begin_transfer(work: UnitOfWork, keeper: Organisation, thing: str, thing_id: object) -> str:
    """What the archive takes over, and the form of its receipt."""
    return _draw_transfer(work, keeper, thing, thing_id, TransferForm(formdata=None))


@bp.post(TRANSFER, needs=Permission.RETENTION_HOLD, endpoint="record_transfer")
def hand_over(work: UnitOfWork, keeper: Organisation, thing: str, thing_id: object) -> ResponseReturnValue:
    """Keep the archive's receipt."""
    form = TransferForm()
    if not form.validate_on_submit():
        return _draw_transfer(work, keeper, thing, thing_id, form), 422
    try:
        record_transfer(work, keeper, (Thing(thing), thing_id), form.reference.data)  # type: ignore[arg-type]  # the converter's
    except NearError:
        form.refuse(None, near_words())
        return _draw_transfer(work, keeper, thing, thing_id, form), 422
    except (NotForArchiveError, ValueError):
        turn_away(work, work.facts)
    flash(_("The hand-over is saved. The record is destroyed here with the next list."), "good")
    return redirect(url_for("retention.due", keeper=keeper.id), 303)


def _is_placed(work: UnitOfWork, keeper: Organisation, form: HoldForm) -> bool:
    look = Look.at(work.session, keeper.id, work.facts.on)
    key = who_is_named(look, form.what.data.strip(), form.thing_id)
    if key is None:
        form.refuse("what", _gone())
        return False
    try:
        place_hold(work, keeper, form.to_command(key))
    except NoSuchThingError:
        form.refuse("what", _gone())
        return False
    except NearError:
        form.refuse("what", near_words())
        return False
    except HeldAlreadyError:
        form.refuse("reason", _("It is on hold for this reason already."))
        return False
    return True


def _gone() -> str:
    return _("Nothing of that number or id is kept here. It may have been destroyed already.")


def _draw_transfer(work: UnitOfWork, keeper: Organisation, word: str, thing_id: object, form: TransferForm) -> str:
    thing = next((each for each in Thing if each.value == word), None)
    key = (thing, thing_id) if thing else None
    found = Look.at(work.session, keeper.id, work.facts.on, key).found() if key else []  # type: ignore[arg-type]  # the converter's
    if not found or found[0].verdict.why_kept is not Kept.TO_ARCHIVE:
        turn_away(work, work.facts)
    return render_template("retention/transfer.html", keeper=keeper, line=due_line(found[0]), form=form)
