"""Need and posts of a unit in one school year: the page, its plots, its paper, its file, and its part on the unit's."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.parts import UnitPart
from welfare.communal.years import asked_year, year_links
from welfare.documents.comma_separated import csv_text
from welfare.documents.paper import Block, Facts, Table
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.staffing import STAFFING_LAW, STUDENTS_AT_MOST, Need, StaffedService
from welfare.rules.unit_types import has_pupils
from welfare.staffing.pages.tables import PlaceRow, Staffing
from welfare.staffing.words import LANGUAGE_TITLES, POST_KINDS, SERVICE_TITLES, posts_text
from welfare.ui.formats import number_text
from welfare.ui.locale import current_locale
from welfare.ui.stacked import Stacked, StackedRow

YEARS_BACK = 2
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class ServicePart:
    """One service: how it stands, its plot and its table."""

    id: str
    title: str
    law: str
    standing: str
    is_enough: bool | None
    """Judged of a municipality and of the county as a whole: one worker may serve several schools."""
    plot: Stacked
    heads: Row
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """Where numbers of one place are written: its name, and the addresses that the reader may go to."""

    name: str
    pupils: str
    posts: str
    is_within: bool
    """A school below its municipality."""


@dataclass(frozen=True, slots=True)
class StaffingPage:
    """One unit in one school year."""

    head: UnitHead
    year: SchoolYear
    years: Sequence[tuple[str, str, bool]]
    facts: Sequence[tuple[str, str]]
    services: Sequence[ServicePart]
    languages: tuple[Row, Sequence[Row]]
    places: Sequence[PlaceLink]
    is_empty: bool

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "StaffingPage":
        """Read the year that the address asks for."""
        this_year = school_year_of(work.facts.on).begins_in
        year = SchoolYear(asked_year(this_year))
        staffing, head = Staffing.of(work.session, unit, year), UnitHead.of(work, unit)
        return cls(
            head=head,
            year=year,
            years=year_links(
                range(this_year - YEARS_BACK, this_year + 1),
                year.begins_in,
                lambda each: url_for("staffing.show", unit=unit.id, year=each),
            ),
            facts=_facts(staffing),
            services=[_service(staffing, service) for service in StaffedService],
            languages=_languages(staffing),
            places=_places(staffing) if head.may_lead else [],
            is_empty=staffing.is_empty,
        )


def staffing_part(work: UnitOfWork, unit: Organisation) -> UnitPart | None:
    """How need and posts stand, on the page of the unit; nothing before anything is told, or where no pupils are."""
    if not has_pupils(unit.unit_type):
        return None
    staffing = Staffing.of(work.session, unit, school_year_of(work.facts.on))
    if staffing.is_empty and not UnitHead.of(work, unit).may_lead:
        return None
    heads = [_("Service"), _("Need"), _("At work"), _("Vacant")]
    rows = [[str(SERVICE_TITLES[need.service]), *_short(need)] for need in staffing.total.values()]
    title = _("Staffing of the services")
    return UnitPart(
        id="staffing",
        title=title,
        template="staffing/_part.html",
        page={"heads": heads, "rows": rows, "pupils": number_text(staffing.pupils), "is_empty": staffing.is_empty},
        link=(_("Need and posts"), url_for("staffing.show", unit=unit.id)),
        blocks=[] if staffing.is_empty else staffing_blocks(staffing),
    )


def staffing_blocks(staffing: Staffing) -> list[Block]:
    """The same on paper."""
    parts = [_service(staffing, service) for service in StaffedService]
    standing = [(part.title, part.standing) for part in parts]
    blocks: list[Block] = [Facts([*_facts(staffing), *standing], _("Staffing of the services"))]
    blocks += [Table(part.heads, part.rows, part.title) for part in parts]
    heads, rows = _languages(staffing)
    return [*blocks, Table(heads, rows, _("Services in both languages"))] if rows else blocks


def staffing_csv(staffing: Staffing) -> str:
    """One row for each place and service, in hundredths' own decimals."""
    heads = ("place_fi", "place_sv", "year", "service", "pupils", "needed", "filled", "bought", "vacant")
    rows = [
        [
            row.place.name_fi,
            row.place.name_sv,
            staffing.year.name,
            need.service.value,
            str(row.pupils),
            *(f"{each / 100:.2f}" for each in (need.needed, need.posts.filled, need.posts.bought, need.posts.vacant)),
        ]
        for row in staffing.rows
        for need in row.needs.values()
    ]
    return csv_text(heads, rows)


def standing_words(need: Need) -> str:
    """How many pupils there are for each whole post, beside what the act allows."""
    most = number_text(STUDENTS_AT_MOST[need.service])
    if not need.students:
        return _("no pupils have been counted")
    if need.students_each is None:
        return _("nobody at work; the act allows %(most)s pupils for each", most=most)
    each = number_text(need.students_each)
    if need.is_enough:
        return _("%(each)s pupils for each, the act allows %(most)s", each=each, most=most)
    missing = posts_text(need.missing)
    return _(
        "%(each)s pupils for each, the act allows %(most)s: %(missing)s posts are lacking",
        each=each,
        most=most,
        missing=missing,
    )


