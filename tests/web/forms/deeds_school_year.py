"""The deeds of a school year: the annual clock, the action plan and its evaluation, and plans by law."""

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
PLAN = UNIT + "/action-plan"
VERSION = UNIT + "/statutory-plans/versions/{plan_version_id}"
GOAL = {
    "title_fi": "Jokainen tulee nähdyksi",
    "title_sv": "Var och en blir sedd",
    "datum_source": "Oma kysely",
    "datum_value": "62 %",
    "datum_year": "2025",
    "target": "Kolme neljästä.",
    "owner": "role:principal",
}
MEASURE = {
    "what_fi": "Aamutervehdys",
    "what_sv": "Morgonhälsning",
    "strength": "early",
    "owner": "role:welfare_group",
    "due_on": "15.12.2026",
}
FOUND = {"rating": "mostly", "evidence": "Kysely.", "lessons": "Jatketaan."}


def _principal(at: str, answers: Mapping[str, str] | None = None, **more: object) -> Deed:
    return Deed(who="principal", at=at, answers=answers or {}, **more)  # type: ignore[arg-type]  # a Deed's words


SCHOOL_YEAR: Mapping[str, Deed] = {
    "school_year.begin_clock": _principal(CLOCK + "/2027", keeps_all=True),
    "school_year.new_task": _principal(CLOCK + "/2026/new", TASK),
    "school_year.changed_task": _principal(CLOCK + "/tasks/{clock_task_id}", TASK),
    "school_year.no_task": _principal(CLOCK + "/tasks/{clock_task_id}", keeps_all=True),
    "school_year.done_task": _principal(CLOCK + "/2026", keeps_all=True),
    "school_year.undone_task": _principal(CLOCK + "/2026", keeps_all=True),
    "school_year.begin_year_plan": _principal(PLAN + "/2027", keeps_all=True),
    "school_year.save_words": _principal(PLAN + "/2026/words", {"beginning": "Tulokset.", "heard": "Oppilaskunta."}),
    "school_year.new_goal": _principal(PLAN + "/2026/goals/new", GOAL),
    "school_year.changed_goal": _principal(PLAN + "/goals/{year_goal_id}", GOAL),
    "school_year.no_goal": _principal(PLAN + "/goals/{year_goal_id}", keeps_all=True),
    "school_year.new_measure": _principal(PLAN + "/goals/{year_goal_id}/measures/new", MEASURE),
    "school_year.changed_measure": _principal(PLAN + "/measures/{year_measure_id}", {**MEASURE, "state": "underway"}),
    "school_year.done_measure": _principal(PLAN + "/2026", keeps_all=True),
    "school_year.no_measure": _principal(PLAN + "/measures/{year_measure_id}", keeps_all=True),
    "school_year.approve": _principal(PLAN + "/2026/approve", {"comment": "Hyvä."}),
    "school_year.save_whole": _principal(
        PLAN + "/2026/evaluation/mid-year/whole", {**FOUND, "published_on": "20.11.2026"}
    ),
    "school_year.save_goal_finding": _principal(PLAN + "/goals/{year_goal_id}/evaluation/mid-year", FOUND),
    "school_year.finish": _principal(PLAN + "/2026/evaluation/mid-year", keeps_all=True, changes=False),
    "statutory_plans.begin_plan_version": _principal(UNIT + "/statutory-plans", keeps_all=True),
    "statutory_plans.save_text": _principal(
        VERSION + "/headings/prevention", {"text_fi": "Sovittu tapa.", "text_sv": "Avtalat sätt."}
    ),
    "statutory_plans.approve": _principal(
        VERSION + "/approve", {"decided": "Lautakunta", "approved_on": "20.11.2026", "review_on": "1.8.2027"}
    ),
    "statutory_plans.save_check": _principal(
        UNIT + "/self-control/2026/bullying",
        {
            "state": "defect",
            "evidence": "Luettelot.",
            "defect": "Seuranta.",
            "fix_by": "1.12.2026",
            "fixed_on": "20.11.2026",
        },
    ),
    "school_year.make_clock_feed": _principal(CLOCK + "/feed", keeps_all=True, gives=200),
    "school_year.revoke_clock_feed": _principal(
        CLOCK + "/feed", to=CLOCK + "/feed/revoke", keeps_all=True, changes=False
    ),
}
