"""Words of statutory plans and of self-control."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.statutory_plans import CheckState, PlanKind, VersionLack

KIND_WORDS = {
    PlanKind.PROVIDER_PLAN: _l("Welfare plan of the provider"),
    PlanKind.SCHOOL_SECTION: _l("Welfare plan of the school"),
    PlanKind.PROTECTION_PLAN: _l("Plan against violence, bullying and harassment"),
    PlanKind.CHILDREN_PLAN: _l("Welfare plan for children and young people"),
    PlanKind.REGIONAL_PLAN: _l("Regional student welfare plan"),
}
CHECK_WORDS = {
    CheckState.IN_ORDER: lazy_pgettext("self-control", "In order"),
    CheckState.DEFECT: lazy_pgettext("self-control", "Something is lacking"),
}
LACK_WORDS = {
    VersionLack.EMPTY_HEADING: _l("A heading that the act asks for has no text yet."),
    VersionLack.ONE_LANGUAGE: _l("A heading has text in one language only. Here the plan is published in both."),
    VersionLack.REVIEW_TOO_LATE: _l("The review lies later than the act allows."),
    VersionLack.REVIEW_PAST: _l("The review lies in the past. Write a day to come."),
}
