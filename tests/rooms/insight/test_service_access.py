"""What a county, its providers and schools are told of requests and arrangements tells of nobody (COM F52)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import func, select

from tests.builders import Someone, Village
from tests.builders_access import AUTUMN, IN_TIME, SPRING, Municipality
from tests.builders_arrangements import a_use, an_arrangement
from tests.builders_cases import a_bare_case
from tests.clock import Clock
from tests.rules.subtractor import Subtractor
from welfare.insight.aggregates import arrangement_figures
from welfare.insight.models import AccessCount, AccessFigure, AccessRelease
from welfare.jobs.worker import Tally
from welfare.requests.models import ContactRequest
from welfare.rules.actors import Role
from welfare.rules.requests import Service
from welfare.rules.service_access import KINDS, Pace, year_of
from welfare.rules.suppression import PROTECTED, Figure
from welfare.rules.suppression_dimensions import Dimension
from welfare.web.services import worker_of


def test_a_settled_term_is_counted_and_what_is_small_is_hidden(municipality: Municipality) -> None:
    smallest, *_others, largest = municipality.schools
    assert municipality.release() == 2
    assert {each.term for each in municipality.figures()[municipality.county_id]} == {AUTUMN, SPRING}
    spring = municipality.of(largest)
    assert (spring.received, spring.by_pace(Pace.LATE)) == (Figure(44 + 11 + 8 + 8), Figure(11))
    assert (spring.in_time().percent, spring.in_time().of) == (80.0, Figure(55))
    autumn = municipality.of(smallest, AUTUMN)
    assert autumn.by_pace(Pace.LATE) == PROTECTED
    assert autumn.in_time().percent is None
    county = municipality.of(municipality.county_id)
    assert county.received == Figure(5 * (5 + 7 + 9 + 11) + 2 * (5 + 6 + 7 + 8))
    assert municipality.of(municipality.village.provider_id).asked_of(Service.PSYCHOLOGIST) == Figure(5 + 7 + 9)
    assert municipality.of(smallest).asked_of(Service.PSYCHOLOGIST) is None


def test_all_that_is_published_of_a_municipality_tells_nothing_of_a_hidden_number(municipality: Municipality) -> None:
    municipality.release()
    providers = [*[municipality.village.provider_id] * 3, municipality.other_provider]
    lines = tuple(zip(municipality.schools, providers, strict=True))
    years = tuple((term, year_of(term)) for term in (AUTUMN, SPRING))
    places = Dimension("place", ("school", "provider"), lines)
    dimensions = (places, Dimension("time", ("term", "year"), years), KINDS)
    figures = municipality.published()
    assert sum(figure == PROTECTED for figure in figures.values()) > 10
    assert sum(bool(figure.count) for figure in figures.values()) > 40
    for least in (0, 1):
        reader = Subtractor(dimensions, figures, least=least)
        assert reader.narrowed(5) == {}
        assert reader.reckoned() == set()


def test_a_released_term_does_not_change_and_its_year_adds_up_to_what_was_counted(
    municipality: Municipality, clock: Clock
) -> None:
    clock.now = datetime(2026, 3, 10, tzinfo=UTC)
    municipality.release()
    largest = municipality.schools[-1]
    before = municipality.of(largest, AUTUMN).received
    municipality.receive(largest, AUTUMN, IN_TIME, 6)
    clock.now = datetime(2026, 9, 2, tzinfo=UTC)
    assert municipality.release() == 1
    assert municipality.release() == 0
    assert municipality.of(largest, AUTUMN).received == before == Figure(44 + 11 + 3 + 3)
    year = municipality.of(largest, is_year=True).received
    assert year == Figure(44 + 11 + 3 + 3 + 44 + 11 + 8 + 8)


def test_a_term_is_not_counted_before_its_limits_have_run_out(municipality: Municipality, clock: Clock) -> None:
    clock.now = datetime(2026, 8, 31, 12, tzinfo=UTC)
    municipality.release()
    assert {each.term for each in municipality.figures()[municipality.county_id]} >= {AUTUMN}
    assert SPRING not in {each.term for each in municipality.figures()[municipality.county_id]}
    clock.forward(days=1)
    municipality.release()
    assert SPRING in {each.term for each in municipality.figures()[municipality.county_id]}


def test_a_raised_floor_hides_more(municipality: Municipality) -> None:
    municipality.release(floor=12)
    largest = municipality.of(municipality.schools[-1])
    assert (largest.floor, largest.by_pace(Pace.LATE)) == (12, PROTECTED)


def test_the_house_counts_by_itself_once_a_day(app: Flask, municipality: Municipality) -> None:
    worker = worker_of(app)
    worker.work_off(Tally())
    with municipality.village.work() as work:
        assert work.session.scalar(select(func.count()).select_from(AccessRelease)) == 2
        assert work.session.scalar(select(func.sum(AccessCount.count))) == work.session.scalar(
            select(func.count()).select_from(ContactRequest)
        )
    assert municipality.of(municipality.county_id).received.count is not None


def in_use(municipality: Municipality, school_id: UUID, arrangement_id: UUID, member: Someone, count: int) -> None:
    """In so many pupils' matters in autumn 2025."""
    village = replace(municipality.village, school_id=school_id)
    class_id = village.a_class(uuid4().hex[:6], school_id)
    for number in range(count):
        case_id = a_bare_case(village, village.student(f"Oppilas {number}", class_id), member)
        a_use(village, case_id, arrangement_id, member, starts_on=date(2025, 9, 1), ends_on=date(2025, 11, 1))


def test_arrangements_are_told_by_school_so_that_the_catalogue_does_not_tell_the_rest(village: Village) -> None:
    curator, keeper = village.staff(Role.CURATOR, "Saara"), village.staff(Role.PROVIDER_COORDINATOR, "Kaisa")
    municipality = Municipality(village)
    short, calm = an_arrangement(village, keeper), an_arrangement(village, keeper, "Rauhallinen tila")
    first, second, third, _other = municipality.schools
    for school_id, count in ((first, 2), (second, 5), (third, 0)):
        in_use(municipality, school_id, short, curator, count)
    in_use(municipality, second, calm, curator, 5)
    municipality.release()
    with village.work() as work:
        found = arrangement_figures(work.session, municipality.places)
        rows = work.session.scalar(
            select(func.count()).select_from(AccessFigure).where(AccessFigure.count.in_(range(1, 5)))
        )
    kinds = {place: next(each.kinds for each in periods if each.term == AUTUMN) for place, periods in found.items()}
    assert kinds[village.provider_id] == {short: Figure(7), calm: Figure(5)}
    assert (kinds[first][short], kinds[second][short]) == (PROTECTED, PROTECTED)
    assert (kinds[first][calm], kinds[second][calm], kinds[third][short]) == (Figure(0), Figure(5), Figure(0))
    assert municipality.county_id not in kinds
    assert rows == 0
