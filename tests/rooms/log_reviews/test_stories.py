"""Twelve curious people, each found within five minutes; and beside them what an honest colleague does."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone
from tests.builders_cases import a_bare_case, a_place, a_will
from tests.builders_log_reviews import a_decoy, at_home, in_the_group
from tests.client import Client, Page
from tests.rooms.log_reviews.conftest import Desk
from welfare.accounts.models import Account, Level
from welfare.accounts.sessions import begin_session
from welfare.cases.models import Case
from welfare.people.models import Enrolment, Guardianship
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.consent import ConsentKind
from welfare.rules.log_review import Signal
from welfare.rules.permissions import Permission

MINUTES = 5


def a_member(desk: Desk, name: str) -> Someone:
    """One more nurse in Aada's group, by consent."""
    who = desk.village.staff(Role.NURSE, name)
    a_place(desk.village, desk.case_id, desk.people.student, who)
    a_will(desk.village, desk.case_id, desk.people.student, ConsentKind.GROUP_MEMBER, named=who)
    return who


def a_parent(desk: Desk, who: Someone, child: Someone) -> None:
    with desk.village.work() as work:
        bond = Guardianship(
            guardian_id=who.person_id,
            student_id=child.person_id,
            has_custody=True,
            decides=True,
            may_receive_information=True,
            begins_on=work.facts.on,
        )
        work.session.add(bond)


def opens(desk: Desk, who: Someone, case_id: UUID, permission: Permission = Permission.CASE_READ) -> None:
    """A page of a matter is opened, or printed, as after the gate."""
    with in_the_group(desk.village, who, permission) as work:
        case = work.session.get_one(Case, case_id)
        work.decrypt_document(case, Case.document)
        if permission is Permission.PLAN_PRINT:
            work.note(case.controller_id, case.key_holder().register, *case.about(), purpose="meeting")


def looks_for(desk: Desk, who: Someone, name: str) -> Page:
    """Somebody looks for a pupil by name."""
    return desk.visit(who).get("/search").form("Search").submit(q=name)


def pupils(desk: Desk, number: int) -> list[UUID]:
    """Matters of so many pupils, led by Saara."""
    class_id = desk.village.a_class("7A")
    children = [desk.village.student(f"Oppilas Sukunimi{each}", class_id) for each in range(number)]
    return [a_bare_case(desk.village, each, desk.people.curator, state=CaseState.OPEN) for each in children]


def browser_of(desk: Desk, who: Someone, browser: str) -> Client:
    """Somebody signed in with a browser of this name."""
    policy = desk.app.extensions["visitors"].policy
    with desk.village.work() as work:
        account = work.session.get_one(Account, who.account_id)
        token = begin_session(work, account, Level.FULL, policy, browser)
    client = Client(desk.app)
    client.flask.set_cookie(policy.cookie, token)
    return client


def without_membership(desk: Desk) -> None:
    desk.open_in_emergency()


def same_name(desk: Desk) -> None:
    who = desk.village.staff(Role.NURSE, "Maija Metsäpelto-Laine")
    assert looks_for(desk, who, "Aada").has("Aada Metsäpelto")


def same_home(desk: Desk) -> None:
    who = a_member(desk, "Maija Laine")
    at_home(desk.village, who, "Kaislapolku  1")
    desk.read_matter(who)


def own_child(desk: Desk) -> None:
    who = a_member(desk, "Tiina Laine")
    at_home(desk.village, who, "Koivukuja 8", "110680-904S")
    at_home(desk.village, desk.people.mother, "Koivukuja 9", "110680-904S")
    desk.read_matter(who)


def own_childs_class(desk: Desk) -> None:
    who = a_member(desk, "Maija Laine")
    with desk.village.ledger.transaction() as transaction:
        of_aada = select(Enrolment.class_id).where(Enrolment.student_id == desk.people.student.person_id)
        class_id = transaction.session.scalars(of_aada).one()
    a_parent(desk, who, desk.village.student("Ville Laine", class_id))
    desk.clock.now = datetime.fromisoformat("2026-11-28T15:20:00+02:00")
    assert looks_for(desk, who, "Aada").has("Aada Metsäpelto")


