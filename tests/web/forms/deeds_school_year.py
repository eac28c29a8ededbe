"""The deeds of a school year: the annual clock, the action plan and its evaluation."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

UNIT = "/communal/{unit_id}"
CLOCK = UNIT + "/clock"
TASK = {
    "title_fi": "Ryhmäytyspäivä",
    "title_sv": "Gruppdag",
    "month": "9",
    "day": "4",
    "owner": "role:class_teachers",
    "note": "Pihalla.",
}


def _principal(at: str, answers: Mapping[str, str] | None = None, **more: object) -> Deed:
    return Deed(who="principal", at=at, answers=answers or {}, **more)  # type: ignore[arg-type]  # a Deed's words


SCHOOL_YEAR: Mapping[str, Deed] = {
    "school_year.begin_clock": _principal(CLOCK + "/2027", keeps_all=True),
    "school_year.new_task": _principal(CLOCK + "/2026/new", TASK),
    "school_year.changed_task": _principal(CLOCK + "/tasks/{clock_task_id}", TASK),
    "school_year.no_task": _principal(CLOCK + "/tasks/{clock_task_id}", keeps_all=True),
    "school_year.done_task": _principal(CLOCK + "/2026", keeps_all=True),
    "school_year.undone_task": _principal(CLOCK + "/2026", keeps_all=True),
    "school_year.make_clock_feed": _principal(CLOCK + "/feed", keeps_all=True, gives=200),
    "school_year.revoke_clock_feed": _principal(
        CLOCK + "/feed", to=CLOCK + "/feed/revoke", keeps_all=True, changes=False
    ),
}
