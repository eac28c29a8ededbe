"""How students reach the services, on the page of a unit and on one of its own: numbers that tell of nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.arrangements.queries import CATALOGUE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.parts import UnitPart
from welfare.communal.years import year_words
from welfare.documents.paper import Table
from welfare.feedback.words import QUESTION_SHORT, RESPONDENT_WORDS, SERVICE_WORDS
from welfare.insight.aggregates import RequestFigures, arrangement_figures, request_figures
from welfare.insight.feedback_figures import feedback_figures, meeting_figures
from welfare.insight.pages.meetings_said import said_heads, said_row
from welfare.insight.queries import providers_below, schools_below
from welfare.insight.words import figure_words, mean_words, share_words
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.words import term_words
from welfare.rules.feedback import FeedbackQuestion
from welfare.rules.requests import HAS_CLOCK, Service
from welfare.rules.service_access import Pace
from welfare.ui.locale import current_locale

Rows = Sequence[Sequence[str]]
Periods = Sequence[RequestFigures]
LATEST = 4
"""Periods on the page of the unit; all are on the page of the services."""
SHORT = 3
"""Columns there."""


@dataclass(frozen=True, slots=True)
class NumberTable:
    """One table: its title, its heads and rows of words; every column after the first is numbers."""

    id: str
    title: str
    heads: Sequence[str]
    rows: Rows
    note: str = ""


@dataclass(frozen=True, slots=True)
class ServicesPage:
    """Everything that may be told of one unit."""

    head: UnitHead
    tables: Sequence[NumberTable]
    floor: int = field(default=0)

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, floor: int) -> "ServicesPage":
        """Read figures that have been released; nothing of any matter is opened. Raises FloorError."""
        schools = schools_below(work.session, unit)
        found = request_figures(work.session, [unit.id, *(school.id for school in schools)])
        own = found.get(unit.id, ())
        made = (_requests(own), _services(unit, own), _schools(schools, found), _arrangements(work, unit))
        said = (_feedback(work, unit, floor), _meetings(work, unit, floor))
        tables = [each for each in (*made, *said) if each.rows]
        return cls(UnitHead.of(work, unit), tables, floor)


def services_part(work: UnitOfWork, unit: Organisation) -> UnitPart | None:
    """The latest terms on the page of the unit; nothing before a first term has been counted."""
    table = _requests(request_figures(work.session, [unit.id]).get(unit.id, ()))
    if not table.rows:
        return None
    heads, rows = table.heads[:SHORT], [row[:SHORT] for row in table.rows[:LATEST]]
    return UnitPart(
        id="services",
        title=_("Access to services"),
        template="insight/_services_part.html",
        page={"heads": heads, "rows": rows},
        link=(_("All terms"), url_for("insight.services", unit=unit.id)),
        blocks=[Table(heads, rows, _("Access to services"))],
    )


def _requests(periods: Periods) -> NumberTable:
    return NumberTable(
        id="requests",
        title=_("Requests for support"),
        heads=[_("Term"), _("Requests"), _("Talk in time"), _("Talk late")],
        rows=[
            [
                _period(each),
                figure_words(each.received),
                share_words(each.in_time()),
                figure_words(each.by_pace(Pace.LATE)),
            ]
            for each in periods
        ],
        note=_("In time: within seven working days, in an urgent matter the same or the next working day (OHL 15 §)."),
    )


def _services(unit: Organisation, periods: Periods) -> NumberTable:
    """By service, of a provider or county: of one school it would tell too much."""
    services = [each for each in Service if each is not Service.UNSURE]
    clocked = [each for each in services if each in HAS_CLOCK]
    rows = []
    for each in periods if unit.kind is not OrganisationKind.SCHOOL else ():
        asked, shares = [each.asked_of(service) for service in services], [each.in_time_of(one) for one in clocked]
        numbers = [figure_words(figure) for figure in asked if figure is not None]
        rows.append([_period(each), *numbers, *(share_words(share) for share in shares if share is not None)])
    names = [str(SERVICE_WORDS[service]) for service in services]
    shares_of = [_("%(service)s: in time", service=SERVICE_WORDS[service]) for service in clocked]
    return NumberTable("by-service", _("Requests by service"), [_("Term"), *names, *shares_of], rows)


def _schools(schools: Sequence[Organisation], found: Mapping[UUID, Periods]) -> NumberTable:
    """The latest period of every school below, by name."""
    rows = [
        [school.name(current_locale()), _period(each), figure_words(each.received), share_words(each.in_time())]
        for school in schools
        for each in list(found.get(school.id, ()))[:1]
    ]
    heads = [_("School"), _("Term"), _("Requests"), _("Talk in time")]
    return NumberTable("schools", _("Schools"), heads, sorted(rows))


def _arrangements(work: UnitOfWork, unit: Organisation) -> NumberTable:
    """By kind and term, of a school or provider."""
    terms = list(arrangement_figures(work.session, [unit.id]).get(unit.id, ()))[:LATEST]
    names = _names_of(work, unit.provider_id or unit.id) if terms else {}
    rows = [
        [name, *(figure_words(each.kinds[id]) if id in each.kinds else "" for each in terms)]
        for id, name in names.items()
        if any(id in each.kinds for each in terms)
    ]
    heads = [_("Arrangement"), *(term_words(each.term) for each in terms)]
    note = _("In how many pupils’ matters each was in use. One pupil may have several.")
    return NumberTable("arrangements", _("Arrangements"), heads, rows, note)


def _names_of(work: UnitOfWork, provider_id: UUID) -> Mapping[UUID, str]:
    return {row.id: version.name(current_locale()) for row, version in CATALOGUE.newest(work.session, provider_id)}


def _feedback(work: UnitOfWork, unit: Organisation, floor: int) -> NumberTable:
    """Of a provider, or of all providers of a county together: a school's own would be too few."""
    found = feedback_figures(work.session, providers_below(work.session, unit), floor)
    rows = [
        [
            f"{term_words(term)} · {SERVICE_WORDS[service]}",
            figure_words(figures.answers),
            *(mean_words(figures.means[question]) for question in FeedbackQuestion),
        ]
        for (term, service), figures in sorted(found.items(), key=lambda each: each[0], reverse=True)
    ]
    heads = [_("Term and service"), _("Answers"), *(str(QUESTION_SHORT[each]) for each in FeedbackQuestion)]
    note = _("Means from 1, not at all, to 5, fully.")
    return NumberTable("feedback", _("Feedback from pupils"), heads, rows, note)


def _meetings(work: UnitOfWork, unit: Organisation, floor: int) -> NumberTable:
    """The same of meetings, by pupils and by guardians."""
    found = meeting_figures(work.session, providers_below(work.session, unit), floor)
    rows = [
        said_row(f"{term_words(term)} · {RESPONDENT_WORDS[respondent]}", figures)
        for (term, respondent), figures in sorted(found.items(), key=lambda each: each[0], reverse=True)
    ]
    note = _(
        "Means from 1, not at all, to 5, fully, and of how many answers; whoever did not want to say is not among them."
    )
    return NumberTable(
        "meeting-feedback", _("Feedback on meetings"), said_heads(_("Term and who answered")), rows, note
    )


def _period(each: RequestFigures) -> str:
    if each.is_year:
        return _("School year %(years)s", years=year_words(each.term.starts_on.year - 1))
    return term_words(each.term)
