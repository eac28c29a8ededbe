"""The plan in plain words, for the student or for a guardian: what was said, what is aimed at, who does what and when.

Both are party to it and may read all of it (JulkL 11-12 §), but not what another guardian has said (rule 37): with more
than one guardian their view, which is written as one, is read together with the responsible person. A guardian from
whom the student is kept hidden reads nothing that leads there (rule 32).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.family import guardians_at
from welfare.cases.models import Case
from welfare.people.models import Person
from welfare.people.pages import PersonName, Whereabouts
from welfare.plans.content import AgreedText, GoalText
from welfare.plans.models import Plan
from welfare.plans.pages.opened import OpenedPlan
from welfare.plans.pages.plots import Ratings
from welfare.plans.pages.reading import level_lines, voice_by
from welfare.plans.words import AGREED_WORDS, OUTCOME_LOOKS, OUTCOME_WORDS
from welfare.rules.measures import MeasureState
from welfare.rules.plans import PlanPart
from welfare.ui.charts import Plot
from welfare.ui.formats import date_text, level_text


class EasyFor(StrEnum):
    """Whom the plain words are for."""

    STUDENT = "student"
    GUARDIAN = "guardian"


@dataclass(frozen=True, slots=True)
class Step:
    """One measure: what, who, when, and whether it is done."""

    what: str
    who: str
    when: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class EasyGoal:
    """One goal."""

    number: int
    title: str
    start: str
    expected: str
    levels: Sequence[tuple[str, str, str]]
    steps: Sequence[Step]
    plot: Plot | None
    outcome: str
    look: tuple[str, str]


@dataclass(frozen=True, slots=True)
class EasyPlan:
    """The newest version in plain words."""

    plan: Plan
    number: str
    given_name: str
    reader: EasyFor
    version: int
    agreed_on: date
    review_on: date
    voice: str
    voice_by: str
    strengths: str
    parts: Sequence[tuple[str, str]]
    goals: Sequence[EasyGoal]
    agreed: Sequence[str]
    is_broken: bool

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, plan: Plan, reader: EasyFor) -> "EasyPlan":
        """Open it."""
        opened = OpenedPlan.of(work, plan)
        text, ratings = opened.text, Ratings(opened)
        student = work.session.get_one(Person, case.student_id)
        where = Whereabouts.of(work, student, for_guardian=reader is EasyFor.GUARDIAN)
        one_guardian = len(guardians_at(work.session, case, work.facts.on)) == 1
        return cls(
            plan=plan,
            number=where.told(case.number),
            given_name=PersonName.of(work, student).given,
            reader=reader,
            version=opened.version.number,
            agreed_on=plan.agreed_on,
            review_on=plan.review_on,
            voice=where.passage(text.words[PlanPart.STUDENT_WORDS]),
            voice_by=voice_by(opened),
            strengths=where.passage(text.words[PlanPart.STRENGTHS]),
            parts=[
                (label, where.passage(words)) for label, words in _parts(opened, reader, has_one_guardian=one_guardian)
            ],
            goals=[_goal(opened, goal, ratings, where) for goal in text.goals],
            agreed=[_agreed(each) for each in text.agreed if each.how and where.may_know],
            is_broken=text.is_broken,
        )

    @property
    def is_for_student(self) -> bool:
        """Whether the student reads it."""
        return self.reader is EasyFor.STUDENT

    @property
    def title(self) -> str:
        """What stands at its head."""
        return _("My plan") if self.is_for_student else _("The plan of %(name)s", name=self.given_name)


def _parts(opened: OpenedPlan, reader: EasyFor, *, has_one_guardian: bool) -> list[tuple[str, str]]:
    words = opened.text.words
    is_own = reader is EasyFor.STUDENT
    guardians = _("What your guardian says") if is_own else _("What you as a guardian have said")
    hidden = _("What guardians have said can be read with the responsible person of the group.")
    view = words[PlanPart.GUARDIAN_VIEW] if has_one_guardian or is_own else hidden
    labelled = (
        (
            _("Why your words are missing") if is_own else _("Why the pupil’s words are missing"),
            PlanPart.STUDENT_ABSENT,
        ),
        (_("What help is needed"), PlanPart.NEED),
        (_("What the grown-ups at school and in student welfare say"), PlanPart.PROFESSIONAL_VIEW),
        (_("How often we meet"), PlanPart.RHYTHM),
        (_("Who does what"), PlanPart.PARTNERS),
        (_("How long this is thought to take"), PlanPart.DURATION),
    )
    found = [(label, words[part]) for label, part in labelled if words[part]]
    return [*found, (guardians, view)] if words[PlanPart.GUARDIAN_VIEW] else found


def _agreed(each: AgreedText) -> str:
    return f"{each.name} ({str(AGREED_WORDS[each.how]).lower()})" if each.how else each.name


def goal_told(goal: GoalText, where: Whereabouts) -> GoalText:
    """A goal without what leads to a hidden student."""
    levels = tuple(where.passage(level) for level in goal.levels)
    return replace(goal, title=where.passage(goal.title), start=where.passage(goal.start), levels=levels)


def _goal(opened: OpenedPlan, whole: GoalText, ratings: Ratings, where: Whereabouts) -> EasyGoal:
    goal = goal_told(whole, where)
    row = opened.row(goal.number)
    done = {each.number for each in opened.measures.get(row.id, ()) if each.state is MeasureState.DONE}
    return EasyGoal(
        number=goal.number,
        title=goal.title,
        start=goal.start,
        expected=goal.levels[2],
        levels=[(level_text(figure), words, described) for figure, words, described in level_lines(goal)],
        steps=[
            Step(
                what=where.passage(each.what),
                who=where.told(each.by),
                when=", ".join(filter(None, (where.told(each.place), _until(each.until)))),
                is_done=each.number in done,
            )
            for each in goal.measures
        ],
        plot=ratings.of_goal(goal, row),
        outcome=str(OUTCOME_WORDS[row.outcome]) if row.outcome else "",
        look=OUTCOME_LOOKS[row.outcome] if row.outcome else ("", ""),
    )


def _until(day: date | None) -> str:
    return _("until %(day)s", day=date_text(day)) if day else ""
