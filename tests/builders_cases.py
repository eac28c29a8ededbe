"""Matters and expressions of will put straight into the database, as a test needs them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from tests.builders import Someone, Village
from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case, CaseMember, Exclusion
from welfare.consents.models import ExpressionOfWill, InterestAssessment
from welfare.organisations.numbering import next_in_series
from welfare.people.models import Assignment
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState, Initiator
from welfare.rules.consent import NAMES_SOMEONE, Answer, ConsentKind, GiverCapacity, Way

BEGAN = date(2026, 11, 3)
YEAR = "2026–27"


@dataclass(frozen=True)
class People:
    """One student with two guardians who decide, and the staff around."""

    student: Someone
    mother: Someone
    father: Someone
    curator: Someone
    nurse: Someone
    teacher: Someone

    @classmethod
    def of(cls, village: Village) -> "People":
        """Aada of 8B, Tiina and Kari, curator Saara, nurse Mirja and special teacher Petri."""
        student = village.student("Aada Metsäpelto", village.a_class())
        return cls(
            student,
            village.guardian("Tiina Metsäpelto", student),
            village.guardian("Kari Metsäpelto", student),
            village.staff(Role.CURATOR, "Saara Lehtovirta"),
            village.staff(Role.NURSE, "Mirja Kanervala"),
            village.staff(Role.SPECIAL_TEACHER, "Petri Hongisto"),
        )


def a_bare_case(
    village: Village, student: Someone, responsible: Someone, *, state: CaseState = CaseState.PROPOSED
) -> UUID:
    """A matter with its responsible person and no consents yet."""
    case_id = uuid4()
    with village.work() as work:
        case = Case(
            id=case_id,
            number=_next(village, work, "KOI", 3),
            student_id=student.person_id,
            school_id=village.school_id,
            controller_id=village.provider_id,
            state=state,
            initiator=Initiator.STAFF,
            initiated_on=BEGAN,
            proposed_by=responsible.account_id,
            proposed_at=work.now,
            opened_on=None if state is CaseState.PROPOSED else BEGAN,
            closed_at=work.now if state is CaseState.CLOSED else None,
            text_saved_at=work.now,
            text_saved_by=responsible.account_id,
        )
        words = {"subject": "attendance", "title": "Aamut ja jaksaminen", "background": "Poissaoloja aamuisin."}
        work.encrypt_document(case, Case.document, words)
        work.session.add(case)
    a_place(village, case_id, student, responsible, is_responsible=True)
    return case_id


def a_case(
    village: Village,
    student: Someone,
    responsible: Someone,
    *members: Someone,
    state: CaseState = CaseState.OPEN,
) -> UUID:
    """A matter whose student has consented to the handling and to each member by name."""
    case_id = a_bare_case(village, student, responsible, state=state)
    a_will(village, case_id, student, ConsentKind.GROUP_HANDLING)
    for member in (responsible, *members):
        a_will(village, case_id, student, ConsentKind.GROUP_MEMBER, named=member)
    for member in members:
        a_place(village, case_id, student, member)
    return case_id


def a_place(village: Village, case_id: UUID, student: Someone, who: Someone, *, is_responsible: bool = False) -> UUID:
    """A place in the group; whether it opens anything, the consents say."""
    place_id = uuid4()
    with village.work() as work:
        work.session.add(
            CaseMember(
                id=place_id,
                case_id=case_id,
                student_id=student.person_id,
                controller_id=village.provider_id,
                account_id=who.account_id,
                person_id=who.person_id,
                position=Role.CURATOR.value if is_responsible else Role.NURSE.value,
                is_responsible=is_responsible,
                since=BEGAN,
                added_by=who.account_id,
            )
        )
    return place_id


def a_will(
    village: Village,
    case_id: UUID | None,
    student: Someone,
    kind: ConsentKind,
    answer: Answer = Answer.GIVEN,
    *,
    giver: Someone | None = None,
    named: Someone | None = None,
    **changes: Any,  # noqa: ANN401 - whatever columns the test is about
) -> UUID:
    """One expression, complete unless the changes say otherwise; the student's own unless a giver is named."""
    will_id = uuid4()
    with village.work() as work:
        values: dict[str, Any] = {
            "number": _next(village, work, "T", 4),
            "giver_person_id": (giver or student).person_id,
            "capacity": GiverCapacity.GUARDIAN if giver else GiverCapacity.SELF,
            "named_person_id": named.person_id if named else None,
            "outsider_id": None if named or kind not in NAMES_SOMEONE else uuid4(),
            "given_on": BEGAN,
            "valid_from": changes.get("given_on", BEGAN),
            "valid_to": date(2027, 5, 3),
            "way": Way.PAPER,
            "language": "fi",
            "information_version": "1",
            "has_scope": True,
            "recorded_by": student.account_id,
            "recorded_at": work.now,
        }
        row = ExpressionOfWill(
            id=will_id,
            student_id=student.person_id,
            case_id=case_id,
            controller_id=village.provider_id,
            kind=kind,
            answer=answer,
            **(values | changes),
        )
        work.encrypt_document(row, ExpressionOfWill.document, {})
        work.session.add(row)
    return will_id


def an_exclusion(village: Village, case_id: UUID, student: Someone, who: Someone) -> UUID:
    """A worker shut out of a matter."""
    exclusion_id = uuid4()
    with village.work() as work:
        row = Exclusion(
            id=exclusion_id,
            case_id=case_id,
            student_id=student.person_id,
            controller_id=village.provider_id,
            person_id=who.person_id,
            excluded_at=work.now,
            excluded_by=who.account_id,
        )
        work.encrypt(row, Exclusion.reason, "Sukulainen.")
        work.session.add(row)
    return exclusion_id


def an_assessment(
    village: Village,
    will_id: UUID,
    assessor: Someone,
    *,
    is_against: bool = False,
    on: date = BEGAN,
    review_on: date | None = None,
) -> None:
    """A nurse's assessment of a prohibition."""
    with village.work() as work:
        will = work.session.get_one(ExpressionOfWill, will_id)
        row = InterestAssessment(
            id=uuid4(),
            expression_id=will_id,
            student_id=will.student_id,
            case_id=will.case_id,
            controller_id=will.controller_id,
            assessor_account_id=assessor.account_id,
            assessor_person_id=assessor.person_id,
            assessor_role=Role.NURSE,
            assessed_on=on,
            recorded_at=work.now,
            is_clearly_against_interest=is_against,
            review_on=review_on,
        )
        work.encrypt(row, InterestAssessment.grounds, "Arvio keskustelun perusteella.")
        work.session.add(row)


def leaves_employment(village: Village, who: Someone, on: date) -> None:
    """Someone whose posts have all ended by a day."""
    with village.work() as work:
        for post in work.session.scalars(select(Assignment).where(Assignment.person_id == who.person_id)):
            post.ends_on = on - timedelta(days=1)


def loses_account(village: Village, who: Someone) -> None:
    """Someone whose account the administrator has closed."""
    with village.work() as work:
        work.session.get_one(Account, who.account_id).is_enabled = False


def _next(village: Village, work: UnitOfWork, letters: str, digits: int) -> str:
    """Drawn from the house's own series: a number made up here would be given again by the pages."""
    series = f"{YEAR}/{letters}"
    return f"{series}/{next_in_series(work.session, village.provider_id, series):0{digits}}"
