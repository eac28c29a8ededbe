"""Beside the duties of schools: the languages they teach in, and whether curators and psychologists are enough."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.documents.paper import Block
from welfare.insight.defects import OpenDefects
from welfare.insight.queries import counties_overseen, providers_overseen
from welfare.organisations.models import Organisation
from welfare.organisations.words import language_words
from welfare.rules.school_years import school_year_of
from welfare.rules.staffing import Need, StaffedService
from welfare.staffing.pages import Staffing, staffing_blocks, standing_words
from welfare.staffing.words import SERVICE_TITLES, posts_text
from welfare.ui.formats import number_text
from welfare.ui.locale import current_locale

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class LanguageSplit:
    """Schools by the languages they teach in: how many, their pupils, and what is late or open in them."""

    heads: Sequence[str]
    rows: Rows

    @classmethod
    def of(
        cls,
        schools: Iterable[Organisation],
        students: Mapping[UUID, int],
        late: Mapping[UUID, int],
        defects: Mapping[UUID, OpenDefects],
    ) -> "LanguageSplit":
        """Add them up."""
        groups: defaultdict[str, list[UUID]] = defaultdict(list)
        for school in schools:
            groups[language_words(school.teaching_languages)].append(school.id)
        rows = [
            [
                languages,
                *(
                    number_text(number)
                    for number in (
                        len(ids),
                        sum(students.get(id, 0) for id in ids),
                        sum(late.get(id, 0) for id in ids),
                        sum(defects[id].open for id in ids if id in defects),
                    )
                ),
            ]
            for languages, ids in sorted(groups.items())
        ]
        return cls([_("Teaching in"), _("Schools"), _("Pupils"), _("Duties late"), _("Open defects")], rows)


@dataclass(frozen=True, slots=True)
class StaffingBeside:
    """Need and posts of one office that the reader answers for, with the way to its page."""

    name: str
    address: str
    standing: Sequence[tuple[str, bool, str]]
    """Service, whether it is enough, and in words."""
    heads: Sequence[str]
    rows: Rows
    staffing: Staffing

    @classmethod
    def all(cls, work: UnitOfWork) -> "list[StaffingBeside]":
        """The county of a county's coordinator, or the provider of a provider's."""
        offices = counties_overseen(work.session, work.actor) or providers_overseen(work.session, work.actor)
        year = school_year_of(work.facts.on)
        found = (Staffing.of(work.session, office, year) for office in offices)
        return [cls._of(staffing) for staffing in found if not staffing.is_empty]

    @classmethod
    def _of(cls, staffing: Staffing) -> "StaffingBeside":
        heads = [_("School or municipality"), _("Pupils")]
        for service in StaffedService:
            title = SERVICE_TITLES[service]
            heads += [_("%(service)s: need", service=title), _("%(service)s: at work", service=title)]
        rows = [_row(row.name, "–" if row.is_whole else number_text(row.pupils), row.needs) for row in staffing.rows]
        if len(rows) > 1:
            rows.append(_row(_("Together"), number_text(staffing.pupils), staffing.total))
        return cls(
            name=staffing.unit.name(current_locale()),
            address=url_for("staffing.show", unit=staffing.unit.id),
            standing=[
                (str(SERVICE_TITLES[need.service]), need.is_enough, standing_words(need))
                for need in staffing.total.values()
            ],
            heads=heads,
            rows=rows,
            staffing=staffing,
        )

    @property
    def blocks(self) -> Sequence[Block]:
        """The same on paper."""
        return staffing_blocks(self.staffing)


def _row(name: str, pupils: str, needs: Mapping[StaffedService, Need]) -> list[str]:
    figures = [text for need in needs.values() for text in (posts_text(need.needed), posts_text(need.posts.at_work))]
    return [name, pupils, *figures]


def defect_words(defects: OpenDefects) -> str:
    """How many are open, and how many of them are past their day."""
    if not defects.open:
        return "–"
    count = number_text(defects.open)
    return _("%(count)s, late %(late)s", count=count, late=number_text(defects.late)) if defects.late else count
