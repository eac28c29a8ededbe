"""Two municipalities may use the same ids; what was made by hand is the same place as in the roster."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.builders import system_work
from tests.rooms.people.roster.applied import carry_out, count, planned, read, rows_of
from tests.rooms.people.roster.small import PROVIDER, PUPIL, SCHOOL, SmallRoster, places
from welfare.audit.ledger import Ledger
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.people.models import Person, PersonKind, RosterRecord
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.plan import UnsoundRosterError
from welfare.rules.actors import Actor, Post, Role, World
from welfare.rules.unit_types import UnitType

IDENTITY = "metadata.personalIdentityCode"


@pytest.fixture
def neighbour(tmp_path: Path) -> SmallRoster:
    """Another municipality whose system gives the same ids to its own things and people."""
    roster = SmallRoster(tmp_path / "neighbour")
    roster.change("orgs", PROVIDER, "identifier", "091")
    roster.change("orgs", SCHOOL, "identifier", "0910001")
    return roster


def organisations(ledger: Ledger, kind: OrganisationKind) -> list[Organisation]:
    return rows_of(ledger, select(Organisation).where(Organisation.kind == kind))


def by_hand(ledger: Ledger, kind: OrganisationKind, name: str, **more: object) -> UUID:
    organisation_id = uuid4()
    with system_work(ledger) as work:
        work.session.add(Organisation(id=organisation_id, kind=kind, name_fi=name, name_sv=name, **more))
    return organisation_id


def administrator_of(organisation_id: UUID) -> Actor:
    post = Post(Role.ADMINISTRATOR, organisation_id, organisation_id)
    return Actor(uuid4(), uuid4(), World.STAFF, (post,), full_sign_in=True)


def test_the_same_ids_from_another_municipality_are_other_people(
    ledger: Ledger, small: SmallRoster, neighbour: SmallRoster
) -> None:
    carry_out(ledger, small.write())
    assert not planned(ledger, neighbour.write()).plan.users.ended
    carry_out(ledger, neighbour.write())
    assert count(ledger, Person, Person.kind == PersonKind.STUDENT, Person.ended_on.is_(None)) == 8
    assert len(organisations(ledger, OrganisationKind.PROVIDER)) == 2
    assert len(organisations(ledger, OrganisationKind.COUNTY)) == 1
    assert carry_out(ledger, small.write()) is None
    assert {row.sender for row in rows_of(ledger, select(RosterRecord))} == {"999/o999", "091/o999"}


def test_a_delta_without_its_provider_needs_the_only_sender(
    ledger: Ledger, small: SmallRoster, neighbour: SmallRoster
) -> None:
    carry_out(ledger, small.write())
    small.send_delta(users=[small.row("users", PUPIL) | {"status": "active", "givenName": "Uusi"}])
    assert read(ledger, small.write()).is_sound
    carry_out(ledger, neighbour.write())
    assert places(read(ledger, small.write())) == [(ProblemCode.UNKNOWN_SENDER, "orgs.csv")]


def test_a_delta_before_any_full_roster_says_whose_it_must_be(ledger: Ledger, small: SmallRoster) -> None:
    small.send_delta(users=[small.row("users", PUPIL) | {"status": "active"}])
    assert places(read(ledger, small.write())) == [(ProblemCode.UNKNOWN_SENDER, "orgs.csv")]


def called(ledger: Ledger, unit_type: UnitType) -> None:
    """Somebody has said what the school gives."""
    with system_work(ledger) as work:
        school = work.session.scalars(select(Organisation).where(Organisation.official_code == "9990001")).one()
        school.unit_type = unit_type


def test_places_made_by_hand_are_taken_up_and_keep_what_was_corrected(ledger: Ledger, small: SmallRoster) -> None:
    county = by_hand(ledger, OrganisationKind.COUNTY, "Maakunta", official_code="18")
    provider = by_hand(ledger, OrganisationKind.PROVIDER, "Kunta", municipality_code="999", parent_id=county)
    school = by_hand(
        ledger,
        OrganisationKind.SCHOOL,
        "Koulu",
        official_code="9990001",
        parent_id=provider,
        provider_id=provider,
        short_name="KUU",
    )
    carry_out(ledger, small.write())
    assert [row.id for row in organisations(ledger, OrganisationKind.COUNTY)] == [county]
    assert [row.id for row in organisations(ledger, OrganisationKind.PROVIDER)] == [provider]
    (found,) = organisations(ledger, OrganisationKind.SCHOOL)
    assert (found.id, found.short_name, found.name_fi) == (school, "KUU", "Koulu 1")


def test_a_swedish_name_written_by_hand_outlives_the_roster(ledger: Ledger, small: SmallRoster) -> None:
    carry_out(ledger, small.write())
    with system_work(ledger) as work:
        school = work.session.scalars(select(Organisation).where(Organisation.official_code == "9990001")).one()
        school.name_sv = "Skola ett"
    small.change("orgs", SCHOOL, "name", "Koulu yksi")
    carry_out(ledger, small.write())
    (found,) = organisations(ledger, OrganisationKind.SCHOOL)
    assert (found.name_fi, found.name_sv) == ("Koulu yksi", "Skola ett")


def test_pupils_who_come_to_a_day_care_centre_make_it_a_unit_of_theirs(ledger: Ledger, small: SmallRoster) -> None:
    """Student welfare belongs to them whatever somebody has called the unit (OHL 1 §)."""
    carry_out(ledger, small.write())
    called(ledger, UnitType.EARLY_CHILDHOOD)
    for row in small.rows["classes"]:
        row["grades"] = "KG"
    carry_out(ledger, small.write())
    (found,) = organisations(ledger, OrganisationKind.SCHOOL)
    assert found.unit_type is UnitType.PRE_PRIMARY


def test_a_day_care_centre_without_pupils_stays_what_it_was_called(ledger: Ledger, small: SmallRoster) -> None:
    for file in ("classes", "enrollments"):
        small.rows[file].clear()
    carry_out(ledger, small.write())
    called(ledger, UnitType.EARLY_CHILDHOOD)
    small.change("orgs", SCHOOL, "name", "Vanamo")
    carry_out(ledger, small.write())
    (found,) = organisations(ledger, OrganisationKind.SCHOOL)
    assert (found.name_fi, found.unit_type) == ("Vanamo", UnitType.EARLY_CHILDHOOD)


def test_nobody_imports_over_a_provider_that_others_administer(ledger: Ledger, small: SmallRoster) -> None:
    carry_out(ledger, small.write())
    (provider,) = organisations(ledger, OrganisationKind.PROVIDER)
    (county,) = organisations(ledger, OrganisationKind.COUNTY)
    small.change("users", PUPIL, "givenName", "Uusi")
    with pytest.raises(UnsoundRosterError):
        carry_out(ledger, small.write(), administrator_of(uuid4()))
    assert carry_out(ledger, small.write(), administrator_of(provider.id)) is not None
    small.change("users", PUPIL, "givenName", "Uudempi")
    assert carry_out(ledger, small.write(), administrator_of(county.id)) is not None


def test_an_administrator_may_bring_a_provider_that_is_not_here_yet(ledger: Ledger, small: SmallRoster) -> None:
    assert carry_out(ledger, small.write(), administrator_of(uuid4())) is not None
