"""Three school years of pupils and posts in the demonstration's county, school by school."""

from datetime import date
from math import ceil
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import load_unit
from welfare.insight.queries import students_in
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.staffing import Posts, ServiceLanguage, StaffedService, posts_needed, taught_in
from welfare.staffing.actions import CountPupils, KeepPosts, PostCell, count_from_roster, count_pupils, keep_posts
from welfare.staffing.queries import places_within, schools_among
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

GROWING = (100, 98, 95)
"""How many pupils there were beside today's, in hundredths, in each of three school years."""
POSTED = (100, 92, 84)
"""How many posts."""
STEP = 5
"""Posts are parted in twentieths."""


def staffed(troupe: Troupe, provider_id: UUID, county_id: UUID) -> Thread:
    """By the coordinator of the county for the schools of a municipality, some weeks ago."""
    yield troupe.at(-46, "10.15")
    asked = Asked("unit", load_unit, county_id)
    with troupe.stage.scene(troupe.players["inger"].id, Permission.COMMUNITY_LEAD, asked) as (work, county):
        write_staffing(work, county, provider_id, troupe.diary.today)


def write_staffing(work: UnitOfWork, county: Organisation, provider_id: UUID, today: date) -> None:
    """Pupils and posts of every school: curators enough by now, psychologists too few, some of them bought."""
    running = school_year_of(today)
    schools = schools_among(places_within(work.session, [provider_id]))
    found = students_in(work.session, [school.id for school in schools], today)
    for back, year in enumerate((running, running.before, running.before.before)):
        for number, school in enumerate(schools):
            pupils = found.get(school.id, 0) * GROWING[back] // 100
            _count(work, school, year, pupils)
            _keep(work, county, school, (year, back, number, pupils))


def _count(work: UnitOfWork, school: Organisation, year: SchoolYear, number: int) -> None:
    """From the roster; a school of both languages has parted them itself."""
    languages = taught_in(school.teaching_languages)
    if len(languages) == 1:
        count_from_roster(work, school, year, number)
    elif school.unit_type is not None:
        swedish = number // 3
        pupils = {(school.unit_type, ServiceLanguage.FINNISH): number - swedish}
        pupils[school.unit_type, ServiceLanguage.SWEDISH] = swedish
        count_pupils(work, school, CountPupils(year=year, pupils=pupils, revision=0))


def _keep(work: UnitOfWork, county: Organisation, school: Organisation, of: tuple[SchoolYear, int, int, int]) -> None:
    year, back, number, pupils = of
    posts: dict[PostCell, Posts] = {}
    for service in StaffedService:
        whole = STEP * ceil(posts_needed(service, pupils) * POSTED[back] / STEP)
        languages = taught_in(school.teaching_languages)
        for language, part in zip(languages, _parted(whole, len(languages)), strict=True):
            posts[service, language] = _posts(service, number, part)
    keep_posts(work, county, school, KeepPosts(year=year, posts=posts, revision=0))


def _parted(whole: int, languages: int) -> list[int]:
    second = STEP * (whole // STEP // 3)
    return [whole] if languages == 1 else [whole - second, second]


def _posts(service: StaffedService, number: int, part: int) -> Posts:
    """Every third school waits for its psychologist, and another third is served by a bought one."""
    if service is StaffedService.CURATOR:
        return Posts(filled=part)
    return (Posts(filled=part), Posts(vacant=part), Posts(bought=part))[number % 3]
