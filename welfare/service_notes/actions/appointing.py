"""Appointments with a client: planned, moved, called off. Whether anybody came is not asked and not kept (rule 14)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.service_records import AppointmentState
from welfare.rules.talks import TalkWay
from welfare.service_notes.models import Appointment, ClientFile


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAppointment:
    """When, for how long, how, and where; and what it is about, for the service alone."""

    starts_at: datetime
    minutes: int
    way: TalkWay
    place: str = ""
    about: str = ""


class AppointmentLiesBehindError(ValueError):
    """A time that has passed cannot be agreed on."""


class AppointmentMovedOnError(RuntimeError):
    """It has been called off, or its time has come."""


def plan_appointment(work: UnitOfWork, file: ClientFile, command: PlanAppointment) -> Appointment:
    """Agree on a time to come. Raises AppointmentLiesBehindError."""
    _check_ahead(work, command)
    appointment = Appointment(
        id=uuid4(),
        file_id=file.id,
        student_id=file.student_id,
        controller_id=file.controller_id,
        register=file.register,
        state=AppointmentState.PLANNED,
        recorded_by=work.actor.account_id,
    )
    return _keep(work, appointment, command, "planned")


def move_appointment(work: UnitOfWork, appointment: Appointment, command: PlanAppointment, *, seen: object) -> None:
    """Agree on another time for it, as it was seen. Raises AppointmentLiesBehindError, AppointmentMovedOnError."""
    if seen != appointment.revision:
        raise AppointmentMovedOnError
    _check_open(work, appointment)
    _check_ahead(work, command)
    _keep(work, appointment, command, "moved")


def call_off(work: UnitOfWork, appointment: Appointment) -> None:
    """Let it fall. Raises AppointmentMovedOnError."""
    _check_open(work, appointment)
    appointment.state = AppointmentState.CALLED_OFF
    work.session.add(appointment)
    work.session.flush()
    work.note(
        appointment.controller_id, appointment.register, ("appointment", appointment.id), appointment="called_off"
    )


def _check_ahead(work: UnitOfWork, command: PlanAppointment) -> None:
    if command.starts_at <= work.now:
        raise AppointmentLiesBehindError


def _check_open(work: UnitOfWork, appointment: Appointment) -> None:
    if appointment.state is not AppointmentState.PLANNED or appointment.starts_at <= work.now:
        raise AppointmentMovedOnError


def _keep(work: UnitOfWork, appointment: Appointment, command: PlanAppointment, code: str) -> Appointment:
    appointment.starts_at, appointment.minutes, appointment.way = command.starts_at, command.minutes, command.way
    work.encrypt_document(appointment, Appointment.document, {"place": command.place, "about": command.about})
    work.session.add(appointment)
    work.session.flush()
    work.note(appointment.controller_id, appointment.register, ("appointment", appointment.id), appointment=code)
    return appointment
