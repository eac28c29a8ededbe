"""Words of plans, goals and their levels (IND §11)."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Feeling, Outcome, Rater, RatingBlock
from welfare.rules.plans import Agreed, Heard, PlanLack, PlanPart

PART_WORDS = {
    PlanPart.STUDENT_WORDS: _l("The pupil’s own words about need and wishes"),
    PlanPart.STUDENT_ABSENT: _l("Why the pupil’s words are missing"),
    PlanPart.HELP: _l("With whose help the pupil was heard"),
    PlanPart.GUARDIAN_VIEW: _l("The guardian’s view"),
    PlanPart.PROFESSIONAL_VIEW: _l("The professionals’ view"),
    PlanPart.STRENGTHS: _l("Strengths and resources"),
    PlanPart.NEED: _l("Need for support"),
    PlanPart.RHYTHM: _l("How often we meet"),
    PlanPart.PARTNERS: _l("Partners and division of work"),
    PlanPart.DURATION: _l("Expected duration"),
}
HEARD_WORDS = {
    Heard.IN_MEETING: lazy_pgettext("heard", "In the meeting"),
    Heard.IN_TALK: lazy_pgettext("heard", "In a talk beforehand"),
    Heard.IN_WRITING: lazy_pgettext("heard", "In writing"),
    Heard.BY_OTHER_MEANS: lazy_pgettext("heard", "With pictures, signs or in another way"),
}
AGREED_WORDS = {
    Agreed.IN_MEETING: lazy_pgettext("agreed", "In the meeting"),
    Agreed.IN_TALK: lazy_pgettext("agreed", "In a talk"),
    Agreed.BY_PHONE: lazy_pgettext("agreed", "By telephone"),
    Agreed.IN_WRITING: lazy_pgettext("agreed", "In writing"),
}
LEVEL_WORDS = {
    Level.MUCH_LESS: _l("Much less than expected"),
    Level.LESS: _l("Less than expected"),
    Level.EXPECTED: _l("What is expected"),
    Level.MORE: _l("More than expected"),
    Level.MUCH_MORE: _l("Much more than expected"),
}
LEVEL_TICKS = {
    Level.MUCH_LESS: lazy_pgettext("level", "much less"),
    Level.LESS: lazy_pgettext("level", "less"),
    Level.EXPECTED: lazy_pgettext("level", "expected"),
    Level.MORE: lazy_pgettext("level", "more"),
    Level.MUCH_MORE: lazy_pgettext("level", "much more"),
}
"""Short, beside the lines of a plot."""
LEVEL_EASY = {
    Level.MUCH_LESS: lazy_pgettext("how far", "at the beginning"),
    Level.LESS: lazy_pgettext("how far", "a little on the way"),
    Level.EXPECTED: lazy_pgettext("how far", "as agreed"),
    Level.MORE: lazy_pgettext("how far", "more than agreed"),
    Level.MUCH_MORE: lazy_pgettext("how far", "much more than agreed"),
}
"""On the own pages of students and guardians."""
FEELING_WORDS = {
    Feeling.VERY_GOOD: lazy_pgettext("feeling", "Very well"),
    Feeling.GOOD: lazy_pgettext("feeling", "Well"),
    Feeling.SO_SO: lazy_pgettext("feeling", "So-so"),
    Feeling.BAD: lazy_pgettext("feeling", "Badly"),
    Feeling.VERY_BAD: lazy_pgettext("feeling", "Very badly"),
}
WEIGHT_WORDS = {1: _l("Important"), 2: _l("Very important"), 3: _l("Most important of all")}
RATER_WORDS = {Rater.STUDENT: _l("Pupil"), Rater.GUARDIAN: _l("Guardian"), Rater.WORKER: _l("Worker")}
OUTCOME_WORDS = {
    Outcome.ATTAINED: lazy_pgettext("goal", "Attained"),
    Outcome.PARTLY: lazy_pgettext("goal", "Attained in part"),
    Outcome.NOT_ATTAINED: lazy_pgettext("goal", "Not attained"),
    Outcome.DROPPED: lazy_pgettext("goal", "Given up"),
}
OUTCOME_LOOKS = {
    Outcome.ATTAINED: ("good", "check"),
    Outcome.PARTLY: ("good", "check"),
    Outcome.NOT_ATTAINED: ("soon", "alert"),
    Outcome.DROPPED: ("", "note"),
}
LACK_WORDS = {
    PlanLack.STUDENT_VOICE: _l("Write what the pupil says, or why the pupil’s words are missing."),
    PlanLack.HOW_HEARD: _l("Choose how the pupil was heard."),
    PlanLack.GUARDIAN_VIEW: _l("Write the guardian’s view, or why it is missing."),
    PlanLack.NEED: _l("Write what the need for support is."),
    PlanLack.GOAL: _l("Write at least one goal."),
    PlanLack.AGREED_ON: _l("Write the day on which the plan was agreed on."),
    PlanLack.AGREED_IN_FUTURE: _l("The day is still to come. Write the day on which the plan was agreed on."),
    PlanLack.AGREED_BEFORE_EARLIER: _l("The version before was agreed on later than this day. Check the day."),
    PlanLack.REVIEW: _l("Write the day on which the plan is reviewed."),
    PlanLack.REVIEW_BEFORE_AGREED: _l("The review comes after the day of agreement. Check the days."),
    PlanLack.AGREEMENT: _l("Write who has agreed to the plan."),
    PlanLack.AGREED_HOW: _l("Choose how this person agreed."),
    PlanLack.AGREED_WHO: _l("Write the name of the one who agreed."),
}
GOAL_LACK_WORDS = {
    PlanLack.TITLE: _l("Goal %(goal)s: write what the goal is."),
    PlanLack.LEVELS: _l("Goal %(goal)s: describe all five levels, or the goal cannot be rated."),
    PlanLack.LEVELS_ARE_FIXED: _l(
        "Goal %(goal)s: it has been rated by the levels it had, so they stay. Close the goal and set a new one instead."
    ),
    PlanLack.GOAL_LEFT_OUT: _l(
        "Goal %(goal)s: an open goal does not vanish. Write it again, or close it on the page of the plan."
    ),
    PlanLack.MEASURE: _l("Goal %(goal)s: write at least one measure."),
}
MEASURE_LACK_WORDS = {
    PlanLack.WHAT: _l("Goal %(goal)s, measure %(measure)s: write what is done."),
    PlanLack.CARRIED_OUT_BY: _l("Goal %(goal)s, measure %(measure)s: write who carries it out."),
    PlanLack.FOLLOWED_UP_BY: _l("Goal %(goal)s, measure %(measure)s: write who follows it up."),
    PlanLack.DOER_HAS_LEFT: _l(
        "Goal %(goal)s, measure %(measure)s: the one who was to carry it out is not in the group any more. "
        "Choose somebody else."
    ),
    PlanLack.FOLLOWER_HAS_LEFT: _l(
        "Goal %(goal)s, measure %(measure)s: the one who was to follow it up is not in the group any more. "
        "Choose somebody else."
    ),
    PlanLack.UNTIL: _l("Goal %(goal)s, measure %(measure)s: write by when it is done."),
    PlanLack.DATES_REVERSED: _l("Goal %(goal)s, measure %(measure)s: it would end before it begins. Check the days."),
}
RATING_BLOCK_WORDS = {
    RatingBlock.NOTHING: _l("Rate at least one goal."),
    RatingBlock.DAY: _l("Write the day of the rating."),
    RatingBlock.IN_FUTURE: _l("The day is still to come. Write the day of the rating."),
    RatingBlock.BEFORE_PLAN: _l("On this day there was no plan yet. Check the day."),
}
