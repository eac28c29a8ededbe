"""What has been counted, so that no page tells of few: every figure of the room comes from here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.small_numbers import small_number_floor
from welfare.communal.years import term_words
from welfare.organisations.models import Organisation
from welfare.programmes.kinds import KINDS, Question, Tally
from welfare.programmes.models import Programme
from welfare.programmes.queries import counted_in, programmes_of
from welfare.programmes.words import count_words
from welfare.rules.programme_counts import TermCounts
from welfare.rules.programmes import Counted, ProgrammeKind
from welfare.rules.terms import SchoolTerm, term_of, terms_of_year
from welfare.ui.columns import Columns

YEARS = 3
Sums = Mapping[UUID, Mapping[str, Sequence[Counted]]]


@dataclass(frozen=True)
class Figures:
    """The programmes of a unit in some years, and what each has counted."""

    programmes: Sequence[Programme]
    sums: Sums
    terms: Sequence[SchoolTerm]
    floor: int
    today: date
    _told: dict[tuple[ProgrammeKind, str, SchoolTerm], TermCounts] = field(default_factory=dict)

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, year: int) -> "Figures":
        """Read the year and those before it; terms that have not begun are left out."""
        years = range(year - YEARS + 1, year + 1)
        programmes = programmes_of(work.session, [unit.id], years)
        now = term_of(work.facts.on)
        terms = [term for each in years for term in terms_of_year(each) if term <= now]
        floor = small_number_floor()
        return cls(
            programmes,
            counted_in(work.session, programmes),
            terms or list(terms_of_year(year))[:1],
            floor,
            work.facts.on,
        )

    def terms_of(self, tally: Tally) -> Sequence[SchoolTerm]:
        """The terms that a tally is told of; of pupils only those that are over."""
        return [term for term in self.terms if not tally.of_pupils or term.is_over(self.today)]

    def waits(self, programme: Programme, tally: Tally) -> bool:
        """Whether its pupils are told later, for a term of its year is running."""
        return tally.of_pupils and term_of(self.today) in terms_of_year(programme.year)

    def told(self, kind: ProgrammeKind, tally: Tally, term: SchoolTerm) -> TermCounts:
        """What may be told of a tally in a term, of all programmes of a kind."""
        key = kind, tally.code, term
        if key not in self._told:
            self._told[key] = TermCounts(
                {
                    each.id: [entry for entry in self.sums[each.id].get(tally.code, ()) if entry.term == term]
                    for each in self.programmes
                    if each.kind is kind and term in terms_of_year(each.year)
                },
                self.floor,
                tally.of_pupils,
                term.is_over(self.today),
            )
        return self._told[key]

    def total(self, programme: Programme, tally: Tally, term: SchoolTerm) -> int | None:
        """How many one programme has counted in a term."""
        return self.told(programme.kind, tally, term).total(programme.id)

    def shares(
        self, programme: Programme, tally: Tally, question: Question, term: SchoolTerm
    ) -> tuple[int | None, ...]:
        """How many one programme has counted under each answer."""
        answers = answers_of(question, self.sums[programme.id].get(tally.code, ()))
        return self.told(programme.kind, tally, term).shares(programme.id, question.code, answers)

    def plot(self, tally: Tally, counts: Sequence[int | None], title: str = "") -> Columns:
        """The counts of a tally by the terms that it is told of."""
        return Columns(
            title=title or str(tally.title),
            finding=_finding(tally, self.terms_of(tally), counts),
            labels=[short_term(term) for term in self.terms_of(tally)],
            values=counts,
            hidden=_("not shown"),
            unit=tally.measure.unit,
        )

    def plots_of_kind(self, kind: ProgrammeKind) -> list[Columns]:
        """A plot for each tally of a kind that has counted anything."""
        found = []
        for tally in KINDS[kind].tallies:
            counts = [self.told(kind, tally, term).whole for term in self.terms_of(tally)]
            if any(count != 0 for count in counts):
                title = f"{KINDS[kind].title}: {tally.title}" if str(KINDS[kind].title) != str(tally.title) else ""
                found.append(self.plot(tally, counts, title))
        return found


def answers_of(question: Question, entries: Sequence[Counted]) -> Sequence[str]:
    """The answers that a question can have; of classes, those that have been named."""
    return list(question.choices) or sorted({entry.answers.get(question.code, "") for entry in entries} - {""})


def short_term(term: SchoolTerm) -> str:
    """A term below a column, as ``S26``."""
    year = f"{term.starts_on.year % 100:02}"
    is_autumn = term.starts_on.month > 1
    return _("A%(year)s", year=year) if is_autumn else _("S%(year)s", year=year)


def _finding(tally: Tally, terms: Sequence[SchoolTerm], counts: Sequence[int | None]) -> str:
    figures = (count_words(count, tally.measure.unit) for count in counts)
    told = ", ".join(f"{term_words(term)}: {figure}" for term, figure in zip(terms, figures, strict=True))
    return f"{tally.title}. {told}."
