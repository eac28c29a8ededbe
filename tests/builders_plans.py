"""Plans agreed on as a group would, through the room's own actions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from tests.builders import Someone
from tests.builders_cases import a_will
from tests.builders_journal import Matter
from welfare.plans.actions import AgreePlan, CloseGoal, Party, RateGoals, agree_on, close_goal, rate
from welfare.plans.content import AgreedText, GoalText, MeasureText, PlanText
from welfare.plans.models import Plan, PlanGoal
from welfare.plans.queries import goals_of, measures_of, plan_of
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Outcome, Rater
from welfare.rules.permissions import Permission
from welfare.rules.plans import Agreed, Heard, PlanPart

VOICE = "Haluan tulla kouluun, mutta aamulla ei jaksa nousta."
TITLE = "Tulen kouluun vähintään neljänä aamuna viikossa"
LEVELS = ("yksi aamu tai ei yhtään", "kaksi aamua", "neljä aamua", "viisi aamua", "viisi aamua ajoissa")
MEASURE = "Aamuvastaanotto ovella"
AGREED_ON, REVIEW_ON, UNTIL = date(2026, 11, 16), date(2026, 12, 14), date(2026, 12, 18)
WORDS = {
    PlanPart.STUDENT_WORDS: VOICE,
    PlanPart.GUARDIAN_VIEW: "Kotona aamut ovat kiireisiä.",
    PlanPart.STRENGTHS: "Huumorintaju ja piirtäminen.",
    PlanPart.NEED: "Tukea aamuihin ja maanantaihin.",
    PlanPart.RHYTHM: "Kolmen viikon välein",
}


@dataclass(frozen=True)
class Planned:
    """A matter whose group has agreed on a plan: Mirja carries out its measure, Saara follows it up."""

    matter: Matter
    plan_id: UUID
    goal_id: UUID
    measure_id: UUID

    @property
    def url(self) -> str:
        """Where it is."""
        return f"/cases/{self.matter.case_id}/plan"

    @property
    def own(self) -> str:
        """Where its student finds it."""
        return f"/plans/{self.plan_id}"


def a_goal(number: int = 1, title: str = TITLE, **changes: Any) -> GoalText:  # noqa: ANN401 - any part of a goal
    """A goal with five levels and one measure."""
    measure = MeasureText(number=1, what=MEASURE, by="Mirja Kanervala", followed_by="Saara Lehtovirta", until=UNTIL)
    goal = GoalText(number=number, title=title, start="Kaksi aamua viikossa.", levels=LEVELS, measures=(measure,))
    return replace(goal, **changes)


def a_text(*goals: GoalText, **changes: Any) -> PlanText:  # noqa: ANN401 - any part of a version
    """A whole version."""
    agreed = (AgreedText(1, "Aada Metsäpelto", Agreed.IN_MEETING),)
    text = PlanText(words=WORDS, heard=Heard.IN_MEETING, goals=goals or (a_goal(),), agreed=agreed)
    return replace(text, **changes)


def a_command(matter: Matter, text: PlanText | None = None, **changes: Any) -> AgreePlan:  # noqa: ANN401 - any part
    """A version to be agreed on, its measures between Mirja and Saara."""
    told = text or a_text()
    parties = (Party(matter.mirja.account_id), Party(matter.saara.account_id))
    command = AgreePlan(
        based_on=0,
        text=told,
        agreed_on=AGREED_ON,
        review_on=REVIEW_ON,
        office=Role.CURATOR,
        entry={"heading": "Suunnitelma", "information": "Sovittiin."},
        is_guardian_asked=True,
        parties={(goal.number, each.number): parties for goal in told.goals for each in goal.measures},
    )
    return replace(command, **changes)


def a_plan(matter: Matter, text: PlanText | None = None, **changes: Any) -> Planned:  # noqa: ANN401 - any part
    """A version agreed on by Saara; the first unless ``based_on`` says otherwise."""
    with matter.work(matter.saara, Permission.PLAN_WRITE) as (work, case):
        version = agree_on(work, case, a_command(matter, text, **changes))
        plan = work.session.get_one(Plan, version.plan_id)
        goal = goals_of(work.session, plan.id)[0]
        measures = {row.goal_id: row.id for row in measures_of(work.session, plan.id)}
        return Planned(matter, plan.id, goal.id, measures[goal.id])


def a_rating(matter: Matter, rater: Rater, on: date, levels: Mapping[int, Level], who: Someone | None = None) -> None:
    """What one of the three thought on a day, as Saara wrote it down."""
    with matter.work(who or matter.saara, Permission.GOAL_RATE) as (work, case):
        rate(work, case, RateGoals(rater=rater, rated_on=on, levels=levels))


def a_closed_goal(matter: Matter, goal_id: UUID, outcome: Outcome = Outcome.ATTAINED, note: str = "") -> None:
    """A goal closed by Saara."""
    with matter.work(matter.saara, Permission.GOAL_CLOSE) as (work, case):
        close_goal(work, case, work.session.get_one(PlanGoal, goal_id), CloseGoal(outcome=outcome, note=note))


def newest_of(matter: Matter) -> int:
    """The number of the newest version; 0 where there is none."""
    with matter.village.ledger.transaction() as transaction:
        plan = plan_of(transaction.session, matter.case_id)
        return plan.newest if plan else 0


def consent_has_ended(matter: Matter, who: Someone) -> None:
    """The newest answer about a member held until yesterday."""
    kind, given_on, ended_on = ConsentKind.GROUP_MEMBER, date(2026, 11, 4), date(2026, 11, 22)
    place = (matter.village, matter.case_id, matter.student)
    a_will(*place, kind, named=who, given_on=given_on, valid_to=ended_on)
