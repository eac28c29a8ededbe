"""Words of indicators: themes, who is asked, measures, publishers, directions, levels."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.rules.absence_parts import Reason
from welfare.rules.absences import Category
from welfare.rules.climate import Audience
from welfare.rules.discussions import Party
from welfare.rules.indicators import Direction, Group, Level, Licence, Measure, Publisher, Withheld
from welfare.ui.formats import number_text, percent_text

THEME_WORDS = {
    "school": _l("School and studying"),
    "safety": _l("Safety and bullying"),
    "participation": _l("Participation and belonging"),
    "health": _l("Health"),
    "habits": _l("Habits"),
    "family": _l("Family"),
    "services": _l("Services and health promotion"),
}
ASKED_WORDS = {
    "pre_primary": _l("Pre-primary education"),
    "basic": _l("Basic education"),
    "grade_5": _l("Grade 5"),
    "grade_8": _l("Grade 8"),
    "grades_4_5": _l("Grades 4–5"),
    "grades_8_9": _l("Grades 8–9"),
    "upper_secondary": _l("Upper secondary school"),
    "vocational": _l("Vocational institution"),
    "all": _l("All pupils"),
}
DIRECTION_WORDS = {
    Direction.MORE: _l("Bigger is better"),
    Direction.LESS: _l("Smaller is better"),
    Direction.NEITHER: _l("Neither bigger nor smaller is better"),
}
MEASURE_WORDS = {
    Measure.PERCENT: _l("Per cent"),
    Measure.MEAN: _l("Mean"),
    Measure.POINTS: _l("Points, 0–100"),
    Measure.HOURS: _l("Hours a pupil"),
}
PUBLISHER_WORDS = {
    Publisher.HEALTH_SURVEY: _l("School Health Promotion study, Finnish Institute for Health and Welfare (THL)"),
    Publisher.KIVA: _l("KiVa survey, University of Turku"),
    Publisher.MOVE: _l("Move! measurements, Finnish National Agency for Education"),
    Publisher.HEALTH_PROMOTION: _l("TEAviisari, Finnish Institute for Health and Welfare (THL)"),
    Publisher.ABSENCES: _l("The school’s own follow-up of absences"),
    Publisher.CLIMATE: _l("The school’s own climate survey"),
    Publisher.OWN: _l("Own indicator"),
}
PUBLISHER_SHORT = {
    Publisher.HEALTH_SURVEY: _l("School Health Promotion study"),
    Publisher.KIVA: _l("KiVa survey"),
    Publisher.MOVE: _l("Move!"),
    Publisher.HEALTH_PROMOTION: _l("TEAviisari"),
    Publisher.ABSENCES: _l("Absences"),
    Publisher.CLIMATE: _l("Climate survey"),
    Publisher.OWN: _l("Own indicator"),
}
LICENCE_WORDS = {
    Licence.CC_BY: _l("CC BY 4.0: cite the publisher"),
    Licence.OWN: _l("The school’s own numbers"),
    Licence.AGREED: _l("By agreement with the publisher"),
}
LEVEL_WORDS = {
    Level.COUNTRY: _l("Country"),
    Level.COUNTY: _l("Wellbeing county"),
    Level.MUNICIPALITY: _l("Municipality"),
    Level.SCHOOL: _l("School"),
}
PARTY_WORDS = {
    Party.PUPILS: _l("Pupils"),
    Party.GUARDIANS: _l("Guardians"),
    Party.STAFF: _l("Staff"),
}
CATEGORY_WORDS = {
    Category.ILLNESS: _l("Illness"),
    Category.SERVICE: _l("Health care or student welfare"),
    Category.LEAVE: _l("Leave granted"),
    Category.UNEXPLAINED: _l("Waits for an explanation"),
    Category.UNAUTHORISED: _l("Unauthorised"),
    Category.LATE: _l("Late for class"),
}
REASON_WORDS = {
    Reason.SICK: _l("Taken ill"),
    Reason.HEALTH_CARE: _l("Health care"),
    Reason.STUDENT_WELFARE: _l("Student welfare"),
    Reason.TRIP: _l("Holiday or trip"),
    Reason.FAMILY: _l("Family reason"),
    Reason.EVENT: _l("Competition, hobby or celebration"),
    Reason.OTHER_LEAVE: _l("Other leave"),
    Reason.WHOLE_DAYS: _l("Whole days"),
    Reason.LESSONS: _l("Single lessons"),
}
AUDIENCE_WORDS = {Audience.PUPILS: _l("Pupils"), Audience.STAFF: _l("Staff")}
GRADE_WORDS = {
    1: _l("1 – not at all"),
    2: _l("2 – a little"),
    3: _l("3 – somewhat"),
    4: _l("4 – mostly"),
    5: _l("5 – fully"),
}
GROUP_WORDS = {Group.TOTAL: _l("Everybody"), Group.BOYS: _l("Boys"), Group.GIRLS: _l("Girls")}
WITHHELD_WORDS = {
    Withheld.BLANK: _l("no number"),
    Withheld.FEW: _l("too few to show"),
    Withheld.PROTECTED: _l("not shown"),
}


def value_text(value: float, measure: Measure) -> str:
    """A number with its unit, as ``7,4 %``."""
    decimals = 0 if float(value).is_integer() else 1
    if measure is Measure.PERCENT:
        return percent_text(value, decimals)
    if measure is Measure.HOURS:
        return _("%(hours)s h", hours=number_text(value, 1))
    return number_text(value, 2 if measure is Measure.MEAN else decimals)
