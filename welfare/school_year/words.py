"""Words of the school year: owners, and how things stand."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.annual_clock import Bearer, TaskState
from welfare.rules.year_plans import EvaluationLack, MeasureState, PlanLack, PlanState, Rating, Stage, Strength

BEARER_WORDS = {
    Bearer.PRINCIPAL: _l("Principal"),
    Bearer.WELFARE_GROUP: _l("Welfare group"),
    Bearer.COORDINATOR: _l("Coordinator"),
    Bearer.CLASS_TEACHERS: _l("Class teachers"),
    Bearer.ALL_STAFF: _l("All staff"),
    Bearer.SPECIAL_TEACHER: _l("Special teacher"),
    Bearer.STUDY_COUNSELLOR: _l("Study counsellor"),
    Bearer.CURATOR: _l("Curator"),
    Bearer.PSYCHOLOGIST: _l("Psychologist"),
    Bearer.NURSE: _l("School nurse"),
    Bearer.COUNCIL_ADVISER: _l("Adviser of the student council"),
    Bearer.STEERING_GROUP: _l("Steering group"),
}
EARLY_CHILDHOOD_BEARERS = {
    Bearer.PRINCIPAL: _l("Head of the unit"),
    Bearer.WELFARE_GROUP: _l("Wellbeing group"),
    Bearer.CLASS_TEACHERS: _l("Teachers of the groups"),
    Bearer.ALL_STAFF: BEARER_WORDS[Bearer.ALL_STAFF],
    Bearer.SPECIAL_TEACHER: BEARER_WORDS[Bearer.SPECIAL_TEACHER],
}
"""The seats of a unit of early childhood education, which has no pupils, student council or student welfare."""
TASK_WORDS = {
    TaskState.DONE: lazy_pgettext("task", "Done"),
    TaskState.LATE: lazy_pgettext("task", "Late"),
    TaskState.NOW: lazy_pgettext("task", "This month"),
    TaskState.COMING: lazy_pgettext("task", "Coming"),
}
TASK_LOOKS = {
    TaskState.DONE: ("good", "check"),
    TaskState.LATE: ("late", "alert"),
    TaskState.NOW: ("soon", "clock"),
    TaskState.COMING: ("", "calendar"),
}
PLAN_WORDS = {
    PlanState.DRAFT: lazy_pgettext("year plan", "Draft"),
    PlanState.APPROVED: lazy_pgettext("year plan", "Approved"),
}
PLAN_LOOKS = {PlanState.DRAFT: ("soon", "note"), PlanState.APPROVED: ("good", "check")}
STRENGTH_WORDS = {
    Strength.UNIVERSAL: _l("Universal"),
    Strength.EARLY: _l("Early"),
    Strength.CORRECTIVE: _l("Corrective"),
}
STRENGTH_NOTES = {
    Strength.UNIVERSAL: _l("For everybody, before anything is wrong"),
    Strength.EARLY: _l("For classes or groups in which something begins to show"),
    Strength.CORRECTIVE: _l("Where harm has been done already"),
}
MEASURE_WORDS = {
    MeasureState.PLANNED: lazy_pgettext("measure", "Planned"),
    MeasureState.UNDERWAY: lazy_pgettext("measure", "Underway"),
    MeasureState.DONE: lazy_pgettext("measure", "Done"),
    MeasureState.DROPPED: lazy_pgettext("measure", "Given up"),
}
MEASURE_LOOKS = {
    MeasureState.PLANNED: ("", "calendar"),
    MeasureState.UNDERWAY: ("go", "clock"),
    MeasureState.DONE: ("good", "check"),
    MeasureState.DROPPED: ("", "exit"),
}
STAGE_WORDS = {Stage.MID_YEAR: _l("Mid-year review"), Stage.YEAR_END: _l("Evaluation of the year")}
RATING_WORDS = {
    Rating.REACHED: lazy_pgettext("rating", "Reached"),
    Rating.MOSTLY: lazy_pgettext("rating", "Mostly reached"),
    Rating.PARTLY: lazy_pgettext("rating", "Partly reached"),
    Rating.NOT: lazy_pgettext("rating", "Not reached"),
}
RATING_LOOKS = {
    Rating.REACHED: ("good", "check"),
    Rating.MOSTLY: ("good", "check"),
    Rating.PARTLY: ("soon", "clock"),
    Rating.NOT: ("late", "alert"),
}
PLAN_LACK_WORDS = {
    PlanLack.NO_GOAL: _l("The plan has no goal yet. Add at least one."),
    PlanLack.NO_MEASURE: _l("A goal has no measure. Say what is done for it, or take the goal out."),
    PlanLack.NOBODY_HEARD: _l("Write who was heard: pupils, guardians and staff take part in planning."),
}
EVALUATION_LACK_WORDS = {
    EvaluationLack.NEVER_APPROVED: _l(
        "The plan of this year was never approved, so there is nothing to evaluate. Approve the plan first."
    ),
    EvaluationLack.GOAL_UNRATED: _l("A goal has not been rated yet."),
    EvaluationLack.WHOLE_UNRATED: _l("The year as a whole has not been rated yet."),
    EvaluationLack.NO_LESSON: _l("Write what was learned: it is what the next year begins with."),
}
