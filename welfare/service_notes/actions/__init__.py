"""The verbs of the service notes room. There is none that changes a note or removes anything."""

from welfare.service_notes.actions.appointing import (
    AppointmentLiesBehindError,
    AppointmentMovedOnError,
    PlanAppointment,
    call_off,
    move_appointment,
    plan_appointment,
)
from welfare.service_notes.actions.beginning import (
    AlreadyClientError,
    BeginClient,
    NotYourServiceError,
    RecordLeftBehindError,
    begin_client,
)
from welfare.service_notes.actions.correcting import NoteCorrectionError, NoteOvertakenError, correct_note
from welfare.service_notes.actions.covering import ArrangeCover, CoverRefusedError, arrange_cover, end_cover
from welfare.service_notes.actions.handing import (
    NotAColleagueError,
    OfferAnsweredError,
    OfferClient,
    accept_offer,
    decline_offer,
    offer_client,
    take_offer_back,
)
from welfare.service_notes.actions.taking_over import ClientNotVacantError, ConflictNotDeniedError, TakeOver, take_over
from welfare.service_notes.actions.writing import IncompleteNoteError, NewNote, NoteNotNowError, write_note

__all__ = [
    "AlreadyClientError",
    "AppointmentLiesBehindError",
    "AppointmentMovedOnError",
    "ArrangeCover",
    "BeginClient",
    "ClientNotVacantError",
    "ConflictNotDeniedError",
    "CoverRefusedError",
    "IncompleteNoteError",
    "NewNote",
    "NotAColleagueError",
    "NotYourServiceError",
    "NoteCorrectionError",
    "NoteNotNowError",
    "NoteOvertakenError",
    "OfferAnsweredError",
    "OfferClient",
    "PlanAppointment",
    "RecordLeftBehindError",
    "TakeOver",
    "accept_offer",
    "arrange_cover",
    "begin_client",
    "call_off",
    "correct_note",
    "decline_offer",
    "end_cover",
    "move_appointment",
    "offer_client",
    "plan_appointment",
    "take_offer_back",
    "take_over",
    "write_note",
]
