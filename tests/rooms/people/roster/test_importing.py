"""The invented municipality is imported whole, and a second time nothing happens."""

from collections import Counter
from datetime import date

import pytest
from sqlalchemy import func, select

from tests.databases import Store
from tests.rooms.people.roster.applied import (
    carry_out,
    contents,
    count,
    events,
    opened,
    person_of,
    planned,
    rows_of,
    subjects_since,
)
from welfare.audit.ledger import Ledger
from welfare.organisations.models import Organisation, OrganisationKind, SchoolClass, SchoolYear, Term
from welfare.people.models import (
    Assignment,
    Enrolment,
    Guardianship,
    Person,
    PersonKind,
    RosterImport,
    RosterRecord,
    RosterReview,
    Teaching,
)
from welfare.people.roster.demo import LAKEUSKOSKI
from welfare.rules.actors import Role
from welfare.rules.unit_types import UnitType


def test_the_invented_municipality_is_imported_whole(ledger: Ledger) -> None:
    row = carry_out(ledger, LAKEUSKOSKI)
    assert row is not None
    assert row.counts["users.add"] == 3269
    kinds = {kind: count(ledger, Person, Person.kind == kind) for kind in PersonKind}
    assert kinds == {PersonKind.STUDENT: 1500, PersonKind.GUARDIAN: 1640, PersonKind.STAFF: 129}
    assert count(ledger, Enrolment) + count(ledger, Teaching) == 3523
    assert count(ledger, SchoolClass) == 167
    assert count(ledger, RosterRecord) == 9 + 3 + 167 + 3269 + 3523
    assert count(ledger, RosterReview) == 0
    restricted = {kind: count(ledger, Person, Person.kind == kind, Person.is_restricted) for kind in PersonKind}
    assert restricted == {PersonKind.STUDENT: 6, PersonKind.GUARDIAN: 5, PersonKind.STAFF: 1}
    assert count(ledger, Person, Person.of_age_on.is_(None), Person.kind == PersonKind.STUDENT) == 0
    assert count(ledger, Person, Person.of_age_on <= date(2026, 8, 11)) == 91
    assert count(ledger, Guardianship, Guardianship.has_custody.is_(False), Guardianship.decides) == 0
    _the_titles_have_given_roles(ledger)
    _the_schools_are_told_apart(ledger)
    _the_year_is_there(ledger)


def _the_titles_have_given_roles(ledger: Ledger) -> None:
    with ledger.transaction() as transaction:
        people = select(Assignment.role, func.count(Assignment.person_id.distinct())).group_by(Assignment.role)
        roles = {row[0]: row[1] for row in transaction.session.execute(people)}
    assert roles == {
        Role.PRINCIPAL: 7,
        Role.TEACHER: 79,
        Role.SPECIAL_TEACHER: 13,
        Role.STUDY_COUNSELLOR: 4,
        Role.SCHOOL_ASSISTANT: 6,
        Role.SCHOOL_SECRETARY: 2,
        Role.PROVIDER_COORDINATOR: 1,
        Role.CURATOR: 5,
        Role.SENIOR_CURATOR: 1,
        Role.PSYCHOLOGIST: 3,
        Role.NURSE: 5,
        Role.DOCTOR: 2,
        Role.WELFARE_COORDINATOR: 1,
    }
    with ledger.transaction() as transaction:
        employers = select(Organisation.kind, Assignment.person_id).join(
            Organisation, Organisation.id == Assignment.employer_id
        )
        found = Counter(kind for kind, _ in {tuple(pair) for pair in transaction.session.execute(employers)})
    assert found == {OrganisationKind.PROVIDER: 112, OrganisationKind.COUNTY: 17}


def _the_schools_are_told_apart(ledger: Ledger) -> None:
    organisations = rows_of(ledger, select(Organisation).order_by(Organisation.official_code))
    schools = [each for each in organisations if each.kind is OrganisationKind.SCHOOL]
    assert Counter(each.kind for each in organisations)[OrganisationKind.SCHOOL] == len(schools) == 7
    assert Counter(school.unit_type for school in schools) == {
        UnitType.PRE_PRIMARY: 1,
        UnitType.BASIC: 4,
        UnitType.UPPER_SECONDARY: 1,
        UnitType.VOCATIONAL: 1,
    }
    assert len({school.short_name for school in schools}) == 7
    provider = next(each for each in organisations if each.kind is OrganisationKind.PROVIDER)
    assert (provider.name_fi, provider.name_sv) == ("Lakeuskosken kunta", "Slättfors kommun")
    assert all(school.provider_id == provider.id and school.county_id == provider.county_id for school in schools)


def _the_year_is_there(ledger: Ledger) -> None:
    (year,) = rows_of(ledger, select(SchoolYear))
    terms = rows_of(ledger, select(Term).order_by(Term.starts_on))
    assert (year.starts_on, year.ends_on) == (date(2026, 8, 11), date(2027, 6, 5))
    assert [(term.starts_on, term.school_year_id) for term in terms] == [
        (date(2026, 8, 11), year.id),
        (date(2027, 1, 7), year.id),
    ]


def test_a_second_import_of_the_same_files_changes_nothing(ledger: Ledger) -> None:
    carry_out(ledger, LAKEUSKOSKI)
    before, number = contents(ledger), events(ledger)
    assert carry_out(ledger, LAKEUSKOSKI) is None
    assert contents(ledger) == before
    assert events(ledger) == number + 1
    assert planned(ledger, LAKEUSKOSKI).plan.is_empty


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_nothing_of_a_person_stands_in_clear_in_any_file(ledger: Ledger, store: Store) -> None:
    carry_out(ledger, LAKEUSKOSKI)
    person = opened(ledger, "p000001")
    row = next(
        line for line in (LAKEUSKOSKI / "users.csv").read_text(encoding="utf-8").splitlines() if "p000001," in line
    )
    code, street = row.split(",")[18], row.split(",")[22]
    assert person["birth_date"]
    assert "-" in code or code[6].isalpha()
    names = sorted({person["given_name"], person["family_name"], code, street, person["birth_date"]})
    held = b"".join(path.read_bytes() for path in store.instance.rglob("*") if path.is_file())
    assert len(held) > 1_000_000
    assert [name for name in names if name.encode() in held] == []
    assert b"Hopeahaavan" in held


def test_the_trail_names_everybody_in_the_chain_of_their_controller(ledger: Ledger) -> None:
    row = carry_out(ledger, LAKEUSKOSKI)
    assert row is not None
    assert row.provider_id is not None
    named = subjects_since(ledger, row.provider_id, row.at)
    assert len(named) == 3140 + 1
    assert {row.id, person_of(ledger, "p000001").id, person_of(ledger, "g000001").id} <= named
    assert person_of(ledger, "s00001").id not in named


def test_one_code_is_one_person_of_a_kind(ledger: Ledger) -> None:
    carry_out(ledger, LAKEUSKOSKI)
    with ledger.transaction() as transaction:
        indexed = transaction.session.execute(select(Person.kind, Person.identity_code_index)).all()
    with_code = [pair for pair in indexed if pair[1] is not None]
    assert len(with_code) == len(set(with_code)) == 3269


def test_the_import_is_on_record(ledger: Ledger) -> None:
    row = carry_out(ledger, LAKEUSKOSKI)
    assert row is not None
    assert row.sender == "999/o999"
    assert len(row.digest) == 64
    assert count(ledger, RosterImport) == 1
