"""A later roster changes, ends and takes up again; what was true before stays on record."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.builders import system_work
from tests.clock import Clock
from tests.rooms.people.roster.applied import (
    carry_out,
    count,
    opened,
    person_of,
    places_of,
    rows_of,
    ties_of,
)
from tests.rooms.people.roster.changes_scene import FAMILY, START, TODAY, YESTERDAY, seen, take_away_a_family
from tests.rooms.people.roster.small import (
    CLASS,
    GUARDIAN,
    OTHER_PUPIL,
    PRINCIPAL,
    PUPIL,
    SIBLING,
    TEACHER,
    SmallRoster,
)
from welfare.accounts.actions import create_account
from welfare.audit.ledger import Ledger
from welfare.drafts.actions import save_draft
from welfare.drafts.models import Draft
from welfare.organisations.models import SchoolClass
from welfare.people.models import Assignment, Guardianship, Person, RosterReview, Teaching
from welfare.people.roster.applying.reviews import MARK_GONE
from welfare.people.roster.plan import EndReason
from welfare.rules.actors import Actor, Role, World


@pytest.mark.usefixtures("first")
def test_a_changed_person_is_the_same_person(ledger: Ledger, small: SmallRoster) -> None:
    before = person_of(ledger, PUPIL)
    small.change("users", PUPIL, "familyName", "Uusi")
    small.change("users", PUPIL, "metadata.addressRestricted", "true")
    row = carry_out(ledger, small.write())
    assert row is not None
    assert (row.counts["users.change"], row.counts["users.add"], row.counts["users.unchanged"]) == (1, 0, 16)
    after = person_of(ledger, PUPIL)
    assert (after.id, after.is_restricted, after.revision) == (before.id, True, before.revision + 1)
    assert opened(ledger, PUPIL)["family_name"] == "Uusi"
    assert carry_out(ledger, small.write()) is None


@pytest.mark.usefixtures("first")
def test_no_roster_ends_a_non_disclosure_but_somebody_is_asked_to_look_once(ledger: Ledger, small: SmallRoster) -> None:
    for mark, family_name in (("true", "Uusi"), ("false", "Toinen"), ("false", "Kolmas")):
        small.change("users", PUPIL, "metadata.addressRestricted", mark)
        small.change("users", PUPIL, "familyName", family_name)
        carry_out(ledger, small.write())
    pupil = person_of(ledger, PUPIL)
    assert pupil.is_restricted
    with ledger.transaction() as transaction:
        gone = select(RosterReview.person_id).where(RosterReview.code == MARK_GONE)
        assert transaction.session.scalars(gone).all() == [pupil.id]


@pytest.mark.usefixtures("first")
def test_who_vanishes_is_ended_with_every_bond_and_listed(ledger: Ledger, small: SmallRoster) -> None:
    people = {source_id: person_of(ledger, source_id).id for source_id in FAMILY}
    take_away_a_family(small)
    row = carry_out(ledger, small.write())
    assert row is not None
    assert {person_of(ledger, source_id).ended_on for source_id in FAMILY} == {TODAY}
    assert {tie.ends_on for tie in ties_of(ledger, "g0000002")} == {YESTERDAY}
    assert {place.ends_on for place in places_of(ledger, OTHER_PUPIL)} == {YESTERDAY}
    assert person_of(ledger, PUPIL).ended_on is None
    assert {place.ends_on for place in places_of(ledger, PUPIL)} == {date(2027, 6, 5)}
    reviews = rows_of(ledger, select(RosterReview).where(RosterReview.import_id == row.id))
    assert {seen(review) for review in reviews} == {(EndReason.VANISHED.value, id) for id in people.values()}
    assert count(ledger, Person) == 17


@pytest.mark.usefixtures("first")
def test_what_they_had_begun_to_write_is_not_kept(ledger: Ledger, small: SmallRoster) -> None:
    teacher = person_of(ledger, TEACHER)
    with system_work(ledger) as work:
        account = create_account(work, teacher, World.STAFF, "teacher.one", "mustikkapiirakka ja kahvi")
    with system_work(ledger, Actor(account.id, teacher.id, World.STAFF, full_sign_in=True)) as work:
        save_draft(work, "ask", {"description": ["Kesken"]})
    assert count(ledger, Draft) == 1
    small.remove("users", lambda row: row["sourcedId"] != TEACHER)
    small.remove("enrollments", lambda row: row["userSourcedId"] != TEACHER)
    carry_out(ledger, small.write())
    assert count(ledger, Draft) == 0


@pytest.mark.usefixtures("first")
def test_staff_who_vanish_lose_post_and_group_even_one_given_by_hand(ledger: Ledger, small: SmallRoster) -> None:
    teacher = person_of(ledger, TEACHER)
    with system_work(ledger) as work:
        work.session.add(
            Assignment(
                person_id=teacher.id,
                role=Role.ADMINISTRATOR,
                organisation_id=teacher.controller_id,
                employer_id=teacher.controller_id,
                begins_on=START,
            )
        )
    small.remove("users", lambda row: row["sourcedId"] != TEACHER)
    small.remove("enrollments", lambda row: row["userSourcedId"] != TEACHER)
    carry_out(ledger, small.write())
    posts = rows_of(ledger, select(Assignment).where(Assignment.person_id == teacher.id))
    assert {post.role: post.ends_on for post in posts} == {Role.TEACHER: YESTERDAY, Role.ADMINISTRATOR: YESTERDAY}
    assert count(ledger, Teaching, Teaching.person_id == teacher.id, Teaching.ends_on.is_(None)) == 0
    assert count(ledger, Teaching, Teaching.person_id == teacher.id) == 2


@pytest.mark.usefixtures("first")
def test_who_comes_back_begins_anew_and_the_gap_stays_on_record(
    ledger: Ledger, small: SmallRoster, clock: Clock
) -> None:
    full = {file: [dict(row) for row in rows] for file, rows in small.rows.items()}
    before = person_of(ledger, OTHER_PUPIL).id
    take_away_a_family(small)
    carry_out(ledger, small.write())
    clock.forward(days=7)
    small.rows = full
    row = carry_out(ledger, small.write())
    assert row is not None
    assert (row.counts["users.back"], row.counts["users.add"], row.counts["enrollments.back"]) == (4, 0, 4)
    person = person_of(ledger, OTHER_PUPIL)
    assert (person.id, person.ended_on) == (before, None)
    periods = [(place.begins_on, place.ends_on) for place in places_of(ledger, OTHER_PUPIL)]
    returned = date(2026, 11, 30)
    assert sorted(periods) == [(START, YESTERDAY)] * 2 + [(returned, date(2027, 6, 5))] * 2
    ties = [(tie.begins_on, tie.ends_on) for tie in ties_of(ledger, "g0000002")]
    assert sorted(ties, key=lambda tie: tie[0]) == [(START, YESTERDAY)] * 2 + [(returned, None)] * 2
    assert carry_out(ledger, small.write()) is None


@pytest.mark.usefixtures("first")
def test_gone_and_back_on_one_day_ends_where_it_began(ledger: Ledger, small: SmallRoster) -> None:
    full = {file: [dict(row) for row in rows] for file, rows in small.rows.items()}
    for _ in range(2):
        take_away_a_family(small)
        carry_out(ledger, small.write())
        small.rows = {file: [dict(row) for row in rows] for file, rows in full.items()}
        carry_out(ledger, small.write())
    standing = [tie for tie in ties_of(ledger, "g0000002") if tie.ends_on is None]
    assert [(tie.begins_on, tie.decides) for tie in standing] == [(TODAY, True)] * 2
    present = [place for place in places_of(ledger, OTHER_PUPIL) if place.ends_on and place.ends_on >= TODAY]
    assert len(present) == 2


@pytest.mark.usefixtures("first")
def test_a_right_taken_away_is_gone_at_once_and_may_come_back_the_same_day(ledger: Ledger, small: SmallRoster) -> None:
    small.change("users", GUARDIAN, "metadata.decides", SIBLING)
    carry_out(ledger, small.write())
    child = person_of(ledger, PUPIL).id
    ties = [(tie.begins_on, tie.ends_on, tie.decides) for tie in ties_of(ledger, GUARDIAN) if tie.student_id == child]
    assert ties == [(TODAY, None, False), (START, YESTERDAY, True)]
    small.change("users", GUARDIAN, "metadata.decides", f"{PUPIL},{SIBLING}")
    carry_out(ledger, small.write())
    ties = [(tie.begins_on, tie.ends_on, tie.decides) for tie in ties_of(ledger, GUARDIAN) if tie.student_id == child]
    assert ties == [(TODAY, None, True), (START, YESTERDAY, True)]


@pytest.mark.usefixtures("first")
def test_a_new_title_gives_the_new_role_and_ends_the_old(ledger: Ledger, small: SmallRoster) -> None:
    small.change("users", PRINCIPAL, "metadata.title", "kuraattori")
    carry_out(ledger, small.write())
    posts = rows_of(ledger, select(Assignment).where(Assignment.person_id == person_of(ledger, PRINCIPAL).id))
    assert {(post.role, post.begins_on, post.ends_on) for post in posts} == {
        (Role.PRINCIPAL, START, YESTERDAY),
        (Role.CURATOR, TODAY, None),
    }


@pytest.mark.usefixtures("first")
def test_an_unknown_title_gives_no_role_and_is_listed_once(ledger: Ledger, small: SmallRoster) -> None:
    small.change("users", PRINCIPAL, "metadata.title", "hovimestari")
    carry_out(ledger, small.write())
    person = person_of(ledger, PRINCIPAL)
    assert count(ledger, Assignment, Assignment.person_id == person.id, Assignment.ends_on.is_(None)) == 0
    (review,) = rows_of(ledger, select(RosterReview))
    assert (review.code, review.person_id, review.detail) == ("unknown_title", person.id, "hovimestari")
    small.change("users", PUPIL, "givenName", "Uusi")
    carry_out(ledger, small.write())
    assert count(ledger, RosterReview) == 1


@pytest.mark.usefixtures("first")
def test_moving_to_another_class_ends_one_place_and_begins_another(ledger: Ledger, small: SmallRoster) -> None:
    new_class = small.row("classes", CLASS) | {"sourcedId": "k9", "title": "1B"}
    small.rows["classes"].append(new_class)
    small.change("enrollments", f"ek{PUPIL}", "classSourcedId", "k9")
    carry_out(ledger, small.write())
    names = {each.id: each.name for each in rows_of(ledger, select(SchoolClass))}
    found = [(names[each.class_id], each.begins_on, each.ends_on) for each in places_of(ledger, PUPIL)]
    assert ("1A", START, YESTERDAY) in found
    assert ("1B", TODAY, date(2027, 6, 5)) in found
    assert len(found) == 3


@pytest.mark.usefixtures("first")
def test_a_delta_changes_what_it_names_and_ends_what_it_marks(ledger: Ledger, small: SmallRoster) -> None:
    renamed = small.row("classes", CLASS) | {"status": "active", "title": "1Z"}
    gone = {"sourcedId": OTHER_PUPIL, "status": "tobedeleted"}
    small.send_delta(classes=[renamed], users=[gone])
    row = carry_out(ledger, small.write())
    assert row is not None
    assert count(ledger, SchoolClass, SchoolClass.name == "1Z") == 1
    assert person_of(ledger, OTHER_PUPIL).ended_on == TODAY
    assert {place.ends_on for place in places_of(ledger, OTHER_PUPIL)} == {YESTERDAY}
    child = person_of(ledger, OTHER_PUPIL).id
    assert count(ledger, Guardianship, Guardianship.student_id == child, Guardianship.ends_on.is_(None)) == 0
    assert count(ledger, Person, Person.ended_on.is_(None)) == 16
    (review,) = rows_of(ledger, select(RosterReview))
    assert seen(review) == ("marked", child)
    assert carry_out(ledger, small.write()) is None
