"""A version on its way: what its writers have agreed on, and what the house knows about those it names."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from welfare.plans.content import GoalText, MeasureText, PlanText
from welfare.plans.models import Plan
from welfare.rules.actors import Role
from welfare.rules.plans import GoalFacts, MeasureFacts, PlanFacts, PlanPart


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a measure names, as far as the house knows: an account to tell, or one who is in the group no more."""

    account_id: UUID | None = None
    has_left: bool = False


NOBODY_KNOWN = (Party(), Party())
Parties = Mapping[tuple[int, int], tuple[Party, Party]]
"""By the numbers of goal and measure: who carries it out, and who follows it up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreePlan:
    """A version to be agreed on. ``entry`` is what the journal will say of it, in the words of its writer."""

    based_on: int
    """The number of the version it was written over; 0 for the first."""
    text: PlanText
    agreed_on: date | None
    review_on: date | None
    office: Role
    entry: Mapping[str, str]
    is_guardian_asked: bool
    carried: tuple[GoalText, ...] = ()
    """Goals closed before, which every later version tells as they were."""
    parties: Parties = field(default_factory=dict)
    is_need_answered: bool = True
    """Whether the need is more than what a template asks there."""
    fixed_levels: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """The levels by which goals have been rated already, by number, as the page has opened them."""

    @property
    def whole(self) -> PlanText:
        """The version as it is kept."""
        return replace(self.text, goals=tuple(sorted((*self.text.goals, *self.carried), key=lambda goal: goal.number)))

    def parties_of(self, goal: int, measure: int) -> tuple[Party, Party]:
        """The two parties of a measure."""
        return self.parties.get((goal, measure), NOBODY_KNOWN)

    def facts(self, on: date, plan: Plan | None, open_goals: frozenset[int]) -> PlanFacts:
        """What the rule asks of the version, and of the one before."""
        words = {part: bool(self.text.words.get(part)) for part in PlanPart}
        return PlanFacts(
            on=on,
            has_student_words=words[PlanPart.STUDENT_WORDS],
            has_why_absent=words[PlanPart.STUDENT_ABSENT],
            has_how_heard=self.text.heard is not None,
            is_guardian_asked=self.is_guardian_asked,
            has_guardian_view=words[PlanPart.GUARDIAN_VIEW],
            has_need=words[PlanPart.NEED] and self.is_need_answered,
            goals=tuple(self._goal(goal) for goal in self.text.goals),
            open_goals=open_goals,
            agreed_on=self.agreed_on,
            earlier_agreed_on=plan.agreed_on if plan else None,
            review_on=self.review_on,
            agreed=tuple((each.line, bool(each.name), each.how is not None) for each in self.text.agreed),
        )

    def _goal(self, goal: GoalText) -> GoalFacts:
        return GoalFacts(
            number=goal.number,
            has_title=bool(goal.title),
            levels_described=sum(map(bool, goal.levels)),
            are_levels_changed=self.fixed_levels.get(goal.number, goal.levels) != goal.levels,
            measures=tuple(self._measure(goal.number, each) for each in goal.measures),
        )

    def _measure(self, goal: int, measure: MeasureText) -> MeasureFacts:
        doer, follower = self.parties_of(goal, measure.number)
        return MeasureFacts(
            number=measure.number,
            has_what=bool(measure.what),
            has_doer=bool(measure.by),
            has_follower=bool(measure.followed_by),
            starts_on=measure.starts_on,
            until=measure.until,
            doer_has_left=doer.has_left,
            follower_has_left=follower.has_left,
        )
