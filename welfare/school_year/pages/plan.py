"""The plan of a year as a page: goals with their progress, measures by due day, and for whom they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.indicators.queries import Catalogue, catalogue_of
from welfare.organisations.models import Organisation
from welfare.rules.annual_clock import Owner
from welfare.rules.languages import in_language
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.year_plans import MeasureState, PlanState, Progress, Stage, Strength, is_late, progress_of, ratio_of
from welfare.school_year.models import YearGoal, YearMeasure
from welfare.school_year.pages.owners import owner_words
from welfare.school_year.queries.evaluation import evaluations_of
from welfare.school_year.queries.plan import WholePlan, plan_of, unfinished_goals, whole_plan, years_planned
from welfare.school_year.words import (
    MEASURE_LOOKS,
    MEASURE_WORDS,
    PLAN_LOOKS,
    PLAN_WORDS,
    STAGE_WORDS,
    STRENGTH_NOTES,
    STRENGTH_WORDS,
)
from welfare.ui.fields import Option
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale

Look = tuple[str, str]
NO_PROGRESS = Progress(0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLine:
    """One measure."""

    id: UUID
    what: str
    strength: str
    strength_code: str
    owner: str
    due: str
    state: str
    look: Look
    is_late: bool
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPart:
    """One goal with what is done for it."""

    id: UUID
    number: int
    title: str
    datum: str
    target: str
    owner: str
    is_carried: bool
    progress: Progress
    standing: str
    measures: Sequence[MeasureLine]


@dataclass(frozen=True, slots=True)
class Share:
    """How many measures are of one strength, and where they lie in a bar of a hundred."""

    code: str
    words: str
    note: str
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """The plan of one year; without ``has_begun`` what it could begin with."""

    head: UnitHead
    year: int
    name: str
    years: Sequence[tuple[str, str, bool]]
    has_begun: bool
    state: str = ""
    look: Look = ("", "")
    approved: str = ""
    is_draft: bool = True
    beginning: str = ""
    heard: str = ""
    goals: Sequence[GoalPart] = ()
    progress: Progress = NO_PROGRESS
    standing: str = ""
    shares: Sequence[Share] = ()
    finding: str = ""
    evaluations: Sequence[tuple[str, str, str]] = ()
    """Words, address and how it stands of each."""

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, year: SchoolYear) -> "PlanPage":
        """Read one year."""
        head, plan = UnitHead.of(work, unit), plan_of(work.session, unit.id, year)
        years = _years(work, unit, year)
        if plan is None:
            return cls(head=head, year=year.begins_in, name=year.name, years=years, has_begun=False)
        whole = whole_plan(work.session, plan)
        shares = shares_of([each.strength for each in whole.all_measures])
        progress = progress_of([(each.state, each.due_on) for each in whole.all_measures], work.facts.on)
        return cls(
            head=head,
            year=year.begins_in,
            name=year.name,
            years=years,
            has_begun=True,
            state=str(PLAN_WORDS[plan.state]),
            look=PLAN_LOOKS[plan.state],
            approved=date_text(whole.approvals[0].approved_at) if whole.approvals else "",
            is_draft=plan.state is PlanState.DRAFT,
            beginning=plan.beginning,
            heard=plan.heard,
            goals=goal_parts(work, whole),
            progress=progress,
            standing=standing_of(progress),
            shares=shares,
            finding="; ".join(f"{share.words} {share.count}" for share in shares),
            evaluations=_evaluations(work, unit, whole),
        )


def goal_parts(work: UnitOfWork, whole: WholePlan) -> list[GoalPart]:
    """The goals in order."""
    unit = work.session.get_one(Organisation, whole.plan.unit_id)
    owners = owner_words(work, unit, {each.owner for each in (*whole.goals, *whole.all_measures)})
    catalogue = catalogue_of(work.session, unit)
    return [
        _goal(goal, (number, datum_words(goal, catalogue)), whole.of(goal), owners, work.facts.on)
        for number, goal in enumerate(whole.goals, start=1)
    ]


def standing_of(progress: Progress) -> str:
    """How far it is, in words."""
    if not progress.total:
        return _("No measure yet")
    done = _("%(done)s of %(total)s measures done", done=progress.done, total=progress.total)
    late = ngettext("%(num)d late", "%(num)d late", progress.late) if progress.late else ""
    return f"{done}, {late}" if late else done


def shares_of(strengths: Sequence[Strength]) -> list[Share]:
    """For whom measures are, laid out along a bar; nothing where there is no measure."""
    counted, total, start = ratio_of(strengths), len(strengths), 0.0
    found = []
    for strength, count in counted.items():
        width = round(count * 100 / total, 2) if total else 0.0
        words, note = str(STRENGTH_WORDS[strength]), str(STRENGTH_NOTES[strength])
        found.append(Share(strength.value, words, note, count, round(start, 2), width))
        start += width
    return found if total else []


def indicator_options(work: UnitOfWork, unit: Organisation) -> list[Option]:
    """The indicators of the library and the unit's own that fit it."""
    locale, entries = current_locale(), catalogue_of(work.session, unit).entries
    return [Option(each.code, each.title(locale)) for each in entries if each.fits(unit.unit_type)]


