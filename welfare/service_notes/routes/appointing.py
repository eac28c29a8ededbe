"""Times agreed with a client: planning, moving, calling off."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission
from welfare.service_notes import actions
from welfare.service_notes.actions import AppointmentLiesBehindError, AppointmentMovedOnError
from welfare.service_notes.forms import AppointmentForm
from welfare.service_notes.models import Appointment, ClientFile
from welfare.service_notes.pages.client import times_of
from welfare.service_notes.pages.head import ClientHead
from welfare.service_notes.routes.blueprint import CLIENT, bp
from welfare.ui.formats import local

Answer = str | tuple[str, int] | Response
NEW = f"{CLIENT}/appointments/new"
ONE = f"{CLIENT}/appointments/<appointment_id:appointment>"
MINUTES = 45


@bp.get(NEW, needs=Permission.APPOINTMENT_KEEP)
def ask_appointment(work: UnitOfWork, client: ClientFile) -> Answer:
    """Ask when and how."""
    form = AppointmentForm()
    form.minutes.put(MINUTES)
    form.revision.put(0)
    return _drawn(work, client, form)


@bp.post(NEW, needs=Permission.APPOINTMENT_KEEP)
def plan_appointment(work: UnitOfWork, client: ClientFile) -> Answer:
    """Agree on a time."""
    form = AppointmentForm(today=work.facts.on)
    if not form.validate_on_submit():
        return _drawn(work, client, form, status=422)
    try:
        actions.plan_appointment(work, client, form.to_command())
    except AppointmentLiesBehindError:
        form.refuse("clock", _("The time has passed. Write a time that is to come"))
        return _drawn(work, client, form, status=422)
    return _done(client, _("The appointment is in the record."))


@bp.get(ONE, needs=Permission.APPOINTMENT_KEEP)
def ask_move(work: UnitOfWork, client: ClientFile, appointment: Appointment) -> Answer:
    """The time as it stands, in a form."""
    line, at, form = times_of(work, [appointment])[0], local(appointment.starts_at), AppointmentForm()
    form.on.put(at.date())
    form.clock.put(at.time())
    form.minutes.put(appointment.minutes)
    form.way.put(appointment.way)
    form.place.put(line.place)
    form.about.put(line.about)
    form.revision.put(appointment.revision)
    return _drawn(work, client, form, appointment)


@bp.post(ONE, needs=Permission.APPOINTMENT_KEEP)
def move_appointment(work: UnitOfWork, client: ClientFile, appointment: Appointment) -> Answer:
    """Agree on another time for it."""
    form = AppointmentForm(today=work.facts.on)
    if not form.validate_on_submit():
        return _drawn(work, client, form, appointment, 422)
    try:
        actions.move_appointment(work, appointment, form.to_command(), seen=form.revision.data)
    except AppointmentLiesBehindError:
        form.refuse("clock", _("The time has passed. Write a time that is to come"))
        return _drawn(work, client, form, appointment, 422)
    except AppointmentMovedOnError:
        form.revision.put(appointment.revision)
        form.refuse(None, _("The appointment has changed since you opened the page, or its time has come."))
        return _drawn(work, client, form, appointment, 409)
    return _done(client, _("The appointment has been moved."))


@bp.post(f"{ONE}/call-off", needs=Permission.APPOINTMENT_KEEP)
def call_off(work: UnitOfWork, client: ClientFile, appointment: Appointment) -> Answer:
    """Let it fall."""
    try:
        actions.call_off(work, appointment)
    except AppointmentMovedOnError:
        flash(_("The appointment has been called off already, or its time has come."), "soon")
        return redirect(url_for("service_notes.show", client=client.id), 303)
    return _done(client, _("The appointment has been called off."))


def _drawn(
    work: UnitOfWork, client: ClientFile, form: AppointmentForm, moved: Appointment | None = None, status: int = 200
) -> Answer:
    head = ClientHead.of(work, client)
    return render_template("service_notes/appointment.html", client=head, form=form, moved=moved), status


def _done(client: ClientFile, words: str) -> Response:
    flash(words, "good")
    return redirect(url_for("service_notes.show", client=client.id), 303)
