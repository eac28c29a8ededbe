"""Words of templates: their sections, and what is wrong with an example."""

from flask_babel import lazy_gettext as _l

from welfare.rules.plan_templates import ExampleFault
from welfare.rules.plans import PlanPart

SECTION_WORDS = {
    PlanPart.STRENGTHS: (_l("Strengths and resources, in Finnish"), _l("Strengths and resources, in Swedish")),
    PlanPart.NEED: (_l("Need for support, in Finnish"), _l("Need for support, in Swedish")),
    PlanPart.PROFESSIONAL_VIEW: (_l("The professionals’ view, in Finnish"), _l("The professionals’ view, in Swedish")),
    PlanPart.RHYTHM: (_l("How often we meet, in Finnish"), _l("How often we meet, in Swedish")),
    PlanPart.PARTNERS: (
        _l("Partners and division of work, in Finnish"),
        _l("Partners and division of work, in Swedish"),
    ),
    PlanPart.DURATION: (_l("Expected duration, in Finnish"), _l("Expected duration, in Swedish")),
}
FAULT_WORDS = {
    ExampleFault.UNEVEN: _l("Finnish and Swedish must have equally many lines: each thing once in both languages."),
    ExampleFault.FEW: _l("There are too few lines: the goal, and then its five levels, one a line."),
    ExampleFault.MANY: _l("There are too many lines: at most four measures come after the goal and its five levels."),
    ExampleFault.LONG: _l("A line is longer than 300 signs. Shorten it."),
}
