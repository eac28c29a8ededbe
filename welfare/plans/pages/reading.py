"""The plan as its members read it: a version whole, how its goals have gone, and what the reader may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for
from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.arrangements.pages import UseLine, cited_lines
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.measure_words import MEASURE_LOOKS, MEASURE_WORDS, OVERDUE_LOOK
from welfare.journal.pages.matter import MatterHead
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.plans.content import GoalText, MeasureText
from welfare.plans.models import Plan, PlanGoal, PlanMeasure, PlanVersion
from welfare.plans.pages.opened import OpenedPlan, OpenedRating
from welfare.plans.pages.plots import Ratings
from welfare.plans.queries import facts_of_measure, versions_of
from welfare.plans.words import (
    AGREED_WORDS,
    FEELING_WORDS,
    HEARD_WORDS,
    LEVEL_WORDS,
    OUTCOME_LOOKS,
    OUTCOME_WORDS,
    PART_WORDS,
    RATER_WORDS,
    WEIGHT_WORDS,
)
from welfare.rules.actors import Role
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import is_review_near
from welfare.rules.measures import MeasureState, is_overdue
from welfare.rules.permissions import Permission, decide
from welfare.rules.plans import PlanPart
from welfare.ui.charts import Plot

SIDE = (PlanPart.RHYTHM, PlanPart.PARTNERS, PlanPart.DURATION)
BODY = (PlanPart.NEED, PlanPart.GUARDIAN_VIEW, PlanPart.PROFESSIONAL_VIEW)


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure, and how it stands."""

    text: MeasureText
    words: str
    look: tuple[str, str]
    note: str
    ended_at: datetime | None
    end_url: str
    """Where the reader tells what became of it; empty for one whose task it is not."""


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal with its levels, its measures and its ratings."""

    text: GoalText
    weight: str
    levels: Sequence[tuple[int, str, str]]
    """Figure, what the level is called, and how it was described; the best first."""
    measures: Sequence[MeasureLine]
    plot: Plot | None
    outcome: str
    look: tuple[str, str]
    closed_at: datetime | None
    note: str
    close_url: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A version of the plan."""

    matter: MatterHead
    number: int
    is_newest: bool
    agreed_on: date
    review_on: date
    is_review_near: bool
    written_at: datetime
    author: str
    office: str
    voice: str
    voice_by: str
    why_absent: str
    strengths: str
    body: Sequence[tuple[str, str]]
    side: Sequence[tuple[str, str]]
    agreed: Sequence[tuple[str, str]]
    arrangements: Sequence[UseLine]
    """Those of the provider that are agreed on for the days of this version."""
    goals: Sequence[GoalView]
    whole: Plot | None
    notes: Sequence[tuple[date, str, str]]
    """What was added to ratings: day, whose rating it was, and the words; the newest first."""
    versions: Sequence[tuple[int, date, str, bool]]
    """Number, day, address, and whether it is this one."""
    changes_url: str
    is_broken: bool
    may: "May"

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, plan: Plan, version: PlanVersion | None = None) -> "PlanPage":
        """Open it; an older version is shown as it was, without what may be done to the plan."""
        opened = OpenedPlan.of(work, plan, version)
        shown, text, ratings = opened.version, opened.text, Ratings(opened)
        may = May.of(work, opened)
        author = work.session.get_one(Person, shown.author_person_id)
        return cls(
            matter=MatterHead.of(work, case),
            number=shown.number,
            is_newest=opened.is_newest,
            agreed_on=shown.agreed_on,
            review_on=shown.review_on,
            is_review_near=opened.is_newest and may.write and is_review_near(shown.review_on, work.facts.on),
            written_at=shown.written_at,
            author=PersonName.of(work, author).full,
            office=str(ROLE_WORDS[Role(shown.author_office)]).lower(),
            voice=text.words[PlanPart.STUDENT_WORDS],
            voice_by=voice_by(opened),
            why_absent=text.words[PlanPart.STUDENT_ABSENT],
            strengths=text.words[PlanPart.STRENGTHS],
            body=_parts(opened, BODY),
            side=_parts(opened, SIDE),
            agreed=[(each.name, str(AGREED_WORDS[each.how]) if each.how else "") for each in text.agreed],
            arrangements=cited_lines(work, case, shown.agreed_on, shown.review_on),
            goals=[_goal(work, opened, goal, ratings) for goal in text.goals],
            whole=ratings.of_whole() if opened.is_newest and len(text.goals) > 1 else None,
            notes=_notes(opened) if opened.is_newest else (),
            versions=_versions(work, case, plan, shown),
            changes_url=url_for("plans.changes", case=case.id, version=shown.id) if shown.number > 1 else "",
            is_broken=text.is_broken,
            may=may,
        )


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do to the plan as it stands."""

    write: bool
    rate: bool
    close: bool
    print: bool

    @classmethod
    def of(cls, work: UnitOfWork, opened: OpenedPlan) -> "May":
        """As the gate would say."""

        def granted(permission: Permission) -> bool:
            return decide(work.actor, permission, work.facts).is_granted

        is_newest = opened.is_newest
        return cls(
            write=is_newest and granted(Permission.PLAN_WRITE),
            rate=is_newest and bool(opened.open_goals) and granted(Permission.GOAL_RATE),
            close=is_newest and granted(Permission.GOAL_CLOSE),
            print=is_newest and granted(Permission.PLAN_PRINT),
        )


def voice_by(opened: OpenedPlan) -> str:
    """How the student's words came to be known, and with whose help."""
    text = opened.text
    how = str(HEARD_WORDS[text.heard]) if text.heard else ""
    with_help = text.words[PlanPart.HELP]
    helped = _("with the help of: %(name)s", name=with_help) if with_help else ""
    return ", ".join(filter(None, (how, helped)))


