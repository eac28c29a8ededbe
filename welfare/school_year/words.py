"""Words of the school year: owners, and how things stand."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.annual_clock import Bearer, TaskState

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
