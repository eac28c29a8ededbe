"""One person, one code: whoever is here already is taken up again, and two people with one code stop the import."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from bench.make_roster import artificial_code
from tests.builders import system_work
from tests.rooms.people.roster.applied import carry_out, contents, count, opened, person_of, planned, read, rows_of
from tests.rooms.people.roster.small import GUARDIAN, PROVIDER, PUPIL, SIBLING, TEACHER, SmallRoster, places
from welfare.audit.ledger import Ledger
from welfare.people.identity_codes import CODE_PURPOSE
from welfare.people.models import Assignment, Person, PersonKind, RosterRecord, RosterReview
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.importing import prepare
from welfare.people.roster.plan import UnsoundRosterError
from welfare.rules.actors import Role

IDENTITY = "metadata.personalIdentityCode"


@pytest.fixture(autouse=True)
def first(ledger: Ledger, small: SmallRoster) -> None:
    """The small roster has been imported once."""
    carry_out(ledger, small.write())


def rename(small: SmallRoster, old: str, new: str) -> None:
    """Another id for one user everywhere, as after a change of the school's system."""
    for rows in small.rows.values():
        for row in rows:
            for column, value in row.items():
                row[column] = ",".join(new if part == old else part for part in value.split(","))


def test_a_person_under_another_id_is_the_same_person(ledger: Ledger, small: SmallRoster) -> None:
    before = {source_id: person_of(ledger, source_id).id for source_id in (PUPIL, TEACHER, GUARDIAN)}
    for source_id in before:
        rename(small, source_id, f"new-{source_id}")
    row = carry_out(ledger, small.write())
    assert row is not None
    for source_id, person_id in before.items():
        person = person_of(ledger, f"new-{source_id}")
        assert (person.id, person.ended_on) == (person_id, None)
    assert count(ledger, Person) == 17
    assert count(ledger, RosterReview) == 0
    assert carry_out(ledger, small.write()) is None


def test_who_goes_on_under_another_id_does_not_count_as_ended(ledger: Ledger, small: SmallRoster) -> None:
    for source_id in (PUPIL, TEACHER, GUARDIAN):
        rename(small, source_id, f"new-{source_id}")
    plan = planned(ledger, small.write()).plan
    assert (len(plan.users.ended), plan.people_ended) == (3, 0)


def test_the_posts_of_a_person_under_another_id_go_on(ledger: Ledger, small: SmallRoster) -> None:
    teacher = person_of(ledger, TEACHER).id
    rename(small, TEACHER, "t9")
    carry_out(ledger, small.write())
    (post,) = rows_of(ledger, select(Assignment).where(Assignment.person_id == teacher))
    assert (post.role, post.ends_on) == (Role.TEACHER, None)


def test_swapped_codes_can_be_put_right(ledger: Ledger, small: SmallRoster) -> None:
    one, other = small.row("users", PUPIL), small.row("users", SIBLING)
    one[IDENTITY], other[IDENTITY] = other[IDENTITY], one[IDENTITY]
    dates = small.row("demographics", PUPIL), small.row("demographics", SIBLING)
    dates[0]["birthDate"], dates[1]["birthDate"] = dates[1]["birthDate"], dates[0]["birthDate"]
    before = person_of(ledger, PUPIL).identity_code_index, person_of(ledger, SIBLING).identity_code_index
    carry_out(ledger, small.write())
    after = person_of(ledger, SIBLING).identity_code_index, person_of(ledger, PUPIL).identity_code_index
    assert after == before
    assert opened(ledger, PUPIL)["birth_date"] == dates[0]["birthDate"]


def test_a_delta_cannot_give_somebody_the_code_of_another(ledger: Ledger, small: SmallRoster) -> None:
    newcomer = small.row("users", SIBLING) | {
        "sourcedId": "p9",
        "status": "active",
        "username": "p9",
        "agentSourcedIds": "",
    }
    small.send_delta(users=[newcomer])
    reading = read(ledger, small.write())
    assert reading.is_sound
    before = contents(ledger)
    with pytest.raises(UnsoundRosterError), system_work(ledger) as work:
        prepare(work, reading)
    assert places(reading) == [(ProblemCode.KNOWN_IDENTITY_CODE, f"users.csv:2:{IDENTITY}")]
    assert contents(ledger) == before


def test_a_delta_may_give_the_code_of_one_who_goes_in_the_same_delta(ledger: Ledger, small: SmallRoster) -> None:
    before = person_of(ledger, SIBLING).id
    newcomer = small.row("users", SIBLING) | {"sourcedId": "p9", "status": "active", "username": "p9"}
    gone = {"sourcedId": SIBLING, "status": "tobedeleted"}
    small.send_delta(users=[newcomer | {"agentSourcedIds": ""}, gone])
    carry_out(ledger, small.write())
    person = person_of(ledger, "p9")
    assert (person.id, person.ended_on) == (before, None)


def test_who_is_known_by_hand_is_taken_up(ledger: Ledger, small: SmallRoster) -> None:
    provider_id = provider(ledger)
    code, person_id = artificial_code(1990, 7)[0], uuid4()
    with system_work(ledger) as work:
        person = Person(
            id=person_id,
            kind=PersonKind.STAFF,
            controller_id=provider_id,
            key_subject_id=provider_id,
            identity_code_index=work.fingerprint(provider_id, CODE_PURPOSE, code),
        )
        work.encrypt_document(person, Person.identity, {"given_name": "Käsin", "family_name": "Kirjattu"})
        work.encrypt(person, Person.identity_code, code)
        work.session.add(person)
        work.session.flush()
        work.session.add(
            Assignment(
                person_id=person_id,
                role=Role.ADMINISTRATOR,
                organisation_id=provider_id,
                employer_id=provider_id,
                begins_on=work.now.date(),
            )
        )
    newcomer = small.row("users", TEACHER) | {"sourcedId": "t9", "status": "active", "username": "t9", IDENTITY: code}
    small.send_delta(users=[newcomer | {"metadata.title": "rehtori"}])
    carry_out(ledger, small.write())
    assert person_of(ledger, "t9").id == person_id
    posts = rows_of(ledger, select(Assignment).where(Assignment.person_id == person_id))
    assert {post.role for post in posts if post.ends_on is None} == {Role.ADMINISTRATOR, Role.PRINCIPAL}


def test_one_human_being_may_be_guardian_and_teacher(ledger: Ledger, small: SmallRoster) -> None:
    small.change("users", TEACHER, IDENTITY, small.row("users", GUARDIAN)[IDENTITY])
    carry_out(ledger, small.write())
    guardian, teacher = person_of(ledger, GUARDIAN), person_of(ledger, TEACHER)
    assert guardian.id != teacher.id
    assert guardian.identity_code_index == teacher.identity_code_index


def provider(ledger: Ledger) -> UUID:
    record = select(RosterRecord).where(RosterRecord.file == "orgs", RosterRecord.source_id == PROVIDER)
    (found,) = rows_of(ledger, record)
    target_id: UUID = found.target_id
    return target_id
