"""Words for the codes of breaches."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.breaches import BreachKind, BreachState, Risk, Telling

KIND_WORDS = {
    BreachKind.SEEN: _l("Seen by somebody without a task"),
    BreachKind.GIVEN: _l("Given or sent to the wrong person"),
    BreachKind.CHANGED: _l("Changed without a right"),
    BreachKind.LOST: _l("Lost or out of reach"),
}
TOLD_AS = {
    BreachKind.SEEN: _l("Somebody has used information without a right"),
    BreachKind.GIVEN: _l("Information has gone to the wrong person"),
    BreachKind.CHANGED: _l("Somebody has changed information without a right"),
    BreachKind.LOST: _l("Information has been lost"),
}
"""What stands above it on the own pages."""
RISK_WORDS = {
    Risk.UNLIKELY: _l("A risk for those concerned is unlikely"),
    Risk.RISK: _l("A risk for those concerned"),
    Risk.HIGH: _l("A high risk for those concerned"),
}
STATE_WORDS = {BreachState.OPEN: lazy_pgettext("breach", "Open"), BreachState.CLOSED: _l("Closed")}
TELLING_WORDS = {Telling.TOLD: _l("It has been told"), Telling.NOT_TOLD: _l("Not told, for a reason")}
