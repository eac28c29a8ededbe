"""Invented people are sound, the same each time, and at home in whatever school year today is in."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

import pytest

from tests.builders import Village
from welfare.access.needs import Loaded, Reading
from welfare.people.roster.reading import Reading as Roster
from welfare.people.roster.records import EnrollmentRole, UserRole
from welfare.rules.actors import Role
from welfare.rules.ages import age_on
from welfare.rules.identity_code import parse
from welfare.rules.permissions import Permission
from welfare.web.seeding.bilingual import MOST_SCHOOLS
from welfare.web.seeding.case_plans import EXPERTS, LEADS, Course, plan_cases
from welfare.web.seeding.company import Company, Pupil, User
from welfare.web.seeding.director import Diary, moment
from welfare.web.seeding.identity_codes import CodeBook
from welfare.web.seeding.moved import lakeuskoski_around
from welfare.web.seeding.profiles import PROFILES, municipality_of
from welfare.web.seeding.school_year import HISTORY, LEAD, school_year_around
from welfare.web.seeding.stage import Asked, SceneClock, Stage, UnlawfulSceneError

AUTUMN = date(2026, 11, 23)
YEAR_LONG = [date(2027, 1, 1) + timedelta(days=7 * week) for week in range(53)]


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("today", [AUTUMN, date(2029, 7, 15)], ids=str)
def test_every_roster_is_without_a_mistake(name: str, today: date) -> None:
    rosters = rosters_of(name, today)
    assert rosters
    assert all(list(reading.problems) == [] for reading in rosters)


@pytest.mark.parametrize("schools", [1, 6, 12, 35, MOST_SCHOOLS])
def test_a_bilingual_municipality_of_any_size_has_people_enough(schools: int) -> None:
    (settlement,) = municipality_of(schools).settle(AUTUMN, Random(1))  # noqa: S311 - invented people, no secrets
    assert list(settlement.reading.problems) == []
    assert settlement.reading.is_sound
    names = [org.name for org in settlement.reading.content.orgs.records.values()]
    assert len(set(names)) == len(names) == schools + 2


def test_the_same_seed_gives_the_same_people() -> None:
    first, second = ([each.content.users.records for each in rosters_of("matrix", AUTUMN)] for _ in range(2))
    assert first == second


def test_no_two_families_of_the_matrix_share_a_name_and_no_worker_has_a_familys() -> None:
    families: Counter[str] = Counter()
    staff: set[str] = set()
    for reading in rosters_of("matrix", AUTUMN):
        users = reading.content.users.records.values()
        homes = {(user.family_name, user.agent_ids) for user in users if user.role is UserRole.STUDENT}
        families.update(name for name, _ in homes)
        staff |= {user.family_name for user in users if user.staff_role is not None}
    assert not staff & set(families)
    assert max(families.values()) <= 2  # one name, twice only where a grown-up sibling has no guardians any more


@pytest.mark.parametrize("today", YEAR_LONG, ids=str)
def test_today_lies_well_within_the_school_year(today: date) -> None:
    year = school_year_around(today)
    (autumn_begins, autumn_ends), (spring_begins, spring_ends) = year.terms
    assert year.first <= today - HISTORY <= today <= year.last
    assert today + LEAD <= year.last
    assert year.first == autumn_begins < autumn_ends < spring_begins < spring_ends == year.last


@pytest.mark.parametrize("today", [AUTUMN, date(2031, 8, 20), date(2044, 2, 29)], ids=str)
def test_the_shipped_municipality_moves_with_the_years_and_its_pupils_stay_as_old(today: date) -> None:
    content = lakeuskoski_around(today).content
    year = school_year_around(today)
    pupils = [user for user in content.users.records.values() if user.role is UserRole.STUDENT]
    first = [user for user in pupils if user.grades == ("01",)]
    assert len(pupils) == 1500
    assert len({pupil.identity_code for pupil in pupils}) == 1500
    assert {age_on(one.birth_date, date(year.begins_in, 12, 31)) for one in first if one.birth_date} <= {6, 7, 8}
    for pupil in pupils:
        assert parse(pupil.identity_code, allow_artificial=True).birth_date == pupil.birth_date
    places = [row for row in content.enrollments.records.values() if row.role is EnrollmentRole.STUDENT]
    assert all(row.begins and row.ends and row.begins < today < row.ends for row in places)


def test_a_birthday_has_codes_for_six_hundred_people_and_says_when_it_has_no_more() -> None:
    book, born = CodeBook(), date(2013, 5, 5)
    codes = {parse(book.code(born), allow_artificial=True) for _ in range(600)}
    assert len(codes) == 600
    with pytest.raises(IndexError):
        book.code(born)


def test_working_days_are_counted_from_today_both_ways() -> None:
    diary = Diary(date(2026, 11, 22), None)  # a Sunday
    assert [diary.day(distance) for distance in (-1, 0, 1)] == [date(2026, 11, day) for day in (20, 23, 24)]
    assert diary.coming == date(2026, 11, 23)
    assert Diary(AUTUMN, None).coming == date(2026, 11, 24)
    assert diary.before(date(2026, 11, 23), 7) == date(2026, 11, 12)


def test_the_clock_of_the_play_never_turns_back() -> None:
    clock = SceneClock(moment(AUTUMN, "9.30"))
    clock.move_to(moment(AUTUMN, "8.00"))
    assert clock() == datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


def test_a_scene_that_the_law_refuses_is_not_played(village: Village) -> None:
    pupil = village.student("Helmi Suominen", village.a_class())
    clock = SceneClock(village.ledger.clock())
    stage = Stage(village.ledger, clock, "test")

    def nobody(reading: Reading, _: object) -> Loaded | None:
        del reading
        return None

    with pytest.raises(UnlawfulSceneError), stage.scene(pupil.account_id, Permission.AUDIT_READ):
        pass
    with (
        pytest.raises(UnlawfulSceneError),
        stage.scene(pupil.account_id, Permission.WORKLIST_SEE, Asked("case", nobody, pupil.person_id)),
    ):
        pass
    with stage.scene(pupil.account_id, Permission.WORKLIST_SEE) as (work, _):
        assert work.actor.person_id == pupil.person_id


def rosters_of(profile: str, today: date) -> list[Roster]:
    rng = Random(profile)  # noqa: S311 - invented people, no secrets
    return [settlement.reading for settlement in PROFILES[profile].settle(today, rng)]


def test_every_municipality_of_the_nation_has_some_matters_and_its_own_people_in_them() -> None:
    schools = [uuid4() for _ in range(21)]
    company = Company(
        pupils=[a_pupil(school) for school in schools for _ in range(63)],
        users=[a_worker(school, role) for school in schools for role in (*LEADS, *EXPERTS)],
    )
    profile = PROFILES["nation"]
    plans = plan_cases(company, company.pupils_by_school_in_turn(), profile.matters, Random(1))  # noqa: S311
    assert set(Counter(plan.pupil.school_id for plan in plans).values()) == {5}
    assert all(plan.pupil.school_id in plan.lead.school_ids for plan in plans)
    assert {plan.course for plan in plans} == set(Course)
    assert sum(plan.excluded is not None for plan in plans) == 1


def a_pupil(school_id: UUID) -> Pupil:
    return Pupil(
        id=uuid4(),
        given_name="Aada",
        family_name="Metsä",
        identity_code="",
        born=date(2012, 5, 5),
        class_id=uuid4(),
        school_id=school_id,
        guardian_ids=(uuid4(), uuid4()),
        is_able=True,
        is_restricted=False,
        username="",
    )


def a_worker(school_id: UUID, role: Role) -> User:
    return User(uuid4(), uuid4(), "Saara", role, school_id, "", "", school_ids=(school_id,))
