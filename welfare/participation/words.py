"""Words of hearings and ideas."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.participation import Decision, Heard, HearingWay, IdeaState
from welfare.rules.unit_types import UnitType, has_pupils

HEARD_WORDS = {
    Heard.PUPILS: _l("Pupils"),
    Heard.GUARDIANS: _l("Guardians"),
    Heard.STAFF: _l("Staff"),
}
CHILDREN = _l("Children")
WAYS_OF_PUPILS = frozenset({HearingWay.COUNCIL, HearingWay.CLASS})


def heard_words(unit_type: UnitType | None) -> Mapping[Heard, str]:
    """Who can be heard in a unit: in early childhood education the children, who are no pupils."""
    return HEARD_WORDS if has_pupils(unit_type) else {**HEARD_WORDS, Heard.PUPILS: CHILDREN}


WAY_WORDS = {
    HearingWay.SURVEY: _l("By a survey"),
    HearingWay.MEETING: _l("At a meeting or parents’ evening"),
    HearingWay.WORKSHOP: _l("In a workshop"),
    HearingWay.COUNCIL: _l("In the student council"),
    HearingWay.CLASS: _l("In class"),
    HearingWay.OTHER: _l("Another way"),
}
STATE_WORDS = {
    IdeaState.RECEIVED: lazy_pgettext("idea", "Received"),
    IdeaState.COUNCIL: _l("With the student council"),
    IdeaState.GROUP: _l("With the welfare group"),
    IdeaState.DECIDED: _l("Decided, not answered yet"),
    IdeaState.ANSWERED: _l("Answered"),
}
STATE_LOOKS = {
    IdeaState.RECEIVED: ("go", "speech"),
    IdeaState.COUNCIL: ("go", "people"),
    IdeaState.GROUP: ("go", "people"),
    IdeaState.DECIDED: ("soon", "clock"),
    IdeaState.ANSWERED: ("good", "check"),
}
STEP_WORDS = {
    IdeaState.COUNCIL: _l("Give it to the student council"),
    IdeaState.GROUP: _l("Give it to the welfare group"),
    IdeaState.DECIDED: _l("It has been decided"),
    IdeaState.ANSWERED: _l("Tell the class"),
}
DECISION_WORDS = {
    Decision.YES: _l("It is carried out"),
    Decision.PARTLY: _l("A part of it is done"),
    Decision.LATER: _l("It is done later"),
    Decision.NO: _l("It is not done"),
}
