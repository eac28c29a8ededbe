"""The programmes of a unit in a school year: what runs, how far it reaches, what is missing, three years of counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.colleagues import names_by_account
from welfare.communal.pages import UnitHead
from welfare.communal.years import asked_year, year_links, year_words
from welfare.organisations.models import Organisation
from welfare.programmes.kinds import KINDS
from welfare.programmes.models import Programme
from welfare.programmes.pages.figures import Figures
from welfare.programmes.queries import years_of
from welfare.programmes.words import NOTHING, STATE_LOOKS, STATE_WORDS, answer_words, count_words, title_of
from welfare.rules.programmes import ProgrammeKind
from welfare.rules.school_years import school_year_of
from welfare.rules.terms import terms_of_year
from welfare.ui.columns import Columns
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """One programme in a list."""

    id: UUID
    title: str
    under: str
    """Its kind, where it has a name of its own, and for whom it is."""
    state: str
    look: tuple[str, str]
    coverage: str
    figure: str
    coordinator: str


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind that can be begun."""

    code: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Everything of one school year."""

    head: UnitHead
    year: int
    year_words: str
    years: Sequence[tuple[str, str, bool]]
    lines: Sequence[ProgrammeLine]
    missing: Sequence[KindLine]
    more: Sequence[KindLine]
    new: Sequence[str]
    gone: Sequence[str]
    plots: Sequence[Columns]
    floor: int

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "OverviewPage":
        """Read the year that the address asks for."""
        this_year = school_year_of(work.facts.on).begins_in
        year = asked_year(this_year)
        figures, locale = Figures.of(work, unit, year), current_locale()
        here = [each for each in figures.programmes if each.year == year]
        before = [each for each in figures.programmes if each.year == year - 1]
        carried = {each.before_id for each in here}
        kinds = {each.kind for each in here}
        offered = [kind for kind in KINDS if KINDS[kind].fits(unit.unit_type)]
        return cls(
            head=UnitHead.of(work, unit),
            year=year,
            year_words=year_words(year),
            years=year_links(
                {*years_of(work.session, unit.id), this_year, this_year + 1},
                year,
                lambda each: url_for("programmes.overview", unit=unit.id, year=each),
            ),
            lines=_lines(work, figures, here),
            missing=[_kind(kind) for kind in offered if kind not in kinds],
            more=[_kind(kind) for kind in offered if kind in kinds and KINDS[kind].is_many],
            new=[title_of(each, locale) for each in here if before and each.before_id is None],
            gone=[title_of(each, locale) for each in before if here and each.id not in carried],
            plots=[plot for kind in KINDS for plot in figures.plots_of_kind(kind)],
            floor=figures.floor,
        )


def current_lines(work: UnitOfWork, unit: Organisation) -> Sequence[ProgrammeLine]:
    """The programmes of this school year, in the order of their kinds."""
    year = school_year_of(work.facts.on).begins_in
    figures = Figures.of(work, unit, year)
    return _lines(work, figures, [each for each in figures.programmes if each.year == year])


def _lines(work: UnitOfWork, figures: Figures, programmes: Sequence[Programme]) -> list[ProgrammeLine]:
    order = list(KINDS)
    names = names_by_account(work, (each.coordinator_id for each in programmes))
    ordered = sorted(programmes, key=lambda each: (order.index(each.kind), title_of(each, current_locale())))
    return [_line(figures, each, names.get(each.coordinator_id, "") if each.coordinator_id else "") for each in ordered]


def _line(figures: Figures, programme: Programme, coordinator: str) -> ProgrammeLine:
    kind = KINDS[programme.kind]
    covered = next((each for each in kind.details if each.code == kind.coverage), None)
    title = title_of(programme, current_locale())
    coverage = answer_words(covered, programme.details.get(covered.code)) if covered else ""
    told = ("" if title == str(kind.title) else str(kind.title), "" if coverage == NOTHING else coverage)
    return ProgrammeLine(
        id=programme.id,
        title=title,
        under=" · ".join(filter(None, told)),
        state=str(STATE_WORDS[programme.state]),
        look=STATE_LOOKS[programme.state],
        coverage=coverage,
        figure=_figure(figures, programme),
        coordinator=coordinator,
    )


def _figure(figures: Figures, programme: Programme) -> str:
    """The first thing that is counted, in the latest term of the year that has any; else whether pupils are to come."""
    tallies = KINDS[programme.kind].tallies
    for tally in tallies:
        for term in reversed([each for each in figures.terms_of(tally) if each in terms_of_year(programme.year)]):
            count = figures.total(programme, tally, term)
            if count != 0:
                return f"{tally.title}: {count_words(count, tally.measure.unit)}"
    return _("The term is running") if any(figures.waits(programme, tally) for tally in tallies) else ""


def _kind(kind: ProgrammeKind) -> KindLine:
    return KindLine(kind.value, str(KINDS[kind].title), str(KINDS[kind].about))
