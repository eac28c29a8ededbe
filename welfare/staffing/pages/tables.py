"""Pupils and posts of a unit, place by place and language by language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.school_years import SchoolYear
from welfare.rules.staffing import Need, Posts, ServiceLanguage, StaffedService, all_posts
from welfare.staffing.models import PupilCount, StaffPost
from welfare.staffing.queries import places_within, posts_for, pupils_of, schools_among
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place: a school, a municipality, or the whole for which posts are kept that lie nowhere else."""

    place: Organisation
    name: str
    pupils: int
    is_whole: bool
    """Its posts are for all the places together; it has no pupils of its own."""
    needs: Mapping[StaffedService, Need]

    @property
    def is_bare(self) -> bool:
        """Whether nothing is kept for all the places together."""
        return self.is_whole and all(need.posts == Posts() for need in self.needs.values())


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """The pupils taught in one language, and the posts that serve in it."""

    language: ServiceLanguage
    needs: Mapping[StaffedService, Need]


@dataclass(frozen=True, slots=True)
class Staffing:
    """Everything of one unit in one school year."""

    unit: Organisation
    year: SchoolYear
    rows: Sequence[PlaceRow]
    languages: Sequence[LanguageRow]
    total: Mapping[StaffedService, Need]
    places: Sequence[Organisation]
    """The unit and everything below it, by name."""
    uncounted: int
    """Schools whose pupils nobody has counted."""

    @property
    def pupils(self) -> int:
        """All of them."""
        return sum(row.pupils for row in self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been told of this year."""
        return not self.pupils and not any(need.posts != Posts() for need in self.total.values())

    @classmethod
    def of(cls, session: Session, unit: Organisation, year: SchoolYear) -> "Staffing":
        """Read it: three statements, however many schools there are."""
        places = places_within(session, [unit.id])
        schools = schools_among(places)
        counts = pupils_of(session, [school.id for school in schools], year)
        posts = posts_for(session, [place.id for place in places], year)
        rows = [_row(unit, place, places, counts, posts) for place in _lines(unit, places)]
        return cls(
            unit=unit,
            year=year,
            rows=sorted((row for row in rows if not row.is_bare), key=lambda row: (row.is_whole, row.name)),
            places=places,
            languages=_languages(counts, posts),
            total=_needs(sum(count.pupils for count in counts), posts),
            uncounted=len({school.id for school in schools} - {count.school_id for count in counts}),
        )


def _lines(unit: Organisation, places: Sequence[Organisation]) -> list[Organisation]:
    below = {OrganisationKind.COUNTY: OrganisationKind.PROVIDER, OrganisationKind.PROVIDER: OrganisationKind.SCHOOL}
    kind = below.get(unit.kind)
    return [place for place in places if place.kind is kind] + [unit]


def _row(
    unit: Organisation,
    place: Organisation,
    places: Sequence[Organisation],
    counts: Sequence[PupilCount],
    posts: Sequence[StaffPost],
) -> PlaceRow:
    is_whole = place.id == unit.id and unit.kind is not OrganisationKind.SCHOOL
    within = {place.id} if is_whole else {each.id for each in places if place.id in {each.id, each.provider_id}}
    pupils = 0 if is_whole else sum(count.pupils for count in counts if count.school_id in within)
    return PlaceRow(
        place=place,
        name=_("For all of them together") if is_whole else place.name(current_locale()),
        pupils=pupils,
        is_whole=is_whole,
        needs=_needs(pupils, [post for post in posts if post.place_id in within]),
    )


def _languages(counts: Sequence[PupilCount], posts: Sequence[StaffPost]) -> list[LanguageRow]:
    found = []
    for language in ServiceLanguage:
        pupils = sum(count.pupils for count in counts if count.language is language)
        own = [post for post in posts if post.language is language]
        if pupils or any(post.posts != Posts() for post in own):
            found.append(LanguageRow(language, _needs(pupils, own)))
    return found


def _needs(pupils: int, posts: Sequence[StaffPost]) -> Mapping[StaffedService, Need]:
    return {
        service: Need(service, pupils, all_posts(post.posts for post in posts if post.service is service))
        for service in StaffedService
    }
