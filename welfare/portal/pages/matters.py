"""A matter in plain words: what it is about, how far its goals are, and who helps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.pages.text import words_of
from welfare.own_words.queries import words_by
from welfare.people.models import Person
from welfare.people.pages import Whereabouts
from welfare.plans.content import GoalText
from welfare.plans.pages.easy import goal_told
from welfare.plans.pages.opened import OpenedPlan
from welfare.plans.pages.plots import Ratings
from welfare.plans.queries import plan_of
from welfare.plans.words import FEELING_WORDS, LEVEL_EASY
from welfare.portal.asking import decides
from welfare.portal.pages.group import Companion, companions_in
from welfare.portal.pages.own_words import WrittenWords, written_words
from welfare.portal.pages.reader import Reader
from welfare.portal.words import MATTER_WORDS, RATED_BY
from welfare.rules.cases import CaseState
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Rater


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One open goal: where it began and where it is, on five steps; no steps before anybody has rated it."""

    title: str
    first: int | None
    now: int | None
    words: str
    by: str


@dataclass(frozen=True, slots=True)
class OwnMatter:
    """One matter that is going on."""

    subject: str
    state: str
    goals: Sequence[GoalLine]
    feeling: tuple[str, date] | None
    """How the student last said to be, and when."""
    review_on: date | None
    plan_url: str
    rate_url: str
    companions: Sequence[Companion]
    words_url: str
    words: WrittenWords | None
    """The reader's own newest."""
    answer_url: str
    """Where the reader decides who may take part; empty where the reader's answer does not count."""


def own_matter(work: UnitOfWork, case: Case, reader: Reader) -> OwnMatter:
    """Open what the matter is about and the goals of its plan."""
    plan = plan_of(work.session, case.id)
    where = Whereabouts.of(work, work.session.get_one(Person, case.student_id))
    opened = OpenedPlan.of(work, plan) if plan else None
    goals = _goals(opened, where) if opened else ()
    is_asked = decides(work.session, case, work.actor.person_id, work.facts.on)
    is_live = case.state in {CaseState.OPEN, CaseState.FOLLOW_UP}
    return OwnMatter(
        subject=words_of(work, case).subject_words,
        state=str(MATTER_WORDS[case.state]),
        goals=goals,
        feeling=_feeling(opened) if opened and reader.is_student else None,
        review_on=plan.review_on if plan else None,
        plan_url=url_for("plans.own", plan=plan.id) if plan else "",
        rate_url=url_for("plans.begin_own_rating", plan=plan.id) if plan and goals and is_live else "",
        companions=companions_in(work, case, reader),
        words_url=url_for("portal.words", student=case.student_id, case=case.id) if is_live else "",
        words=next(iter(written_words(work, words_by(work.session, case.id, work.actor.person_id)[:1])), None),
        answer_url=url_for("portal.answers", student=case.student_id, case=case.id) if is_asked else "",
    )


def _goals(opened: OpenedPlan, where: Whereabouts) -> Sequence[GoalLine]:
    ratings = Ratings(opened)
    return [_goal(goal_told(goal, where), ratings) for goal in opened.open_goals.values()]


def _feeling(opened: OpenedPlan) -> tuple[str, date] | None:
    """The newest that was said. What the student adds to a rating is told to the group, and to no guardian."""
    said = [(str(FEELING_WORDS[each.feeling]), each.rated_on) for each in opened.ratings if each.feeling]
    return said[-1] if said else None


def _goal(goal: GoalText, ratings: Ratings) -> GoalLine:
    """The pupil's own view where there is one, else the worker's; a guardian's stands in the plan."""
    for rater in (Rater.STUDENT, Rater.WORKER):
        levels = [
            levels[goal.number]
            for (_day, who), levels in sorted(ratings.given.items())
            if who is rater and goal.number in levels
        ]
        if levels:
            first, now = levels[0], levels[-1]
            return GoalLine(goal.title, int(first), int(now), str(LEVEL_EASY[Level(now)]), str(RATED_BY[rater]))
    return GoalLine(goal.title, None, None, "", "")