def level_lines(goal: GoalText) -> list[tuple[int, str, str]]:
    """A goal's levels, the best first."""
    return [(int(level), str(LEVEL_WORDS[level]), goal.level(level)) for level in sorted(Level, reverse=True)]


def _parts(opened: OpenedPlan, parts: Sequence[PlanPart]) -> list[tuple[str, str]]:
    return [(str(PART_WORDS[part]), opened.text.words[part]) for part in parts if opened.text.words[part]]


def _notes(opened: OpenedPlan) -> list[tuple[date, str, str]]:
    said = [(each.rated_on, str(RATER_WORDS[each.rater]), _said(each)) for each in opened.ratings]
    return [each for each in said[::-1] if each[-1]]


def _said(rating: OpenedRating) -> str:
    how = [_("How I am: %(feeling)s.", feeling=FEELING_WORDS[rating.feeling])] if rating.feeling else []
    return " ".join([*how, *filter(None, [rating.note])])


def _versions(work: UnitOfWork, case: Case, plan: Plan, shown: PlanVersion) -> list[tuple[int, date, str, bool]]:
    rows = reversed(versions_of(work.session, plan.id))
    return [
        (row.number, row.agreed_on, url_for("plans.version", case=case.id, version=row.id), row.id == shown.id)
        for row in rows
    ]


def _goal(work: UnitOfWork, opened: OpenedPlan, goal: GoalText, ratings: Ratings) -> GoalView:
    row = opened.row(goal.number)
    rows = {measure.number: measure for measure in opened.measures.get(row.id, ())}
    may_close = opened.is_newest and row.outcome is None and decide(work.actor, Permission.GOAL_CLOSE, work.facts)
    return GoalView(
        text=goal,
        weight=str(WEIGHT_WORDS[goal.weight]),
        levels=level_lines(goal),
        measures=[measure_line(work, opened, row, each, rows[each.number]) for each in goal.measures],
        plot=ratings.of_goal(goal, row) if opened.is_newest else None,
        outcome=str(OUTCOME_WORDS[row.outcome]) if row.outcome else "",
        look=OUTCOME_LOOKS[row.outcome] if row.outcome else ("", ""),
        closed_at=row.closed_at,
        note=work.decrypt(row, PlanGoal.note) if row.outcome else "",
        close_url=url_for("plans.begin_closing", case=row.case_id, goal=row.id)
        if may_close and may_close.is_granted
        else "",
    )


def measure_line(
    work: UnitOfWork, opened: OpenedPlan, goal: PlanGoal, text: MeasureText, row: PlanMeasure
) -> MeasureLine:
    """One measure as it stands: of a closed goal, or left out since, it waits for nobody."""
    is_live = goal.outcome is None and row.version == opened.plan.newest
    words, look = _standing(work, row, is_live=is_live)
    may_end = opened.is_newest and is_live and row.state is MeasureState.OPEN and _may_end(work, row)
    return MeasureLine(
        text=text,
        words=words,
        look=look,
        note=work.decrypt(row, PlanMeasure.note) if row.ended_at else "",
        ended_at=row.ended_at,
        end_url=end_url(row) if may_end else "",
    )


def _standing(work: UnitOfWork, row: PlanMeasure, *, is_live: bool) -> tuple[str, tuple[str, str]]:
    if not is_live and row.ended_at is None:
        return _("No longer current"), ("", "note")
    if is_live and is_overdue(row.state, row.until, work.facts.on):
        return _("Late"), OVERDUE_LOOK
    return str(MEASURE_WORDS[row.state]), MEASURE_LOOKS[row.state]


def end_url(row: PlanMeasure) -> str:
    """Where one tells what became of a measure."""
    return url_for("plans.begin_ending", case=row.case_id, measure=row.id)


def _may_end(work: UnitOfWork, row: PlanMeasure) -> bool:
    return decide(work.actor, Permission.MEASURE_END, facts_of_measure(work.facts, row)).is_granted
