"""Pages of communal work ask the database as often for many schools and many years as for one."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from tests.signing_in import english_client
from tests.web.town import SCHOOLS, Town
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.duties import Lamp
from welfare.feedback.models import FeedbackTally
from welfare.indicators.actions import BeginSurvey, begin_survey
from welfare.indicators.pages import ClimatePage
from welfare.insight.feedback_figures import feedback_figures
from welfare.insight.pages import ComparisonPage, ServicesPage, report_csv
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.actors import Role
from welfare.rules.climate import Audience
from welfare.rules.feedback import GRADES, FeedbackQuestion
from welfare.rules.permissions import Permission
from welfare.rules.requests import Service
from welfare.rules.suppression import FLOOR
from welfare.rules.terms import term_of
from welfare.web.rooms import DUTY_LAMPS

pytestmark = pytest.mark.xdist_group("town")  # seeding takes long: one process does it once for all


def statements(town: Town, ask: Callable[[], object]) -> int:
    """How many statements are sent to the database by the way."""
    heard: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        heard.append(statement)

    engine = town.app.extensions["ledger"].engine
    event.listen(engine, "before_cursor_execute", hear)
    try:
        ask()
    finally:
        event.remove(engine, "before_cursor_execute", hear)
    return len(heard)


def schools_in(session: Session) -> list[Organisation]:
    schools = Organisation.kind == OrganisationKind.SCHOOL
    return list(session.scalars(select(Organisation).where(schools).order_by(Organisation.official_code)))


@pytest.mark.parametrize("lamp", DUTY_LAMPS, ids=lambda lamp: str(lamp.__name__))
def test_a_lamp_asks_as_often_for_six_schools_as_for_one(town: Town, lamp: Lamp) -> None:
    with town.rehearsed(Role.PROVIDER_COORDINATOR, town.provider_id) as (work, _unit):
        schools = schools_in(work.session)
        lit = lamp(work, schools)
        assert len([lights for lights in lit.values() if lights]) >= SCHOOLS - 1
        assert statements(town, lambda: lamp(work, schools)) == statements(town, lambda: lamp(work, schools[:1])) > 0


def test_the_comparison_and_its_table_ask_as_often_for_six_schools_as_for_one(town: Town) -> None:
    with town.rehearsed(Role.PROVIDER_COORDINATOR, town.provider_id) as (work, _unit):
        schools, found = schools_in(work.session), []
        for number in (SCHOOLS, 1):
            for school in schools[number:]:
                school.ended_on = work.facts.on
            work.session.flush()
            assert ComparisonPage.of(work).schools == number
            page = statements(town, lambda: ComparisonPage.of(work))
            found.append((page, statements(town, lambda: report_csv(work))))
    assert found[0] == found[1]


def test_the_page_of_a_school_asks_as_often_for_three_years_as_for_one(town: Town) -> None:
    old, *_others, new = town.school_ids
    found = []
    for school_id in (old, new):
        client = english_client(town.app, town.holder(Role.PRINCIPAL, school_id))
        address = f"/communal/{school_id}"
        client.get(address)
        found.append(statements(town, lambda client=client, address=address: client.get(address)))  # type: ignore[misc]
    assert found[0] == found[1]


def test_surveys_are_read_together(town: Town) -> None:
    school_id = town.school_ids[0]
    with town.rehearsed(Role.PRINCIPAL, school_id, Permission.COMMUNITY_LEAD) as (work, unit):
        assert len(ClimatePage.of(work, unit).surveys) == 2
        before = statements(town, lambda: ClimatePage.of(work, unit))
        closes_on = work.facts.on + timedelta(days=5)
        for _survey in range(2):
            begin_survey(
                work, unit, BeginSurvey(audience=Audience.PUPILS, closes_on=closes_on, groups=(("7A", 24), ("7B", 23)))
            )
        assert len(ClimatePage.of(work, unit).surveys) == 4
        assert statements(town, lambda: ClimatePage.of(work, unit)) == before


def test_services_of_schools_and_feedback_of_providers_are_read_together(town: Town) -> None:
    with town.rehearsed(Role.WELFARE_COORDINATOR, town.county_id) as (work, county):
        assert ServicesPage.of(work, county, FLOOR).tables
        before = statements(town, lambda: ServicesPage.of(work, county, FLOOR))
        providers = [a_provider_with_feedback(work, county) for _provider in range(2)]
        assert len(feedback_figures(work.session, providers, FLOOR)) == 1
        assert statements(town, lambda: ServicesPage.of(work, county, FLOOR)) == before


def a_provider_with_feedback(work: UnitOfWork, county: Organisation) -> UUID:
    provider_id, kind = uuid4(), OrganisationKind.PROVIDER
    above = {"parent_id": county.id, "county_id": county.id}
    work.session.add(Organisation(id=provider_id, kind=kind, name_fi="Saari", name_sv="Ön", **above))
    work.session.flush()
    term = term_of(work.facts.on).before.starts_on
    of = {"provider_id": provider_id, "term_starts_on": term, "service": Service.CURATOR, "waiting": 0}
    for question in FeedbackQuestion:
        rows = (FeedbackTally(question=question, grade=grade, shown=6, **of) for grade in GRADES)
        work.session.add_all(rows)
    work.session.flush()
    return provider_id
