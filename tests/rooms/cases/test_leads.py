"""A group whose responsible person is gone: who is told, who may take the lead, and what that changes (OHL 14 § 4)."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import (
    People,
    a_bare_case,
    a_case,
    a_place,
    a_will,
    an_exclusion,
    leaves_employment,
    loses_account,
)
from tests.clock import NOW, Clock
from tests.furnishing import furnishes
from tests.rooms.cases.conftest import Sees, permitted_to
from tests.signing_in import Visit
from welfare.access.gate import HOME_ZONE
from welfare.accounts.actors import actor_of
from welfare.accounts.models import Account, Level, SignInSession
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.cases.models import CaseMember, CaseStep, MemberEnd, StepKind
from welfare.cases.queries import cases_without_lead
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.permissions import Permission

TODAY = NOW.date()
MayLead = Callable[[Someone], bool]
Losing = Callable[[Village, UUID, People], object]
LOSSES: dict[str, tuple[Losing, str]] = {
    "post ended": (lambda v, _case, p: leaves_employment(v, p.curator, TODAY), "has no post any more"),
    "account closed": (lambda v, _case, p: loses_account(v, p.curator), "The account of the one who led it is closed"),
    "conflict": (lambda v, case, p: an_exclusion(v, case, p.student, p.curator), "A conflict of interest shuts out"),
}


@furnishes
def case_id(village: Village, people: People) -> UUID:
    """An open matter led by the curator, with the nurse in it."""
    return a_case(village, people.student, people.curator, people.nurse)


@pytest.fixture
def may_lead(ledger: Ledger, clock: Clock) -> MayLead:
    """Whether someone may take any lead, once the list and the rule have said the same of every matter."""

    def ask(who: Someone) -> bool:
        with ledger.transaction() as transaction:
            session, on = transaction.session, clock().astimezone(HOME_ZONE).date()
            account = session.get_one(Account, who.account_id)
            actor = actor_of(session, account, SignInSession(account_id=account.id, level=Level.FULL), on)
            listed = {found.case.id: found.facts for found in cases_without_lead(session, actor, on)}
            assert listed == permitted_to(session, actor, clock(), Permission.CASE_TAKE_LEAD)
            return bool(listed)

    return ask


@pytest.mark.parametrize("loss", LOSSES)
def test_a_member_is_told_and_takes_the_lead_of_a_group_that_has_lost_it(
    village: Village, people: People, visit: Visit, may_lead: MayLead, case_id: UUID, loss: str
) -> None:
    lose, why = LOSSES[loss]
    lose(village, case_id, people)
    assert may_lead(people.nurse)
    nurse = visit(people.nurse)
    assert nurse.get("/").has("Without a responsible person")
    assert nurse.get("/cases").has("Without a responsible person")
    page = nurse.get(f"/cases/{case_id}")
    assert page.has("The group has no responsible person.")
    assert page.has(why)
    page = page.follow("Take the lead")
    assert page.has("Aada Metsäpelto")
    page = page.form("Take the lead").submit(reason="Agreed among us on Monday.")
    assert page.has("You lead the group now.")
    assert page.has("Responsible person: Mirja Kanervala")
    assert nurse.get(f"/cases/{case_id}/log").has("Mirja Kanervala (you) School nurse took the lead of the group")
    assert "Close the matter" in page.links
    assert not page.has("The group has no responsible person.")
    assert not may_lead(people.nurse)


def test_the_place_of_the_one_who_led_ends_and_the_change_is_kept(
    village: Village, people: People, visit: Visit, ledger: Ledger, case_id: UUID
) -> None:
    leaves_employment(village, people.curator, TODAY)
    visit(people.nurse).get(f"/cases/{case_id}/lead").form("Take the lead").submit()
    with ledger.transaction() as transaction:
        session = transaction.session
        former = session.scalars(select(CaseMember).where(CaseMember.person_id == people.curator.person_id)).one()
        assert (former.ended_why, former.is_responsible) == (MemberEnd.LEFT, False)
        step = session.scalars(select(CaseStep).where(CaseStep.kind == StepKind.RESPONSIBLE)).one()
        assert (step.was, step.became) == (people.curator.account_id.hex, people.nurse.account_id.hex)
        events = session.scalars(select(AuditEvent).where(AuditEvent.permission == Permission.CASE_TAKE_LEAD)).all()
        assert [event.outcome for event in events] == ["done", "done"]


def test_nobody_takes_the_lead_of_a_group_that_is_led(
    people: People, visit: Visit, may_lead: MayLead, case_id: UUID
) -> None:
    assert not may_lead(people.nurse)
    nurse = visit(people.nurse)
    assert "Take the lead" not in nurse.get(f"/cases/{case_id}").links
    assert not nurse.get("/").has("Without a responsible person")
    nurse.get(f"/cases/{case_id}/lead", status=404)


def test_the_slower_of_two_members_is_told_that_the_group_is_led(
    village: Village, people: People, visit: Visit, case_id: UUID
) -> None:
    a_will(village, case_id, people.student, ConsentKind.GROUP_MEMBER, named=people.teacher)
    a_place(village, case_id, people.student, people.teacher)
    leaves_employment(village, people.curator, TODAY)
    slow = visit(people.teacher).get(f"/cases/{case_id}/lead").form("Take the lead")
    visit(people.nurse).get(f"/cases/{case_id}/lead").form("Take the lead").submit()
    slow.submit(status=404)
    assert visit(people.nurse).get(f"/cases/{case_id}").has("Responsible person: Mirja Kanervala")


def test_a_member_whose_consent_has_ended_does_not_take_the_lead(
    village: Village, people: People, visit: Visit, may_lead: MayLead, case_id: UUID
) -> None:
    leaves_employment(village, people.curator, TODAY)
    assert may_lead(people.nurse)
    a_will(village, case_id, people.student, ConsentKind.GROUP_MEMBER, Answer.WITHDRAWN, named=people.nurse)
    assert not may_lead(people.nurse)
    visit(people.nurse).get(f"/cases/{case_id}/lead", status=404)


@pytest.mark.parametrize("role", [Role.CURATOR, Role.NURSE, Role.PRINCIPAL, Role.ADMINISTRATOR])
def test_one_outside_the_group_does_not_take_the_lead_of_an_open_matter(
    village: Village, people: People, visit: Visit, may_lead: MayLead, role: Role
) -> None:
    case_id = a_case(village, people.student, people.curator)
    leaves_employment(village, people.curator, TODAY)
    outsider = village.staff(role, "Ulla Vieras")
    assert not may_lead(outsider)
    visit(outsider).get(f"/cases/{case_id}/lead", status=404)
    assert not visit(outsider).get("/").has("Without a responsible person")


def test_a_proposal_nobody_has_joined_is_taken_over_by_a_professional_of_the_school(
    village: Village, people: People, visit: Visit, may_lead: MayLead, sees: Sees
) -> None:
    a_bare_case(village, people.student, people.curator)
    leaves_employment(village, people.curator, TODAY)
    assert may_lead(people.nurse)
    assert not sees(people.nurse)
    nurse = visit(people.nurse)
    page = nurse.get("/")
    assert not page.has("Aamut ja jaksaminen")
    page = page.follow(next(link for link in page.links if link.startswith("Take the lead: ")))
    assert page.has("Nobody has joined the group of this proposal.")
    assert not page.has("Aamut ja jaksaminen")
    page = page.form("Take the lead").submit()
    assert page.has("Responsible person: Mirja Kanervala")
    assert "Journal" not in page.links
    assert sees(people.nurse)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SPECIAL_TEACHER, Role.PRINCIPAL, Role.ADMINISTRATOR])
def test_a_proposal_is_not_taken_over_by_one_who_could_not_have_made_it(
    village: Village, people: People, may_lead: MayLead, role: Role
) -> None:
    a_bare_case(village, people.student, people.curator)
    leaves_employment(village, people.curator, TODAY)
    assert not may_lead(village.staff(role, "Ulla Vieras"))


def test_a_professional_of_another_school_does_not_take_a_proposal_over(
    village: Village, people: People, may_lead: MayLead
) -> None:
    a_bare_case(village, people.student, people.curator)
    leaves_employment(village, people.curator, TODAY)
    assert not may_lead(village.staff(Role.CURATOR, "Kaarlo Kaukana", school_id=village.another_school()))


def test_a_proposal_goes_first_to_a_member_of_its_group(village: Village, people: People, may_lead: MayLead) -> None:
    case_id = a_bare_case(village, people.student, people.curator)
    a_place(village, case_id, people.student, people.teacher)
    a_will(village, case_id, people.student, ConsentKind.GROUP_MEMBER, named=people.teacher)
    leaves_employment(village, people.curator, TODAY)
    assert may_lead(people.teacher)
    assert not may_lead(people.nurse)
    leaves_employment(village, people.teacher, TODAY)
    assert may_lead(people.nurse)


def test_one_to_whom_the_pupil_has_said_no_does_not_take_a_proposal_over(
    village: Village, people: People, may_lead: MayLead
) -> None:
    case_id = a_bare_case(village, people.student, people.curator)
    leaves_employment(village, people.curator, TODAY)
    assert may_lead(people.nurse)
    a_will(village, case_id, people.student, ConsentKind.GROUP_MEMBER, Answer.REFUSED, named=people.nurse)
    assert not may_lead(people.nurse)


def test_one_in_conflict_in_another_matter_does_not_take_a_proposal_over(
    village: Village, people: People, may_lead: MayLead
) -> None:
    a_bare_case(village, people.student, people.curator)
    another = a_bare_case(village, people.student, people.teacher)
    leaves_employment(village, people.curator, TODAY)
    assert may_lead(people.nurse)
    an_exclusion(village, another, people.student, people.nurse)
    assert not may_lead(people.nurse)


def test_an_open_matter_is_no_proposal_even_if_its_group_is_empty(
    village: Village, people: People, may_lead: MayLead
) -> None:
    a_bare_case(village, people.student, people.curator, state=CaseState.OPEN)
    leaves_employment(village, people.curator, TODAY)
    assert not may_lead(people.nurse)
