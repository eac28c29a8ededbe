"""Words for the codes of log reviews."""

from flask_babel import lazy_gettext as _l

from welfare.rules.log_review import Explanation, FindingKind, FindingState, Relation, Signal

SIGNAL_WORDS = {
    Signal.DECOY: _l("Decoy"),
    Signal.OWN_FAMILY: _l("Own child"),
    Signal.SAME_HOME: _l("Same address"),
    Signal.SAME_NAME: _l("Same surname"),
    Signal.OWN_CHILDS_CLASS: _l("Own child’s class"),
    Signal.OWN_CHILDS_SCHOOL: _l("Own child’s school"),
    Signal.NEIGHBOUR_SOUGHT: _l("Search for a neighbour"),
    Signal.WITHOUT_MEMBERSHIP: _l("Without a place in the group"),
    Signal.CLOSED_LONG_AGO: _l("Matter closed long ago"),
    Signal.MANY_PUPILS: _l("Many pupils in a short time"),
    Signal.MANY_PRINTS: _l("Many prints in a short time"),
    Signal.NIGHT: _l("At night"),
    Signal.DAY_OFF: _l("On a day off"),
    Signal.NEW_DEVICE: _l("From a new device"),
}
SIGNAL_MEANS = {
    Signal.DECOY: _l(
        "The pupil is invented, and nobody has a task with them. Who opens this was looking for something."
    ),
    Signal.OWN_FAMILY: _l("The reader is a guardian of the pupil, and has no task with the own child."),
    Signal.SAME_HOME: _l("The reader lives at the same address as the pupil or a guardian."),
    Signal.SAME_NAME: _l("The reader has the same surname as the pupil or a guardian. Often that is chance."),
    Signal.OWN_CHILDS_CLASS: _l("The pupil is in the class of the reader’s own child."),
    Signal.OWN_CHILDS_SCHOOL: _l("The pupil is at the school of the reader’s own child."),
    Signal.NEIGHBOUR_SOUGHT: _l("The reader looked for a pupil who lives in the same building or beside it."),
    Signal.WITHOUT_MEMBERSHIP: _l("The matter was opened in an emergency. The emergency has a review of its own."),
    Signal.CLOSED_LONG_AGO: _l("The matter was closed more than a month before it was opened again."),
    Signal.MANY_PUPILS: _l("The reader opened the data of many pupils within half an hour, one after the other."),
    Signal.MANY_PRINTS: _l("The reader printed or took out several documents within half an hour."),
    Signal.NIGHT: _l("It was opened between 22 and 6."),
    Signal.DAY_OFF: _l("It was opened on a Saturday, a Sunday or a public holiday."),
    Signal.NEW_DEVICE: _l("The reader had never signed in with this browser before."),
}
RELATION_WORDS = {
    Relation.GROUP: _l("Member of the group"),
    Relation.OWN_CLIENT: _l("Own client or request"),
    Relation.SERVICE: _l("By the service at the school"),
    Relation.TEACHING: _l("Teaches the pupil"),
    Relation.EMERGENCY: _l("Emergency"),
    Relation.OTHER: _l("Another right"),
}
KIND_WORDS = {FindingKind.SIGNALS: _l("Stands out"), FindingKind.SAMPLE: _l("Sample of the week")}
STATE_WORDS = {
    FindingState.OPEN: _l("To be looked at"),
    FindingState.EXPLAINED: _l("It was in order"),
    FindingState.BREACH: _l("Breach"),
}
STATE_LOOKS = {
    FindingState.OPEN: ("soon", "clock"),
    FindingState.EXPLAINED: ("good", "check"),
    FindingState.BREACH: ("late", "alert"),
}
EXPLANATION_WORDS = {
    Explanation.OWN_TASK: _l("It belonged to the reader’s own task"),
    Explanation.COVERING: _l("The reader stood in for a colleague"),
    Explanation.ASKED_BY_FAMILY: _l("The pupil or a guardian had asked for it"),
    Explanation.CHANCE_LIKENESS: _l("A likeness by chance: the name, the address or the class tells nothing"),
    Explanation.TECHNICAL: _l("A technical reason, such as a new computer or a test"),
    Explanation.WRONG_PUPIL: _l("The wrong pupil was opened by mistake and left at once"),
}