def _service(staffing: Staffing, service: StaffedService) -> ServicePart:
    need = staffing.total[service]
    heads = [_("School or municipality"), _("Pupils"), _("Need"), *(str(POST_KINDS[kind]) for kind in POST_KINDS)]
    rows = [_row(row.name, row.pupils, row.needs[service], is_whole=row.is_whole) for row in staffing.rows]
    if len(rows) > 1:
        rows.append(_row(_("Together"), staffing.pupils, need, is_whole=False))
    is_school = staffing.unit.kind is OrganisationKind.SCHOOL
    title, standing = str(SERVICE_TITLES[service]), _of_school(need) if is_school else standing_words(need)
    return ServicePart(
        id=service.value,
        title=title,
        law=STAFFING_LAW.short_in(current_locale()),
        standing=standing,
        is_enough=None if is_school else need.is_enough,
        plot=Stacked(title, standing, [_bar(row, service) for row in staffing.rows if _is_drawn(row, service)]),
        heads=heads,
        rows=rows,
    )


def _of_school(need: Need) -> str:
    return _(
        "%(have)s posts at work, the pupils call for %(need)s",
        have=posts_text(need.posts.at_work),
        need=posts_text(need.needed),
    )


def _is_drawn(row: PlaceRow, service: StaffedService) -> bool:
    need = row.needs[service]
    return bool(row.pupils or need.posts.at_work or need.posts.vacant)


def _bar(row: PlaceRow, service: StaffedService) -> StackedRow:
    need = row.needs[service]
    parts = [(kind, float(getattr(need.posts, kind))) for kind in POST_KINDS]
    at_work = posts_text(need.posts.at_work)
    words = at_work if row.is_whole else _("%(have)s of %(need)s", have=at_work, need=posts_text(need.needed))
    return StackedRow(row.name, parts, None if row.is_whole else float(need.needed), words)


def _row(name: str, pupils: int, need: Need, *, is_whole: bool) -> Row:
    counted = ["–", "–"] if is_whole else [number_text(pupils), posts_text(need.needed)]
    return [name, *counted, *(posts_text(getattr(need.posts, kind)) for kind in POST_KINDS)]


def _languages(staffing: Staffing) -> tuple[Row, Sequence[Row]]:
    heads = [_("Service and language"), _("Pupils"), _("Need"), _("At work"), _("Vacant")]
    rows = [
        [f"{SERVICE_TITLES[service]} · {LANGUAGE_TITLES[row.language]}", number_text(need.students), *_short(need)]
        for service in StaffedService
        for row in staffing.languages
        for need in [row.needs[service]]
    ]
    return heads, rows if len(staffing.languages) > 1 else []


def _short(need: Need) -> Row:
    return [posts_text(need.needed), posts_text(need.posts.at_work), posts_text(need.posts.vacant)]


def _facts(staffing: Staffing) -> list[tuple[str, str]]:
    facts = [(_("School year"), staffing.year.name), (_("Pupils"), number_text(staffing.pupils))]
    return [*facts, (_("Schools not counted"), number_text(staffing.uncounted))] if staffing.uncounted else facts


def _places(staffing: Staffing) -> list[PlaceLink]:
    """The forms that whoever leads the unit may fill in: the whole first, then each municipality before its schools."""
    order = {
        place.id: (place.name(current_locale()), "")
        for place in staffing.places
        if place.kind is not OrganisationKind.SCHOOL
    }
    for place in staffing.places:
        if place.kind is OrganisationKind.SCHOOL:
            above = order.get(place.provider_id or place.id, ("", ""))[0]
            order[place.id] = (above, place.name(current_locale()))
    order[staffing.unit.id] = ("", "")
    return [_link(staffing, place) for place in sorted(staffing.places, key=lambda place: order[place.id])]


def _link(staffing: Staffing, place: Organisation) -> PlaceLink:
    unit, year = staffing.unit, staffing.year.begins_in
    is_school, is_whole = place.kind is OrganisationKind.SCHOOL, place.id == unit.id
    has_pupils = is_school and unit.kind is not OrganisationKind.COUNTY
    name = _("For all of them together") if is_whole and not is_school else place.name(current_locale())
    return PlaceLink(
        name=name,
        pupils=url_for("staffing.begin_pupils", unit=place.id, year=year) if has_pupils else "",
        posts=""
        if unit.kind is OrganisationKind.SCHOOL
        else url_for("staffing.begin_posts", unit=unit.id, year=year, place=place.id),
        is_within=is_school and unit.kind is OrganisationKind.COUNTY,
    )
