"""Reads of the service notes room: one file and its parts, whose they are to see, notes by pages, colleagues."""

from welfare.service_notes.queries.covers import covers_by, covers_of, load_cover
from welfare.service_notes.queries.loading import load_appointment, load_client, load_note, load_offer, load_plan
from welfare.service_notes.queries.notes import line_of, notes_of
from welfare.service_notes.queries.parts import coming_of, open_offer_of, times_on
from welfare.service_notes.queries.seen import clients_seen_by, files_visible_to, offers_to
from welfare.service_notes.queries.vacant import is_worker_gone, load_vacant, may_take_over, vacant_for
from welfare.service_notes.queries.workers import colleagues_in, may_take, own_file_of

__all__ = [
    "clients_seen_by",
    "colleagues_in",
    "coming_of",
    "covers_by",
    "covers_of",
    "files_visible_to",
    "is_worker_gone",
    "line_of",
    "load_appointment",
    "load_client",
    "load_cover",
    "load_note",
    "load_offer",
    "load_plan",
    "load_vacant",
    "may_take",
    "may_take_over",
    "notes_of",
    "offers_to",
    "open_offer_of",
    "own_file_of",
    "times_on",
    "vacant_for",
]