def closed_long_ago(desk: Desk) -> None:
    with desk.village.work() as work:
        case = work.session.get_one(Case, desk.case_id)
        case.state, case.closed_at = CaseState.CLOSED, work.now
    desk.clock.forward(days=42)
    opens(desk, desk.people.nurse, desk.case_id)


def many_pupils(desk: Desk) -> None:
    for case_id in pupils(desk, 15):
        opens(desk, desk.people.curator, case_id)
        desk.clock.forward(minutes=1)


def many_prints(desk: Desk) -> None:
    for _each in range(5):
        opens(desk, desk.people.curator, desk.case_id, Permission.PLAN_PRINT)
        desk.clock.forward(minutes=3)


def sunday_night(desk: Desk) -> None:
    desk.clock.now = datetime.fromisoformat("2026-11-29T02:10:00+02:00")
    desk.read_matter(desk.people.nurse)


def a_decoy_opened(desk: Desk) -> None:
    invented = desk.village.student("Eeli Olematon", desk.village.a_class("9C"))
    a_decoy(desk.village, invented, desk.officer)
    assert looks_for(desk, desk.people.nurse, "Olematon").has("Eeli Olematon")


def new_device_at_night(desk: Desk) -> None:
    browser_of(desk, desk.people.nurse, "Edge, Windows").get(f"/cases/{desk.case_id}")
    desk.clock.now = datetime.fromisoformat("2026-11-25T23:10:00+02:00")
    browser_of(desk, desk.people.nurse, "Firefox, Linux").get(f"/cases/{desk.case_id}")


def neighbour_sought(desk: Desk) -> None:
    at_home(desk.village, desk.people.nurse, "Kaislapolku 3 B 12")
    assert looks_for(desk, desk.people.nurse, "Metsäpelto").has("Aada Metsäpelto")


STORIES: dict[Signal, Callable[[Desk], None]] = {
    Signal.WITHOUT_MEMBERSHIP: without_membership,
    Signal.SAME_NAME: same_name,
    Signal.SAME_HOME: same_home,
    Signal.OWN_FAMILY: own_child,
    Signal.OWN_CHILDS_CLASS: own_childs_class,
    Signal.CLOSED_LONG_AGO: closed_long_ago,
    Signal.MANY_PUPILS: many_pupils,
    Signal.MANY_PRINTS: many_prints,
    Signal.NIGHT: sunday_night,
    Signal.DECOY: a_decoy_opened,
    Signal.NEW_DEVICE: new_device_at_night,
    Signal.NEIGHBOUR_SOUGHT: neighbour_sought,
}


@pytest.mark.parametrize("signal", STORIES)
def test_a_curious_colleague_is_in_the_queue_within_five_minutes(desk: Desk, signal: Signal) -> None:
    desk.look_through(0)
    STORIES[signal](desk)
    desk.look_through(MINUTES)
    found = desk.findings()
    assert [each for each in found if signal.value in each.signals], [each.signals for each in found]


def test_honest_colleagues_beside_them_are_not(desk: Desk) -> None:
    """A member of another name who lives elsewhere, a neighbour met by right, the last hour of the evening."""
    who = a_member(desk, "Maija Laine")
    at_home(desk.village, who, "Kaislapolku 24")
    assert looks_for(desk, who, "Metsäpelto").has("Aada Metsäpelto")
    desk.read_matter(who)
    desk.read_matter(a_member(desk, "Maija Metsäpelto"))
    for case_id in pupils(desk, 3):
        opens(desk, desk.people.curator, case_id)
        opens(desk, desk.people.curator, case_id, Permission.PLAN_PRINT)
    assert looks_for(desk, desk.people.nurse, "Metsäpelto").has("Aada Metsäpelto")
    desk.clock.now = datetime.fromisoformat("2026-11-25T21:40:00+02:00")
    desk.read_matter(desk.people.nurse)
    desk.look_through(MINUTES)
    assert desk.findings() == []
