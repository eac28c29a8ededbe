"""What a version lacks, said at the field that would fill it."""

from collections.abc import Iterable

from welfare.plans.forms.writing import PlanForm
from welfare.plans.words import GOAL_LACK_WORDS, LACK_WORDS, MEASURE_LACK_WORDS
from welfare.rules.plans import Missing, PlanLack

FIELDS = {
    PlanLack.STUDENT_VOICE: "student_words",
    PlanLack.HOW_HEARD: "heard",
    PlanLack.GUARDIAN_VIEW: "guardian_view",
    PlanLack.NEED: "need",
    PlanLack.AGREED_ON: "agreed_on",
    PlanLack.AGREED_IN_FUTURE: "agreed_on",
    PlanLack.AGREED_BEFORE_EARLIER: "agreed_on",
    PlanLack.REVIEW: "review_on",
    PlanLack.REVIEW_BEFORE_AGREED: "review_on",
    PlanLack.AGREEMENT: "agreed_1_name",
}
OF_MEASURE = {
    PlanLack.WHAT: "what",
    PlanLack.CARRIED_OUT_BY: "by",
    PlanLack.FOLLOWED_UP_BY: "followed_by",
    PlanLack.DOER_HAS_LEFT: "by",
    PlanLack.FOLLOWER_HAS_LEFT: "followed_by",
    PlanLack.UNTIL: "until",
    PlanLack.DATES_REVERSED: "until",
}


def refuse_lacks(form: PlanForm, missing: Iterable[Missing]) -> None:
    """Put each lack at its field; where the form has no such field, at the whole form."""
    for each in missing:
        name = _field(form, each)
        form.refuse(name if name and name in form else None, _words(each))


def _words(each: Missing) -> str:
    words = {**LACK_WORDS, **GOAL_LACK_WORDS, **MEASURE_LACK_WORDS}[each.lack]
    return str(words) % {"goal": each.goal, "measure": each.measure} if each.goal else str(words)


def _field(form: PlanForm, each: Missing) -> str | None:
    if each.line is not None:
        return f"agreed_{each.line}_{'name' if each.lack is PlanLack.AGREED_WHO else 'how'}"
    if each.measure is not None:
        return f"g{each.goal}_m{each.measure}_{OF_MEASURE[each.lack]}"
    if each.goal is not None:
        return _of_goal(form, each.goal, each.lack)
    if each.lack is PlanLack.GOAL:
        return next((f"g{goal.number}_title" for goal in form.goals), None)
    return FIELDS[each.lack]


def _of_goal(form: PlanForm, number: int, lack: PlanLack) -> str | None:
    goal = next((goal for goal in form.goals if goal.number == number), None)
    if goal is None:
        return None
    if lack is PlanLack.MEASURE:
        return next((f"g{number}_m{row.number}_what" for row in goal.measures), None)
    if lack in {PlanLack.LEVELS, PlanLack.LEVELS_ARE_FIXED}:
        empty = (field.name for field in goal.levels if not field.data)
        return next(empty, f"g{number}_level_1")
    return f"g{number}_title"
