"""Words of measures, wherever they were agreed on: in a meeting, in a plan (IND §11)."""

from flask_babel import lazy_gettext as _l

from welfare.rules.measures import MeasureState

MEASURE_WORDS = {
    MeasureState.DRAFT: _l("Being written"),
    MeasureState.OPEN: _l("To be done"),
    MeasureState.DONE: _l("Done"),
    MeasureState.NOT_DONE: _l("Not done"),
}
MEASURE_LOOKS = {
    MeasureState.DRAFT: ("", "note"),
    MeasureState.OPEN: ("soon", "clock"),
    MeasureState.DONE: ("good", "check"),
    MeasureState.NOT_DONE: ("late", "alert"),
}
OVERDUE_LOOK = ("late", "alert")
