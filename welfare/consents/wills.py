"""From stored rows to the facts the rules weigh, and the answer to every question about a matter's consents."""

from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, datetime, timedelta
from functools import cached_property
from typing import Protocol
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.consents.models import ExpressionOfWill
from welfare.people.models import Guardianship
from welfare.rules.ability import Ability, Finding, finding_on
from welfare.rules.answers import ConsentStatus, last_day, latest_answer, status_of_will, worth_of
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.consent import ExpressionOfWill as Will
from welfare.rules.deciders import Deciders
from welfare.rules.ids import CaseId, ConsentId, PersonId, StudentId
from welfare.rules.standing import Standing, status_of

Question = tuple[ConsentKind, UUID | None]
"""A kind of consent, and whom it names."""
PROHIBITION = ConsentKind.MINOR_PROHIBITION


class Matter(Protocol):
    """What this room needs to know of a case; the cases room stands above and is not imported."""

    @property
    def id(self) -> UUID:
        """The case's id."""
        ...

    @property
    def number(self) -> str:
        """By which it is called."""
        ...

    @property
    def student_id(self) -> UUID:
        """Whose matter it is."""
        ...

    @property
    def school_id(self) -> UUID:
        """Where the student studies."""
        ...

    @property
    def controller_id(self) -> UUID:
        """The education provider (OHL 21 § 1)."""
        ...

    @property
    def closed_at(self) -> datetime | None:
        """When it was last closed, also if it has been reopened since."""
        ...


@dataclass(frozen=True)
class Said:
    """Everything that has been said in one matter, and who decides in it on a day.

    Read anew in every request, and never kept longer: what it works out once holds for what was read with it.
    """

    student_id: UUID
    on: date
    adult_from: date
    rows: tuple[ExpressionOfWill, ...] = ()
    closed_at: datetime | None = None
    guardianships: tuple[Guardianship, ...] = ()
    """Those who decide on the day, guardians and other representatives; nobody whom a prohibition shuts out."""

    @cached_property
    def wills(self) -> tuple[Will, ...]:
        """The expressions as the rules know them."""
        return tuple(will_of(row, self.closed_at) for row in self.rows)

    @property
    def finding(self) -> Finding | None:
        """The finding in force on the student's ability to judge the meaning of a consent."""
        found = [Finding(r.ability, r.ability_on or r.given_on, r.recorded_at) for r in self.rows if r.ability]
        return finding_on(found, self.on)

    def deciders(self, kind: ConsentKind, named: UUID | None = None) -> Deciders:
        """Whose answers to one question count (LHL 3, 5 §; OHL 14 § 4)."""
        deciders = Deciders(
            student_id=StudentId(PersonId(self.student_id)),
            adult_from=self.adult_from,
            is_able=self.finding is None or self.finding.ability is Ability.ABLE,
            guardian_ids=frozenset(PersonId(row.guardian_id) for row in self.guardianships if row.has_custody),
            representative_ids=frozenset(
                PersonId(row.guardian_id) for row in self.guardianships if not row.has_custody
            ),
        )
        return replace(deciders, prevented_ids=self._prevented(kind, named, deciders.guardian_ids))

    def standing(self, kind: ConsentKind, named: UUID | None = None) -> Standing:
        """Where the consent of a kind, naming someone, stands on the day."""
        found = status_of(self.wills, kind, named, self.on, self.deciders(kind, named))
        return replace(found, valid_to=_coming(found.valid_to))

    @property
    def questions(self) -> tuple[Question, ...]:
        """What has been asked in this matter, in the order of the kinds, then as first asked; prohibitions apart."""
        asked = dict.fromkeys((row.kind, row.named_id) for row in self.rows if row.kind is not PROHIBITION)
        order = list(ConsentKind)
        return tuple(sorted(asked, key=lambda question: order.index(question[0])))

    def latest_row(self, kind: ConsentKind, named: UUID | None) -> ExpressionOfWill | None:
        """The newest expression about a question, whoever said it."""
        about = [row for row in self.rows if (row.kind, row.named_id) == (kind, named)]
        return about[-1] if about else None

    def status_of_row(self, row: ExpressionOfWill) -> ConsentStatus:
        """How one expression's own card reads."""
        return status_of_will(will_of(row, self.closed_at), self.wills, self.on, self.adult_from)

    def last_day_of(self, row: ExpressionOfWill) -> date | None:
        """The last day of a yes; None = until the matter closes."""
        return _coming(last_day(will_of(row, self.closed_at), self.adult_from))

    def _prevented(self, kind: ConsentKind, named: UUID | None, guardians: frozenset[PersonId]) -> frozenset[PersonId]:
        """Guardians who have said nothing and are recorded as prevented beside a yes in force (LHL 5 §)."""
        asked = [row for row in self.rows if row.kind is kind and row.named_id == named]
        heard = {PersonId(row.giver_person_id) for row in asked}
        flagged = {ConsentId(row.id) for row in asked if row.other_deciders_prevented and row.answer is Answer.GIVEN}
        if not flagged:
            return frozenset()
        wills = [will_of(row, self.closed_at) for row in asked]
        latest = [latest_answer(wills, giver, self.on) for giver in sorted(heard)]
        is_told = any(
            will.id in flagged and worth_of(will, self.on, self.adult_from) is ConsentStatus.VALID
            for will in latest
            if will is not None
        )
        return guardians - heard if is_told else frozenset()


def will_of(row: ExpressionOfWill, closed_at: datetime | None = None) -> Will:
    """One row as the rules know it. A yes "until the matter closes" ended when the matter was closed after it."""
    return Will(
        id=ConsentId(row.id),
        kind=row.kind,
        answer=row.answer,
        student_id=StudentId(PersonId(row.student_id)),
        case_id=CaseId(row.case_id) if row.case_id else None,
        giver_id=PersonId(row.giver_person_id),
        capacity=row.capacity,
        person_id=row.named_id,
        way=row.way,
        given_on=row.given_on,
        valid_from=row.valid_from,
        valid_to=row.valid_to or _end_by_closing(row, closed_at),
        recorded_at=row.recorded_at,
        has_ability_finding=row.ability is Ability.UNABLE,
        has_scope=row.has_scope,
        has_information=bool(row.information_version),
    )


def _coming(end: date | None) -> date | None:
    """A day that will come: of a student without a birthday, coming of age is no end."""
    return None if end is None or end.year == MAXYEAR else end


def _end_by_closing(row: ExpressionOfWill, closed_at: datetime | None) -> date | None:
    if closed_at is None or row.recorded_at >= closed_at:
        return None
    return closed_at.astimezone(HOME_ZONE).date() - timedelta(days=1)
