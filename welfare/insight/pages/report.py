"""The yearly report of a coordinator: coverage of duties in one language on paper, in both as a table (COM §4, F51)."""

from collections.abc import Iterator, Sequence

from flask_babel import force_locale
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.duties import duties_of
from welfare.communal.pages import LightView
from welfare.communal.words import STATE_WORDS
from welfare.documents.comma_separated import csv_text
from welfare.documents.paper import Block, Facts, Paper, Table
from welfare.insight.pages.beside import defect_words
from welfare.insight.pages.comparison import ComparisonPage, ProviderTable
from welfare.insight.pages.demand import DemandPage
from welfare.insight.queries import schools_overseen
from welfare.organisations.models import Organisation
from welfare.rules.duties import DutyState
from welfare.rules.school_years import school_year_of
from welfare.ui.formats import date_text, number_text

LANGUAGES = ("fi", "sv")
HEADS = ("school", "school_fi", "school_sv", "duty", "duty_fi", "duty_sv", "rule", "state", "words_fi", "words_sv")


def report_paper(work: UnitOfWork, language: str) -> Paper:
    """Every school the reader answers for, as it stands today."""
    with force_locale(language):
        page = ComparisonPage.of(work)
        year = school_year_of(work.facts.on).name
        return Paper(
            title=_("Communal welfare work of the school year %(year)s", year=year),
            language=language,
            number=year.replace("–", "-"),
            made_at=work.now,
            blocks=list(_blocks(work, page)),
            under=", ".join(table.name for table in page.tables),
        )


def report_csv(work: UnitOfWork) -> str:
    """One row for each duty of each school, in both languages; schools by name."""
    schools = schools_overseen(work.session, work.actor)
    said = []
    for language in LANGUAGES:
        with force_locale(language):
            said.append(duties_of(work, schools))
    finnish, swedish = said
    rows: list[Sequence[str]] = [
        [*_names(school), fi.code, str(fi.title), str(sv.title), fi.rule, fi.state.value, fi.words, sv.words]
        for school in schools
        for fi, sv in zip(finnish[school.id], swedish[school.id], strict=True)
    ]
    return csv_text(HEADS, rows)


def _names(school: Organisation) -> tuple[str, str, str]:
    return school.official_code, school.name_fi, school.name_sv


def _blocks(work: UnitOfWork, page: ComparisonPage) -> Iterator[Block]:
    facts = [(_("Day"), date_text(work.facts.on)), (_("Schools"), number_text(page.schools))]
    late = [(_("Duties late"), number_text(page.late)), (_("Open defects"), defect_words(page.defects))]
    yield Facts([*facts, *late])
    heads = [_("Duty"), *(str(STATE_WORDS[state]) for state in DutyState)]
    rows = [[column.title, *(number_text(column.counts[state]) for state in DutyState)] for column in page.columns]
    yield Table(heads, rows, heading=_("All schools together"))
    for table in page.tables:
        yield _schools(table)
    offices = [[row.name, _late(row.cells)] for row in page.offices.rows]
    yield Table([_("Provider or county"), _("Late")], offices, heading=_("Duties of those who arrange"))
    yield Table(page.split.heads, page.split.rows, heading=_("By language of teaching"))
    for staffing in page.staffing:
        yield from staffing.blocks
    yield from DemandPage.of(work).blocks


def _schools(table: ProviderTable) -> Table:
    """The schools of a provider by name; what is late is said in words, for a paper has no colours."""
    rows = [[row.name, row.languages, row.students, _late(row.cells), defect_words(row.defects)] for row in table.rows]
    return Table([_("School"), _("Teaching in"), _("Pupils"), _("Late"), _("Open defects")], rows, heading=table.name)


def _late(cells: Sequence[LightView | None]) -> str:
    return ", ".join(str(view.light.title) for view in cells if view and view.light.state is DutyState.LATE) or "–"