def carry_options(work: UnitOfWork, unit: Organisation, year: SchoolYear) -> list[Option]:
    """The goals of the year before for which something is still to be done."""
    earlier = plan_of(work.session, unit.id, year.before)
    goals = unfinished_goals(whole_plan(work.session, earlier)) if earlier is not None else ()
    return [Option(goal.id, goal_title(goal)) for goal in goals]


def goal_title(goal: YearGoal) -> str:
    """In the reader's language; Finnish stands for English."""
    return in_language(goal.title_fi, goal.title_sv, current_locale())


def datum_words(goal: YearGoal, catalogue: Catalogue) -> str:
    """What a goal rests on: the source, the value and its year."""
    known = catalogue.find(goal.indicator) if goal.indicator else None
    sources = [known.title(current_locale()) if known else goal.indicator, goal.datum_source]
    return f"{', '.join(filter(None, sources))}: {goal.datum_value} ({goal.datum_year})"


def _goal(
    goal: YearGoal, about: tuple[int, str], measures: Sequence[YearMeasure], owners: Mapping[Owner, str], on: date
) -> GoalPart:
    number, datum = about
    progress = progress_of([(each.state, each.due_on) for each in measures], on)
    return GoalPart(
        id=goal.id,
        number=number,
        title=goal_title(goal),
        datum=datum,
        target=goal.target,
        owner=owners[goal.owner],
        is_carried=goal.carried_from_id is not None,
        progress=progress,
        standing=standing_of(progress),
        measures=[_measure(each, owners, on) for each in measures],
    )


def _measure(measure: YearMeasure, owners: Mapping[Owner, str], on: date) -> MeasureLine:
    late = is_late(measure.due_on, measure.state, on)
    return MeasureLine(
        id=measure.id,
        what=in_language(measure.what_fi, measure.what_sv, current_locale()),
        strength=str(STRENGTH_WORDS[measure.strength]),
        strength_code=measure.strength.value,
        owner=owners[measure.owner],
        due=date_text(measure.due_on),
        state=_("Late") if late else str(MEASURE_WORDS[measure.state]),
        look=("late", "alert") if late else MEASURE_LOOKS[measure.state],
        is_late=late,
        is_done=measure.state in {MeasureState.DONE, MeasureState.DROPPED},
    )


def _years(work: UnitOfWork, unit: Organisation, shown: SchoolYear) -> list[tuple[str, str, bool]]:
    running = school_year_of(work.facts.on)
    offered = {*years_planned(work.session, unit.id), running, running.after, shown}
    return [
        (year.name, url_for("school_year.plan", unit=unit.id, year=year.begins_in), year == shown)
        for year in sorted(offered)
    ]


def _evaluations(work: UnitOfWork, unit: Organisation, whole: WholePlan) -> list[tuple[str, str, str]]:
    known = evaluations_of(work.session, whole.plan)
    found = []
    for stage in Stage:
        row = known.get(stage)
        address = url_for("school_year.evaluation", unit=unit.id, year=whole.plan.year, stage=stage.value)
        if row is None:
            words = _("Not begun")
        elif row.finished_at is None:
            words = _("Being written")
        else:
            words = _("Finished %(day)s", day=date_text(row.finished_at))
        found.append((str(STAGE_WORDS[stage]), address, words))
    return found
