"""The deeds on plans: agreeing on a version, rating goals, closing one, telling what became of a measure, printing."""

from collections.abc import Mapping

from tests.web.forms.deed import Answer, Deed

PLAN, OWN = "/cases/{case_id}/plan", "/plans/{own_plan_id}"
VERSION: Mapping[str, Answer] = {
    "student_words": "Haluan tulla kouluun.",
    "student_absent": "Oppilas puhui vain vähän.",
    "heard": "in_talk",
    "help": "Tulkki Anna Aho",
    "guardian_view": "Aamut ovat kiireisiä.",
    "professional_view": "Uni tulee myöhään.",
    "strengths": "Piirtäminen.",
    "need": "Tukea aamuihin.",
    "g1_title": "Tulen kouluun neljänä aamuna",
    "g1_start": "Kaksi aamua.",
    "g1_weight": "2",
    **{f"g1_level_{number}": f"taso {number}" for number in range(1, 6)},
    "g1_m1_what": "Aamuvastaanotto",
    "g1_m1_by": "Mirja Kanervala",
    "g1_m1_followed_by": "Oona Rautasalo",
    "g1_m1_place": "Klo 8.15",
    "g1_m1_starts_on": "23.11.2026",
    "g1_m1_until": "18.12.2026",
    "rhythm": "Kolmen viikon välein",
    "partners": "Nuorisotyö.",
    "duration": "Kevääseen",
    "agreed_on": "23.11.2026",
    "review_on": "14.12.2026",
    "agreed_1_name": "Aada Metsäpelto",
    "agreed_1_how": "in_meeting",
}


def _saara(at: str, answers: Mapping[str, Answer], **more: object) -> Deed:
    return Deed(who="saara_curator", at=PLAN + at, answers=answers, **more)  # type: ignore[arg-type]  # a Deed's words


PLANS: Mapping[str, Deed] = {
    "plans.agree": _saara("/write", VERSION),
    "plans.autosave": _saara("/write", VERSION, gives=204, keeps_all=True),
    "plans.discard": Deed(
        who="saara_curator", at="/account", to=PLAN + "/write/discard", keeps_all=True, changes=False
    ),
    "plans.rate": _saara(
        "/rate", {"rater": "student", "rated_on": "20.11.2026", "goal_1": "-1", "note": "Maanantai meni hyvin."}
    ),
    "plans.close": _saara("/goals/{goal_id}/close", {"outcome": "not_attained", "note": "Tilanne muuttui."}),
    "plans.end": _saara("/measures/{plan_measure_id}/end", {"state": "not_done", "note": "Ei ehditty."}),
    "plans.print_plan": _saara(
        "/print", {"form": "student", "purpose": "other", "words": "Perehdytys"}, gives=200, changes=False
    ),
    "plans.keep_own_rating": Deed(
        who="aada_herself", at=OWN + "/rate", answers={"goal_1": "1", "note": "Aamut sujuvat."}
    ),
    "plans.print_own": Deed(
        who="aadas_guardian",
        at=OWN + "/print",
        keeps_all=True,
        gives=200,
        changes=False,
    ),
}
