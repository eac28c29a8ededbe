"""The plan of the demonstration: agreed on, rated over a term by three, written anew, and one of its goals attained."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from welfare.cases.models import Case
from welfare.cases.queries import load_case
from welfare.own_words.actions import write_words
from welfare.plans.actions import AgreePlan, CloseGoal, Parties, Party, RateGoals, agree_on, close_goal, rate
from welfare.plans.content import AgreedText, GoalText, MeasureText, PlanText
from welfare.plans.pages.people import folded
from welfare.plans.queries import goals_of, load_goal, load_own_plan, plan_of
from welfare.portal.queries import load_own_case, load_own_student
from welfare.rules.actors import Role
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Outcome, Rater
from welfare.rules.permissions import Permission
from welfare.rules.plans import Agreed, Heard, PlanPart
from welfare.web.seeding import demo_plan_texts as texts
from welfare.web.seeding.demo_matters import Matter
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

FIRST_WORDS = -6
"""The day of the words that the group sees; what she wrote later is hers alone for now."""
LEAD, NURSE, STUDENT, GUARDIAN = "elli", "maria", "milja", "elina"
RATERS = {
    Rater.STUDENT: (STUDENT, Permission.GOAL_RATE_OWN),
    Rater.GUARDIAN: (GUARDIAN, Permission.GOAL_RATE_OWN),
    Rater.WORKER: (LEAD, Permission.GOAL_RATE),
}
ROUNDS: Mapping[int, tuple[Sequence[int | None], Sequence[int | None], Sequence[int | None]]] = {
    -26: ((-2, -2, -2), (-2, -1, -2), (-2, -2, -1)),
    -21: ((-2, -1, -1), (None, None, None), (-1, -1, -1)),
    -16: ((-1, -1, 0), (-1, -1, 0), (-1, -1, 0)),
    -11: ((-1, 0, 1), (-1, -1, 1), (0, -1, 1)),
    -6: ((0, -1, None), (0, None, None), (0, 0, None)),
    -2: ((1, 0, None), (0, 0, None), (1, -1, None)),
}
"""By working days before today: what the student, the guardian and the worker thought of each goal."""


@dataclass
class Plan:
    """The plan of one matter."""

    troupe: Troupe
    matter: Matter

    def play(self) -> Thread:
        """Its weeks, scene by scene."""
        yield self.troupe.at(-26, "9.20")
        self.agree((texts.TALKING, texts.SLEEP, texts.LUNCH), texts.FIRST, review=-11)
        for day in (-26, -21, -16, -11):
            yield self.troupe.at(day, "13.10")
            self.rate(*ROUNDS[day])
        yield self.troupe.at(-11, "14.00")
        self.close_lunch()
        yield self.troupe.at(-11, "14.20")
        self.agree((texts.TALKING, texts.SLEEP_LATER), texts.LATER, review=4)
        for day in (-6, -2):
            yield self.troupe.at(day, "13.10")
            self.rate(*ROUNDS[day])
            self.say(STUDENT, texts.MILJA_SAYS[day], is_shared=day == FIRST_WORDS)
        self.say(GUARDIAN, texts.ELINA_SAYS, is_shared=True)

    def agree(self, goals: Sequence[GoalText], words: Mapping[PlanPart, str], review: int) -> None:
        """The group and the pupil agree on a version."""
        diary = self.troupe.diary
        until = diary.day(review + 3)
        dated = tuple(_until(goal, until) for goal in goals)
        agreed = (
            AgreedText(1, self.troupe.pupils[self.matter.pupil].name, Agreed.IN_MEETING),
            AgreedText(2, self.troupe.players[GUARDIAN].part.name, Agreed.BY_PHONE),
            AgreedText(3, self.troupe.players[LEAD].part.name, Agreed.IN_MEETING),
        )
        text = PlanText(words=words, heard=Heard.IN_MEETING, goals=dated, agreed=agreed)
        with self.troupe.stage.scene(self.player(LEAD), Permission.PLAN_WRITE, self._case) as (work, case):
            plan = plan_of(work.session, case.id)
            newest = plan.newest if plan else 0
            agree_on(
                work,
                case,
                AgreePlan(
                    based_on=newest,
                    text=text,
                    agreed_on=work.facts.on,
                    review_on=diary.day(review),
                    office=Role.CURATOR,
                    entry=_entry(newest + 1, text),
                    is_guardian_asked=True,
                    carried=(_until(texts.LUNCH, until),) if newest else (),
                    parties=self._parties(text),
                ),
            )

    def rate(self, *said: Sequence[int | None]) -> None:
        """The pupil and the guardian at their own pages, the worker in the group's."""
        for rater, levels in zip(Rater, said, strict=True):
            given = {number: Level(level) for number, level in enumerate(levels, 1) if level is not None}
            if given:
                self._rate(rater, given)

    def say(self, who: str, words: str, *, is_shared: bool) -> None:
        """Own words of the pupil or a guardian, for the group or for oneself until one decides."""
        with self.troupe.stage.ledger.transaction() as transaction:
            student_id = transaction.session.get_one(Case, self.matter.case_id).student_id
        about = (
            Asked("student", load_own_student, student_id),
            Asked("case", load_own_case, self.matter.case_id),
        )
        with self.troupe.stage.scene(self.player(who), Permission.OWN_WORDS_WRITE, *about) as (work, case):
            write_words(work, case, words, is_shared=is_shared)

    def close_lunch(self) -> None:
        """The third goal has been attained."""
        about = (self._case, Asked("goal", load_goal, self._goal_id(texts.LUNCH.number)))
        with self.troupe.stage.scene(self.player(LEAD), Permission.GOAL_CLOSE, *about) as (work, goal):
            case = work.session.get_one(Case, goal.case_id)
            close_goal(work, case, goal, CloseGoal(outcome=Outcome.ATTAINED, note=texts.LUNCH_NOTE))

    def player(self, name: str) -> UUID:
        """The account of one of the cast."""
        return self.troupe.players[name].id

    def _rate(self, rater: Rater, levels: Mapping[int, Level]) -> None:
        who, needs = RATERS[rater]
        about = self._case if rater is Rater.WORKER else Asked("plan", load_own_plan, self._plan_id)
        with self.troupe.stage.scene(self.player(who), needs, about) as (work, _thing):
            case = work.session.get_one(Case, self.matter.case_id)
            rate(work, case, RateGoals(rater=rater, rated_on=work.facts.on, levels=levels))

    @property
    def _case(self) -> Asked:
        return Asked("case", load_case, self.matter.case_id)

    @property
    def _plan_id(self) -> UUID:
        with self.troupe.stage.ledger.transaction() as transaction:
            plan = plan_of(transaction.session, self.matter.case_id)
            return plan.id if plan else self.matter.case_id

    def _goal_id(self, number: int) -> UUID:
        with self.troupe.stage.ledger.transaction() as transaction:
            goals = goals_of(transaction.session, self._plan_id)
            return next(goal.id for goal in goals if goal.number == number)

    def _parties(self, text: PlanText) -> Parties:
        known = {folded(self.troupe.players[name].part.name): Party(self.player(name)) for name in (LEAD, NURSE)}
        return {
            (goal.number, each.number): (
                known.get(folded(each.by), Party()),
                known.get(folded(each.followed_by), Party()),
            )
            for goal in text.goals
            for each in goal.measures
        }


def _until(goal: GoalText, day: date) -> GoalText:
    return replace(goal, measures=tuple(replace(measure, until=day) for measure in goal.measures))


def _entry(number: int, text: PlanText) -> dict[str, str]:
    lines = [
        line for goal in text.goals for line in (f"Tavoite {goal.number}: {goal.title}", *map(_told, goal.measures))
    ]
    return {"heading": f"Yksilökohtainen suunnitelma, versio {number}", "information": "\n".join(lines)}


def _told(measure: MeasureText) -> str:
    return f"– {measure.what}. Toteuttaa: {measure.by}. Seuraa: {measure.followed_by}."
