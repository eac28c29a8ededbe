"""Whom the consents admit to an item today, in the room as on the screen (OHL 14 § 4, 18 § 1, 19 § 2; rules 9-13)."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from welfare.cases.family import guardians_at
from welfare.cases.group import exclusions_of, group_of
from welfare.cases.models import Case


def admitted_to(session: Session, case: Case, on: date) -> frozenset[UUID]:
    """The ids by which attendees are known who may be in the room for a matter; nobody without the handling consent."""
    group = group_of(session, case, on)
    if not group.handling.is_valid:
        return frozenset()
    excluded = {row.person_id for row in exclusions_of(session, case.id)}
    experts = {place.member.person_id for place in group.places if place.consent.is_valid} - excluded
    guests = {seat.participant.outsider_id for seat in group.seats if seat.consent.is_valid}
    guardians = {guardian.id for guardian in guardians_at(session, case, on)}
    return frozenset({case.student_id, *experts, *guests, *guardians})
