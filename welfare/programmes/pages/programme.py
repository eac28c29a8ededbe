"""One programme: what it is, what it has counted, who carries it, its months, and what a year has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.colleagues import names_by_account
from welfare.communal.pages import UnitHead
from welfare.communal.years import SEASON_WORDS, term_words, year_words
from welfare.organisations.models import Organisation
from welfare.programmes.kinds import KINDS, Kind, Tally
from welfare.programmes.models import Programme, ProgrammeEntry
from welfare.programmes.pages.figures import YEARS, Figures, answers_of
from welfare.programmes.queries import entries_by, follower_of, line_of, staff_of, steps_of
from welfare.programmes.words import NOTHING, STATE_LOOKS, STATE_WORDS, answer_words, count_words, title_of
from welfare.rules.permissions import Permission, decide
from welfare.rules.programmes import changes_between
from welfare.rules.terms import terms_of_year
from welfare.ui.columns import Columns
from welfare.ui.formats import month_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One tally told apart by one question: a row for each answer, a column for each term of the year."""

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class TallyView:
    """One tally: three years of it, and this year told apart."""

    code: str
    title: str
    add: str
    plot: Columns
    is_empty: bool
    waits: bool
    """Whether a term is running whose pupils are told when it is over."""
    breakdowns: Sequence[Breakdown]


@dataclass(frozen=True, slots=True)
class StepsLine:
    """One version of the steps."""

    number: int
    saved_at: datetime
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An entry that the reader has written, in words."""

    id: UUID
    words: str


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """Everything about one programme."""

    head: UnitHead
    id: UUID
    title: str
    kind: str
    about: str
    year: int
    year_words: str
    state: tuple[str, tuple[str, str]]
    facts: Sequence[tuple[str, str]]
    tallies: Sequence[TallyView]
    months: Sequence[tuple[str, str, bool]]
    has_steps: bool
    steps: Sequence[StepsLine]
    staff_title: str
    staff: Sequence[tuple[UUID, str, date]]
    changes: Sequence[tuple[str, str, str]]
    own: Sequence[OwnEntry]
    before_id: UUID | None
    following_id: UUID | None
    may_record: bool

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, programme: Programme) -> "ProgrammePage":
        """Read it, and the same in the years before."""
        kind, session = KINDS[programme.kind], work.session
        figures = Figures.of(work, unit, programme.year)
        named = staff_of(session, [programme.id])
        names = names_by_account(work, [programme.coordinator_id, *(each.account_id for each in named)])
        coordinator = names.get(programme.coordinator_id, "") if programme.coordinator_id else ""
        line, follower = line_of(session, programme, YEARS), follower_of(session, programme)
        may_record = decide(work.actor, Permission.PROGRAMME_RECORD, work.facts).is_granted
        return cls(
            head=UnitHead.of(work, unit),
            id=programme.id,
            title=title_of(programme, current_locale()),
            kind=str(kind.title),
            about=str(kind.about),
            year=programme.year,
            year_words=year_words(programme.year),
            state=(str(STATE_WORDS[programme.state]), STATE_LOOKS[programme.state]),
            facts=[(_("Coordinator"), coordinator or _("Nobody yet")), *_facts(kind, programme)],
            tallies=[_tally(figures, line, tally) for tally in kind.tallies],
            months=[_month(each, programme.year, work.facts.on) for each in kind.rhythm],
            has_steps=kind.has_steps,
            steps=steps_lines(work, programme),
            staff_title=str(kind.staff),
            staff=[(each.id, names.get(each.account_id, NOTHING), each.since) for each in named],
            changes=_changes(figures, line, kind),
            own=_own(work, programme, kind) if may_record else [],
            before_id=programme.before_id,
            following_id=follower.id if follower else None,
            may_record=may_record,
        )


def steps_lines(work: UnitOfWork, programme: Programme) -> list[StepsLine]:
    """Every version of the steps, the newest first."""
    locale = current_locale()
    return [
        StepsLine(each.number, each.saved_at, [line for line in each.text(locale).splitlines() if line.strip()])
        for each in steps_of(work.session, programme.id)
    ]


def _facts(kind: Kind, programme: Programme) -> list[tuple[str, str]]:
    return [(str(each.label), answer_words(each, programme.details.get(each.code))) for each in kind.details]


def _tally(figures: Figures, line: Sequence[Programme], tally: Tally) -> TallyView:
    by_term = {term: each for each in line for term in terms_of_year(each.year)}
    terms = figures.terms_of(tally)
    counts = [figures.total(by_term[term], tally, term) if term in by_term else 0 for term in terms]
    return TallyView(
        code=tally.code,
        title=str(tally.title),
        add=str(tally.add),
        plot=figures.plot(tally, counts, _("By term")),
        is_empty=all(count == 0 for count in counts),
        waits=figures.waits(line[0], tally),
        breakdowns=_breakdowns(figures, line[0], tally),
    )


def _breakdowns(figures: Figures, programme: Programme, tally: Tally) -> list[Breakdown]:
    terms = [term for term in terms_of_year(programme.year) if term in figures.terms_of(tally)]
    found = []
    for question in tally.by:
        answers = answers_of(question, figures.sums[programme.id].get(tally.code, ()))
        columns = [figures.shares(programme, tally, question, term) for term in terms]
        rows = [
            [str(question.choices.get(answer, answer)), *(count_words(counts[place]) for counts in columns)]
            for place, answer in enumerate(answers)
            if any(counts[place] != 0 for counts in columns)
        ]
        if rows:
            found.append(Breakdown(str(question.label), [str(question.label), *map(term_words, terms)], rows))
    return found


def _month(each: tuple[int, object], year: int, today: date) -> tuple[str, str, bool]:
    month, words = each
    first = date(year if month > date.max.month // 2 + 1 else year + 1, month, 1)
    return month_text(first), str(words), (first.year, first.month) == (today.year, today.month)


def _changes(figures: Figures, line: Sequence[Programme], kind: Kind) -> list[tuple[str, str, str]]:
    """Answers that are other than a year ago, and counts of the latest term beside the same term then."""
    if len(line) == 1:
        return []
    now, before = line[0], line[1]
    questions = {each.code: each for each in kind.details}
    found = [
        (
            str(questions[each.code].label),
            *(answer_words(questions[each.code], value) for value in (each.before, each.now)),
        )
        for each in changes_between(before.details, now.details, questions)
    ]
    for tally in kind.tallies:
        told = figures.terms_of(tally)
        for then, term in zip(terms_of_year(before.year), terms_of_year(now.year), strict=True):
            counts = figures.total(before, tally, then), figures.total(now, tally, term)
            if term in told and counts[0] != counts[1] and then in told:
                title = f"{tally.title} · {SEASON_WORDS[term.season]}"
                found.append((title, *(count_words(count, tally.measure.unit) for count in counts)))
    return [(label, old, new) for label, old, new in found]


def _own(work: UnitOfWork, programme: Programme, kind: Kind) -> list[OwnEntry]:
    return [
        OwnEntry(entry.id, _entry_words(tally, entry))
        for entry in entries_by(work.session, programme.id, work.actor.account_id)
        if (tally := kind.tally(entry.tally)) is not None
    ]


def _entry_words(tally: Tally, entry: ProgrammeEntry) -> str:
    told = [answer_words(question, entry.answers.get(question.code)) for question in tally.by]
    figure = answer_words(tally.measure, entry.count)
    return " · ".join([str(tally.title), str(SEASON_WORDS[entry.season]), *told, figure])
