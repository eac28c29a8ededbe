"""What was counted in the demonstration's schools in earlier terms: invented numbers, hidden as real ones would be."""

from collections.abc import Mapping
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.insight.counting import counties, providers_of_schools
from welfare.insight.models import AccessRelease
from welfare.insight.releasing import TERMS_BACK, release_counted
from welfare.rules.service_access import Measure, settled_terms
from welfare.rules.suppression import FLOOR
from welfare.rules.terms import SchoolTerm, Season
from welfare.web.seeding.stage import Stage

IN_A_TERM: Mapping[str, int] = {
    "curator:in_time": 21,
    "psychologist:in_time": 12,
    "curator:late": 3,
    "psychologist:late": 6,
    "curator:no_limit": 4,
    "nurse:no_limit": 17,
    "doctor:no_limit": 5,
}
"""Of a school of middling size in autumn."""


def counted_before(stage: Stage) -> None:
    """Two school years, a term after the other."""
    with stage.behind_the_scenes() as work:
        for county_id in counties(work.session):
            for number, term in enumerate(settled_terms(stage.today, TERMS_BACK)):
                _count(work, county_id, term, number)


def _count(work: UnitOfWork, county_id: UUID, term: SchoolTerm, number: int) -> None:
    row = AccessRelease(county_id=county_id, measure=Measure.REQUESTS, floor=FLOOR)
    counted = {}
    for place, school_id in enumerate(sorted(providers_of_schools(work.session, county_id), key=str)):
        for turn, (kind, usual) in enumerate(IN_A_TERM.items()):
            more = (3 * place + 2 * turn + number) % 5 + (2 if term.season is Season.SPRING else 0)
            counted[school_id, kind] = max(0, usual * (2 + place % 3) // 3 + more - 3)
    release_counted(work, row, term, counted)
