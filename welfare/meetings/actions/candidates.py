"""Everybody who might come to an item, and how the consent of each stands on the meeting's day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.accounts.actors import actor_behind
from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import exclusions_of
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.consents.prohibitions import is_shut_out
from welfare.consents.queries import said_about
from welfare.consents.wills import Said
from welfare.meetings.actions.attending import attendees_of, everybody
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.people.models import Person
from welfare.people.queries import is_minor
from welfare.rules.cases import Part, consent_needed
from welfare.rules.consent import ConsentKind
from welfare.rules.invitations import INVITABLE, Invitability, InviteeFacts, invitability
from welfare.rules.standing import Standing

FAMILY = frozenset({Part.STUDENT, Part.GUARDIAN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One person, the row that lists the person (kept or not yet), and what is to be known for inviting."""

    attendee: Attendee
    found: Invitability
    belongs: bool
    """In the group today, or the student, or a guardian today."""
    is_handling_covered: bool
    """Whether the matter may be handled on the meeting's day at all; the family is heard all the same."""
    kind: ConsentKind | None
    then: Standing | None
    asked: ExpressionOfWill | None
    """The newest answer to the question whether this person takes part."""

    @property
    def may_be_invited(self) -> bool:
        """Whether law and group let the person come on that day."""
        is_covered = self.is_handling_covered or self.attendee.part in FAMILY
        return self.belongs and is_covered and self.found in INVITABLE

    @property
    def is_listed(self) -> bool:
        """Whether anybody sees the person at the item; nothing tells of a guardian who is shut out."""
        return self.belongs or self.attendee.part not in FAMILY


def candidates_of(work: UnitOfWork, meeting: Meeting, item: MeetingItem, case: Case) -> Sequence[Candidate]:
    """Everybody listed, then those who joined the group since."""
    day = meeting.starts_at.astimezone(HOME_ZONE).date()
    view = _View.of(work, case, day)
    kept = attendees_of(work, item)
    listed = {row.known_as for row in kept}
    today = {row.known_as: row for row in everybody(work, item, case)}
    rows = [*kept, *(row for known_as, row in today.items() if known_as not in listed)]
    return [view.candidate(row, belongs=row.known_as in today) for row in rows]


@dataclass(frozen=True)
class _View:
    """What has been said, as it stands now and as it will stand on the day if nothing more is said."""

    session: Session
    case: Case
    now: Said
    then: Said
    is_adult: bool
    excluded: frozenset[UUID]

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, day: date) -> "_View":
        student = work.session.get_one(Person, case.student_id)
        return cls(
            session=work.session,
            case=case,
            now=said_about(work.session, case, work.facts.on),
            then=said_about(work.session, case, day),
            is_adult=not is_minor(student, day),
            excluded=frozenset(row.person_id for row in exclusions_of(work.session, case.id)),
        )

    def candidate(self, row: Attendee, *, belongs: bool) -> Candidate:
        kind = consent_needed(row.part, student_is_adult=self.is_adult)
        then = self.then.standing(kind, row.known_as) if kind else None
        facts = InviteeFacts(
            part=row.part,
            student_is_adult=self.is_adult,
            today=self.now.standing(kind, row.known_as) if kind else None,
            then=then,
            is_shut_out=self._is_shut_out(row),
        )
        found = invitability(facts)
        return Candidate(
            attendee=row,
            found=found,
            belongs=belongs and found is not Invitability.SHUT_OUT and self._works(row),
            is_handling_covered=self._is_handled(self.now) and self._is_handled(self.then),
            kind=kind,
            then=then,
            asked=self.now.latest_row(kind, row.known_as) if kind else None,
        )

    @staticmethod
    def _is_handled(said: Said) -> bool:
        return said.standing(ConsentKind.GROUP_HANDLING).is_valid

    def _is_shut_out(self, row: Attendee) -> bool:
        if row.part is not Part.GUARDIAN or row.person_id is None:
            return False
        return is_shut_out(self.session, row.person_id, self.case.student_id, self.now.on, self.case.id)

    def _works(self, row: Attendee) -> bool:
        """An expert comes as somebody's staff, whom no conflict of interest shuts out (HL 27-28 §)."""
        if row.part is not Part.EXPERT or row.account_id is None:
            return True
        actor = actor_behind(self.session, self.session.get_one(Account, row.account_id), self.now.on)
        return bool(actor.posts) and row.person_id not in self.excluded
