"""Seats of a group: named and ended."""

from typing import TypeVar

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal import actions
from welfare.communal.forms import EndSeatForm, OtherSeatForm, StaffSeatForm
from welfare.communal.forms.seats import SeatDays
from welfare.communal.group_words import group_name, lack_words, term_text
from welfare.communal.guard import lets_through
from welfare.communal.models import GroupSeat, WelfareGroup
from welfare.communal.pages import UnitHead, language_options, staff_options
from welfare.communal.pages.seats import name_of_seat
from welfare.communal.routes.blueprint import bp
from welfare.communal.routes.refusals import refuse_seat
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission

Form = TypeVar("Form", StaffSeatForm, OtherSeatForm)
SEATS = "/communal/<unit_id:unit>/groups/<welfare_group_id:group>/seats"


@bp.get(f"{SEATS}/staff", needs=Permission.COMMUNITY_LEAD)
def begin_staff_seat(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> str:
    """Ask whom of the staff."""
    return _draw(work, unit, group, _staff_form(work, unit, group))


@bp.post(f"{SEATS}/staff", needs=Permission.COMMUNITY_LEAD)
def staff_seat(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> ResponseReturnValue:
    """Name somebody of the staff."""
    return _name(work, unit, group, _staff_form(work, unit, group))


@bp.get(f"{SEATS}/others", needs=Permission.COMMUNITY_LEAD)
def begin_other_seat(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> str:
    """Seats of pupils, guardians or a partner."""
    return _draw(work, unit, group, _other_form(work, unit, group))


@bp.post(f"{SEATS}/others", needs=Permission.COMMUNITY_LEAD)
def other_seat(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> ResponseReturnValue:
    """Keep them."""
    return _name(work, unit, group, _other_form(work, unit, group))


@bp.get(f"{SEATS}/<seat_id:seat>/end", needs=Permission.COMMUNITY_LEAD)
def begin_ending_seat(work: UnitOfWork, unit: Organisation, group: WelfareGroup, seat: GroupSeat) -> str:
    """Ask when it ends."""
    form = EndSeatForm(today=work.facts.on)
    form.last_day.put(min(max(work.facts.on, seat.begins_on), group.ends_on))
    return _draw_end(work, unit, group, seat, form)


@bp.post(f"{SEATS}/<seat_id:seat>/end", needs=Permission.COMMUNITY_LEAD)
def end_seat(work: UnitOfWork, unit: Organisation, group: WelfareGroup, seat: GroupSeat) -> ResponseReturnValue:
    """Let it end."""
    form = EndSeatForm(today=work.facts.on)
    if form.validate_on_submit():
        try:
            actions.end_seat(work, group, seat, form.last_day.data)
        except actions.SeatRefusedError as error:
            for lack in error.lacks:
                form.refuse("last_day", lack_words(lack, term_text(group)))
        else:
            flash(_("The seat ends. It stays in the history of the group."), "good")
            return _back(unit, group)
    return _draw_end(work, unit, group, seat, form), 422


def _staff_form(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> StaffSeatForm:
    form = StaffSeatForm(today=work.facts.on)
    form.offer(staff_options(work, unit))
    return _prepared(work, unit, group, form)


def _other_form(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> OtherSeatForm:
    form = OtherSeatForm(today=work.facts.on)
    form.offer_in(unit.unit_type)
    return _prepared(work, unit, group, form)


def _prepared(work: UnitOfWork, unit: Organisation, group: WelfareGroup, form: Form) -> Form:
    form.offer_languages(language_options(work, unit))
    if not form.is_submitted():
        form.begins_on.put(min(max(work.facts.on, group.begins_on), group.ends_on))
    return form


def _name(
    work: UnitOfWork, unit: Organisation, group: WelfareGroup, form: StaffSeatForm | OtherSeatForm
) -> ResponseReturnValue:
    if form.validate_on_submit() and lets_through(work, unit, form):
        try:
            actions.name_to_seat(work, unit, group, form.to_command())
        except actions.SeatRefusedError as error:
            refuse_seat(form, group, error)
        else:
            flash(_("The seat is in the group."), "good")
            return _back(unit, group)
    return _draw(work, unit, group, form), 422


def _draw(work: UnitOfWork, unit: Organisation, group: WelfareGroup, form: SeatDays) -> str:
    given = {"head": UnitHead.of(work, unit), "name": group_name(group, unit), "group_id": group.id, "form": form}
    return render_template("communal/seat.html", **given, term=term_text(group))


def _draw_end(work: UnitOfWork, unit: Organisation, group: WelfareGroup, seat: GroupSeat, form: EndSeatForm) -> str:
    given = {"head": UnitHead.of(work, unit), "name": group_name(group, unit), "group_id": group.id, "form": form}
    return render_template("communal/end_seat.html", **given, seat=name_of_seat(work, seat))


def _back(unit: Organisation, group: WelfareGroup) -> ResponseReturnValue:
    return redirect(url_for("communal.group", unit=unit.id, group=group.id, _anchor="seats"), 303)
