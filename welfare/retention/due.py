"""What a controller keeps, judged by its rules: which things are over their time, and what keeps the others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select, union
from sqlalchemy.orm import Session

from welfare.access_copies.models import AccessCopy
from welfare.access_copies.queries import OPEN as COPIES_OPEN
from welfare.datarights.models import LogRequest
from welfare.datarights.queries import OPEN
from welfare.log_reviews.queries import looked_into
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rectifications.models import Rectification
from welfare.retention import kept_communal, kept_matters, kept_people, kept_requests, kept_reviews
from welfare.retention.deciding import rules_of
from welfare.retention.looking import Found, Key, Looking
from welfare.retention.models import ArchiveTransfer, RetentionHold
from welfare.rules.rectifications import RectificationState
from welfare.rules.retention_ends import Thing, held_back

ANSWERS = frozenset({Thing.LOG_REQUEST, Thing.ACCESS_COPY, Thing.RECTIFICATION, Thing.FINDING, Thing.BREACH})
"""Requests and what was answered, and what was looked into: no record that a later request asks for."""
KEPT: Mapping[Thing, Callable[[Looking], Iterator[Found]]] = {
    Thing.MATTER: kept_matters.matters,
    Thing.WILLS: kept_matters.wills,
    Thing.REQUEST: kept_requests.requests,
    Thing.CLIENT_FILE: kept_requests.client_files,
    Thing.LOG_REQUEST: kept_requests.log_requests,
    Thing.ACCESS_COPY: kept_requests.access_copies,
    Thing.RECTIFICATION: kept_requests.rectifications,
    Thing.FINDING: kept_reviews.findings,
    Thing.BREACH: kept_reviews.breaches,
    Thing.PUPIL: kept_people.pupils,
    Thing.GUARDIAN: kept_people.guardians,
    Thing.STAFF: kept_people.staff,
    Thing.COMMUNAL: kept_communal.communal,
}
_OF_BOTH = (
    Thing.LOG_REQUEST,
    Thing.ACCESS_COPY,
    Thing.RECTIFICATION,
    Thing.FINDING,
    Thing.BREACH,
    Thing.STAFF,
    Thing.COMMUNAL,
)


class Look(Looking):
    """One look at a controller's records, with what stands in the way of what is due."""

    @classmethod
    def at(cls, session: Session, controller_id: UUID, today: date, only: Key | None = None) -> "Look":
        """By the rules in force."""
        return cls(session, controller_id, today, rules_of(session, controller_id), only)

    def found(self) -> list[Found]:
        """Everything, with what stands in the way of what is due."""
        keeper = self.session.get_one(Organisation, self.controller_id)
        kinds = [thing for thing in things_of(keeper) if self.only is None or self.only[0] is thing]
        judged = [one for kind in kinds for one in KEPT[kind](self)]
        return self._held_back([one for one in judged if self.only is None or one.id == self.only[1]])

    def _held_back(self, found: list[Found]) -> list[Found]:
        holds, archived = self._holds(), self._archived()
        asked = self._asked_for()
        return [
            replace(
                one,
                verdict=held_back(
                    one.verdict,
                    on_hold=(one.thing, one.id) in holds,
                    is_asked_for=one.student_id in asked and one.thing not in ANSWERS,
                    is_archived=_is_whole(archived.get((one.thing, one.id)), one.ended_at),
                ),
            )
            for one in found
        ]

    def _holds(self) -> set[Key]:
        row = RetentionHold
        standing = (row.controller_id == self.controller_id, row.lifted_at.is_(None))
        return {
            (each.thing, each.thing_id)
            for each in self.session.execute(select(row.thing, row.thing_id).where(*standing))
        }

    def _archived(self) -> dict[Key, datetime]:
        row = ArchiveTransfer
        newest = select(row.thing, row.thing_id, func.max(row.recorded_at).label("at"))
        own = newest.where(row.controller_id == self.controller_id).group_by(row.thing, row.thing_id)
        return {(each.thing, each.thing_id): each.at for each in self.session.execute(own)}

    def _asked_for(self) -> set[UUID | None]:
        logs = (LogRequest.controller_id == self.controller_id, LogRequest.state.in_(OPEN))
        copies = (AccessCopy.controller_id == self.controller_id, AccessCopy.state.in_(COPIES_OPEN))
        wrong = (Rectification.controller_id == self.controller_id, Rectification.state != RectificationState.TOLD)
        asked = union(
            select(LogRequest.subject_id).where(*logs),
            select(AccessCopy.subject_id).where(*copies),
            select(Rectification.subject_id).where(*wrong),
        )
        return looked_into(self.session, self.controller_id).union(self.session.scalars(asked)) - {None}


def things_of(keeper: Organisation) -> Sequence[Thing]:
    """What a controller keeps: neither side looks into the other's register (OHL 20-21 §)."""
    if keeper.kind is OrganisationKind.COUNTY:
        return (Thing.REQUEST, Thing.CLIENT_FILE, *_OF_BOTH)
    return (Thing.MATTER, Thing.WILLS, Thing.PUPIL, Thing.GUARDIAN, *_OF_BOTH)


def _is_whole(archived_at: datetime | None, ended_at: datetime | None) -> bool:
    """Whether the archive has it as it was closed the last time."""
    return archived_at is not None and (ended_at is None or archived_at >= ended_at)


def who_is_named(look: Look, word: str, thing_id: UUID | None) -> Key | None:
    """The thing that a number or an id names at this controller."""
    for one in look.found():
        if one.id == thing_id or (one.number and one.number.casefold() == word.casefold()):
            return one.thing, one.id
    return None
