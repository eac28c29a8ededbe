"""What the plan of the running year hangs on the page of a unit: its goals, and two lights."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.duties import DutyLight, bound_by
from welfare.communal.parts import UnitPart
from welfare.documents.paper import Block, Facts, Table
from welfare.organisations.models import Organisation
from welfare.rules.duties import DutyState
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.year_plans import (
    EVALUATION_LAW,
    PLAN_BY,
    PLAN_LAW,
    Stage,
    evaluation_due_on,
    evaluation_duty,
    plan_duty,
)
from welfare.school_year.models import PlanApproval, PlanEvaluation, YearPlan
from welfare.school_year.pages.plan import GoalPart, goal_parts
from welfare.school_year.queries.evaluation import evaluations_of, stages_finished
from welfare.school_year.queries.plan import latest_approvals, plan_of, whole_plan
from welfare.school_year.words import RATING_WORDS, STAGE_WORDS
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class YearGoals:
    """The goals of the running year, or why there are none; and what the latest finished evaluation found."""

    goals: Sequence[GoalPart]
    words: str
    found: PlanEvaluation | None = None

    @property
    def stage(self) -> str:
        """Which evaluation it was."""
        return str(STAGE_WORDS[self.found.stage]) if self.found else ""

    @property
    def rating(self) -> str:
        """How far the year's goals were reached."""
        return str(RATING_WORDS[self.found.rating]) if self.found and self.found.rating else ""


def plan_part(work: UnitOfWork, unit: Organisation) -> UnitPart:
    """The goals with their progress."""
    year = school_year_of(work.facts.on)
    plan = plan_of(work.session, unit.id, year)
    goals = goal_parts(work, whole_plan(work.session, plan)) if plan is not None else []
    words = _("The plan has no goal yet.") if plan else _("The plan of this year has not begun.")
    title = _("Goals of the school year %(year)s", year=year.name)
    page = YearGoals(goals, words, _finished(work, plan) if plan is not None else None)
    return UnitPart(
        id="goals",
        title=title,
        count=len(goals) or None,
        template="school_year/_plan_part.html",
        page=page,
        link=(_("Action plan"), url_for("school_year.plan_now", unit=unit.id)),
        blocks=list(_on_paper(page, title)),
    )


def _on_paper(page: YearGoals, title: str) -> Iterator[Block]:
    if page.goals:
        yield Table([_("Goal"), _("How it stands")], [(each.title, each.standing) for each in page.goals], title)
    if page.found:
        lines = [
            (_("How far was it reached?"), page.rating),
            (_("What shows it?"), page.found.evidence),
            (_("What was learned?"), page.found.lessons),
        ]
        yield Facts([line for line in lines if line[1]], page.stage)


def _finished(work: UnitOfWork, plan: YearPlan) -> PlanEvaluation | None:
    """The latest evaluation that is finished: that of the year before that of its middle."""
    known = evaluations_of(work.session, plan)
    return next((row for stage in reversed(Stage) if (row := known.get(stage)) and row.finished_at), None)


def year_lamp(work: UnitOfWork, units: Sequence[Organisation]) -> Mapping[UUID, Sequence[DutyLight]]:
    """Whether the plan of the year is approved, and evaluated in time (OHL 14 §, 26 §); four statements for all."""
    on, ids = work.facts.on, [unit.id for unit in bound_by(PLAN_LAW, units)]
    year = school_year_of(on)
    approved, before = (latest_approvals(work.session, ids, each) for each in (year, year.before))
    finished, earlier = (stages_finished(work.session, ids, each) for each in (year, year.before))
    return {
        id: [
            _plan_light(id, year, approved.get(id), on),
            _left_light(id, year.before)
            if id in before and Stage.YEAR_END not in earlier.get(id, ())
            else _evaluation_light(id, year, finished.get(id, ()), on),
        ]
        for id in ids
    }


def _plan_light(unit_id: UUID, year: SchoolYear, approval: PlanApproval | None, on: date) -> DutyLight:
    by = date_text(year.day(*PLAN_BY))
    words = (
        _("approved %(day)s", day=date_text(approval.approved_at))
        if approval
        else _("to be approved by %(day)s", day=by)
    )
    return DutyLight(
        code="year_plan",
        title=_("Action plan of the year"),
        state=plan_duty(year, approval.approved_at.date() if approval else None, on),
        words=words,
        rule=PLAN_LAW.short_in(current_locale()),
        action=(_("Action plan"), url_for("school_year.plan", unit=unit_id, year=year.begins_in)),
    )


def _left_light(unit_id: UUID, year: SchoolYear) -> DutyLight:
    words = _("the year %(year)s was not evaluated", year=year.name)
    return _evaluation(unit_id, year, DutyState.LATE, words)


def _evaluation_light(unit_id: UUID, year: SchoolYear, finished: Sequence[Stage], on: date) -> DutyLight:
    state, stage = evaluation_duty(year, finished, on)
    if stage is None:
        return _evaluation(unit_id, year, state, _("the year is evaluated"))
    day = date_text(evaluation_due_on(year, stage))
    words = _("%(what)s by %(day)s", what=STAGE_WORDS[stage], day=day)
    return _evaluation(unit_id, year, state, words)


def _evaluation(unit_id: UUID, year: SchoolYear, state: DutyState, words: str) -> DutyLight:
    return DutyLight(
        code="evaluation",
        title=_("Evaluation"),
        state=state,
        words=words,
        rule=EVALUATION_LAW.short_in(current_locale()),
        action=(_("Action plan"), url_for("school_year.plan", unit=unit_id, year=year.begins_in)),
    )
