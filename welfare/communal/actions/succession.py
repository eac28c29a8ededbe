"""The next term of a group: its tasks go on, and those who are chosen keep their seats."""

from collections.abc import Collection
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions.groups import GroupTerms, name_group
from welfare.communal.actions.seats import NewSeat, name_to_seat
from welfare.communal.models import GroupSeat, WelfareGroup
from welfare.communal.queries.groups import seats_of
from welfare.organisations.models import Organisation


def follow_group(
    work: UnitOfWork, unit: Organisation, group: WelfareGroup, terms: GroupTerms, kept: Collection[UUID]
) -> WelfareGroup:
    """Name the same group for another term, with these of its seats. Raises TermRefusedError, NotOfTheStaffError."""
    following = name_group(work, unit, group.kind, terms, group.language)
    for seat in seats_of(work.session, [group.id]):
        if seat.id in kept:
            name_to_seat(work, unit, following, _again(seat, terms))
    return following


def _again(seat: GroupSeat, terms: GroupTerms) -> NewSeat:
    return NewSeat(
        holder=seat.holder,
        begins_on=terms.begins_on,
        duty=seat.duty,
        person_id=seat.person_id,
        role=seat.role,
        partner=seat.partner,
        how_chosen=seat.how_chosen,
        places=seat.places,
        language=seat.language,
    )
