"""`welfare seed --profile municipality`: a bilingual municipality whose pages all have something to show."""

import re
from collections import Counter
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.databases import Store
from tests.signing_in import english_client
from tests.web.command_line import run
from tests.web.town import SCHOOLS, Town
from welfare.communal.models import WelfareGroup
from welfare.guidance.models import Training
from welfare.indicators.models import IndicatorValue
from welfare.insight.models import CommunityReview
from welfare.organisations.models import Organisation
from welfare.participation.models import Hearing
from welfare.programmes.models import Programme
from welfare.rules.actors import Role
from welfare.rules.indicators import Level
from welfare.rules.unit_types import UnitType
from welfare.rules.welfare_groups import GroupKind
from welfare.school_year.models import ClockTask, PlanEvaluation, YearPlan
from welfare.statutory_plans.models import StatutoryVersion

pytestmark = pytest.mark.xdist_group("town")  # seeding takes long: one process does it once for all

PARTS = {
    "groups",
    "meetings",
    "goals",
    "clock",
    "statutory-plans",
    "indicators",
    "programmes",
    "participation",
    "guidance",
    "staffing",
    "services",
    "feedback",
    "review",
}
OF_PUPILS = {"staffing", "services", "feedback"}
"""Of whom there are none in early childhood education (OHL 1 §)."""
BULLYING = "bullied-weekly-8-9"


def test_schools_teach_in_finnish_in_swedish_and_one_is_of_pre_primary_education(town: Town) -> None:
    with Session(town.app.extensions["ledger"].engine) as session:
        schools = [session.get_one(Organisation, school_id) for school_id in town.school_ids]
        languages = Counter(school.teaching_languages for school in schools)
        kinds = Counter(school.unit_type for school in schools)
    assert languages == {"fi": 4, "sv": 1, "fi,sv": 1}
    assert kinds == {UnitType.BASIC: 4, UnitType.PRE_PRIMARY: 1, UnitType.UPPER_SECONDARY: 1}


def test_the_page_of_every_school_has_every_part_and_every_duty(town: Town) -> None:
    for school_id in town.school_ids:
        page = english_client(town.app, town.holder(Role.PRINCIPAL, school_id)).get(f"/communal/{school_id}")
        assert {node.get("id") for node in page.tree.all("section")} >= PARTS
        assert "No duties yet" not in page.text


def test_a_day_care_centre_has_its_own_plan_group_year_and_programme_and_no_duty_late(town: Town) -> None:
    with Session(town.app.extensions["ledger"].engine) as session:
        centre = session.scalars(select(Organisation).where(Organisation.unit_type == UnitType.EARLY_CHILDHOOD)).one()
        tables = (WelfareGroup, ClockTask, YearPlan, Programme, StatutoryVersion)
        assert all(session.scalars(select(table).where(table.unit_id == centre.id)).all() for table in tables)
    page = english_client(town.app, town.holder(Role.PROVIDER_COORDINATOR)).get(f"/communal/{centre.id}")
    assert {node.get("id") for node in page.tree.all("section")} >= PARTS - OF_PUPILS
    assert not {node.get("id") for node in page.tree.all("section")} & OF_PUPILS
    assert page.has("Statutory duties 1 in order")


def test_offices_have_their_groups_their_clocks_and_their_plans(town: Town) -> None:
    with Session(town.app.extensions["ledger"].engine) as session:
        for unit_id, kind in ((town.provider_id, GroupKind.STEERING), (town.county_id, GroupKind.REGIONAL)):
            assert session.scalars(select(WelfareGroup.kind).where(WelfareGroup.unit_id == unit_id)).all() == [kind]
            assert len(set(session.scalars(select(ClockTask.year).where(ClockTask.unit_id == unit_id)))) == 3
            assert session.scalars(select(StatutoryVersion).where(StatutoryVersion.unit_id == unit_id)).all()


def test_a_school_has_three_years_behind_it_and_the_one_that_opened_this_autumn_has_one(town: Town) -> None:
    old, *_others, new = town.school_ids
    with Session(town.app.extensions["ledger"].engine) as session:
        for table in (ClockTask, YearPlan, Programme):
            assert [len(years_of(session, table, school_id)) for school_id in (old, new)] == [3, 1]
        reviews, evaluations = (
            session.scalars(select(CommunityReview).where(CommunityReview.unit_id == old)).all(),
            session.scalars(select(PlanEvaluation).join(YearPlan).where(YearPlan.unit_id == old)).all(),
        )
    assert (len(reviews), len(evaluations)) == (2, 4)


def test_the_countrys_numbers_came_in_the_published_form_and_schools_have_their_own(town: Town) -> None:
    with Session(town.app.extensions["ledger"].engine) as session:
        of = IndicatorValue.code == BULLYING, IndicatorValue.level == Level.COUNTRY
        country = session.scalars(select(IndicatorValue).where(*of).order_by(IndicatorValue.year)).all()
        schools = session.scalars(select(IndicatorValue.place).where(IndicatorValue.level == Level.SCHOOL)).all()
        assert [(row.year, row.value) for row in country] == [(2017, 5.8), (2019, 5.5), (2021, 6.0), (2023, 7.9)]
        assert all(row.import_id for row in country)
    assert len(set(schools)) == SCHOOLS


def test_the_trainings_of_the_academy_are_told_with_participants_and_grade(town: Town) -> None:
    with Session(town.app.extensions["ledger"].engine) as session:
        held = Training.unit_id == town.school_ids[0], Training.organiser == "LAPE-akatemia"
        found = session.scalars(select(Training).where(*held).order_by(Training.held_on)).all()
    assert [(row.participants, row.grade) for row in found] == [(47, 85), (59, 80)]


def test_a_swedish_school_writes_in_swedish(town: Town) -> None:
    with Session(town.app.extensions["ledger"].engine) as session:
        swedish = select(Organisation.id).where(Organisation.teaching_languages == "sv").scalar_subquery()
        plans = session.scalars(select(YearPlan.beginning).where(YearPlan.unit_id == swedish)).all()
        hearings = session.scalars(select(Hearing.about).where(Hearing.unit_id == swedish)).all()
    assert len(plans) == 3
    assert not [text for text in (*plans, *hearings) if re.search(r"\b(ja|on|koulu\w*)\b", text)]


def test_schools_differ_and_the_comparison_shows_it(town: Town) -> None:
    page = english_client(town.app, town.holder(Role.PROVIDER_COORDINATOR)).get("/communal/comparison")
    rows = page.tree.all("tr", when=lambda node: node.inside("tbody") is not None)
    assert len(rows) >= SCHOOLS
    assert len({row.text.partition(" ")[2] for row in rows}) >= SCHOOLS


def test_long_work_tells_how_far_it_has_come(town: Town) -> None:
    assert "pupils" in town.told
    assert "three school years of communal work" in town.told
    assert "25 scenes played" in town.told


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "words", [("--profile", "matrix", "--schools", "3"), ("--profile", "municipality", "--schools", "61")]
)
def test_a_number_of_schools_that_cannot_be_is_refused(store: Store, words: tuple[str, ...]) -> None:
    assert "schools" in run(store, "seed", *words, code=2).stderr


def years_of(session: Session, table: type[ClockTask | YearPlan | Programme], school_id: UUID) -> set[int]:
    return set(session.scalars(select(table.year).where(table.unit_id == school_id)))
