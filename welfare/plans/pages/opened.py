"""A plan opened whole: the version that is read, its goals and measures as they stand, and every rating."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.plans.content import GoalText, PlanText
from welfare.plans.models import Plan, PlanGoal, PlanMeasure, PlanVersion, Rating
from welfare.plans.queries import goals_of, measures_of, newest_version, ratings_of
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Feeling, Rater

Given = Mapping[int, Level]
"""The levels of one rating, by the numbers of goals."""


@dataclass(frozen=True, slots=True)
class OpenedRating:
    """One rating; what cannot be opened has no levels, and its note is a gap."""

    rater: Rater
    rated_on: date
    levels: Given
    note: str
    feeling: Feeling | None = None


@dataclass(frozen=True, slots=True)
class OpenedPlan:
    """Everything of a plan that a page may need."""

    plan: Plan
    version: PlanVersion
    text: PlanText
    goals: Sequence[PlanGoal]
    measures: Mapping[UUID, Sequence[PlanMeasure]]
    """By the id of their goal."""
    ratings: Sequence[OpenedRating]

    @classmethod
    def of(cls, work: UnitOfWork, plan: Plan, version: PlanVersion | None = None) -> "OpenedPlan":
        """Open a version, the newest unless another is asked for, and the ratings."""
        shown = version or newest_version(work.session, plan)
        measures: defaultdict[UUID, list[PlanMeasure]] = defaultdict(list)
        for row in measures_of(work.session, plan.id):
            measures[row.goal_id].append(row)
        rows = ratings_of(work.session, plan.id)
        work.prefetch([shown, *rows])
        return cls(
            plan=plan,
            version=shown,
            text=opened_text(work, shown),
            goals=goals_of(work.session, plan.id),
            measures=measures,
            ratings=[_rating(work, row) for row in rows],
        )

    @property
    def is_newest(self) -> bool:
        """Whether the version is the one that stands."""
        return self.version.number == self.plan.newest

    @property
    def open_goals(self) -> dict[int, GoalText]:
        """The goals that may be rated, by number."""
        numbers = {goal.number for goal in self.goals if goal.outcome is None}
        return {goal.number: goal for goal in self.text.goals if goal.number in numbers}

    def row(self, number: int) -> PlanGoal:
        """The row of a goal."""
        return next(goal for goal in self.goals if goal.number == number)


def opened_text(work: UnitOfWork, version: PlanVersion) -> PlanText:
    """What a version says."""
    return PlanText.of(work.decrypt_document(version, PlanVersion.document))


def _rating(work: UnitOfWork, row: Rating) -> OpenedRating:
    document = work.decrypt_document(row, Rating.document)
    if isinstance(document, GapDocument):
        return OpenedRating(row.rater, row.rated_on, {}, document["note"])
    levels = {int(number): Level(level) for number, level in document["levels"].items()}
    feeling = Feeling(document["feeling"]) if document.get("feeling") else None
    return OpenedRating(row.rater, row.rated_on, levels, document["note"], feeling)
