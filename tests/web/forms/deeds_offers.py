"""The deeds on what a provider offers, and on its use in a matter."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

ARRANGEMENT = {
    "name_fi": "Hiljainen huone",
    "name_sv": "Tyst rum",
    "description_fi": "Rauhallinen tila.",
    "description_sv": "Ett lugnt utrymme.",
    "conditions_fi": "Sovitaan opettajan kanssa.",
    "conditions_sv": "Avtalas med läraren.",
}
PROCESS = {
    "name_fi": "Opiskelukyky",
    "name_sv": "Studieförmåga",
    "steps_fi": "Sovitaan tavoite.",
    "steps_sv": "Målet avtalas.",
    "student_fi": "* Miten nukut?",
    "student_sv": "* Hur sover du?",
}
ASSESSMENTS = "/cases/{case_id}/assessments"
ANSWERS = {"q0": "4", "q1": "Rauhallinen aamu."}


def _aada(at: str, answers: Mapping[str, str], **more: object) -> Deed:
    return Deed(who="aada_herself", at=at, answers=answers, **more)  # type: ignore[arg-type]  # a Deed's own words


GRADES = {"secret_helped": "4", "secret_heard": "5", "secret_again": "3"}
PHRASE = {"place": "journal", "kind": "template", "text_fi": "Tilanne:\nSovittiin:", "text_sv": "Läget:\nAvtalat:"}
TEMPLATE = {
    "name_fi": "Kouluun paluu",
    "name_sv": "Tillbaka till skolan",
    "need_fi": "Mikä aamuissa on vaikeaa?",
    "need_sv": "Vad är svårt på morgnarna?",
}
OFFERS: Mapping[str, Deed] = {
    "plan_templates.new_template": Deed(who="coordinator", at="/plan-templates/of/{provider_id}/new", answers=TEMPLATE),
    "plan_templates.change": Deed(
        who="administrator", at="/plan-templates/{template_id}", answers={**TEMPLATE, "state": "ended"}
    ),
    "phrases.new_phrase": Deed(who="coordinator", at="/phrases/of/{provider_id}/new", answers=PHRASE),
    "phrases.change": Deed(who="administrator", at="/phrases/{phrase_id}", answers={**PHRASE, "state": "ended"}),
    "feedback.give": _aada("/feedback/{offer_id}", GRADES),
    "feedback.take_over": Deed(who="saara_curator", at="/cases/{closed_id}/feedback/answer", answers=GRADES),
    "feedback.skip": Deed(
        who="saara_curator",
        at="/cases/{closed_id}/feedback",
        answers={"why": "other", "words": "Muutti pois."},
    ),
    "assessments.new_process": Deed(
        who="coordinator", at="/assessment-processes/of/{provider_id}/new", answers=PROCESS
    ),
    "assessments.change_process": Deed(
        who="administrator", at="/assessment-processes/{process_id}", answers={**PROCESS, "state": "ended"}
    ),
    "assessments.new_assessment": Deed(
        who="mirja_nurse",
        at=ASSESSMENTS + "/new",
        answers={
            "model": "{process_id}",
            "aim": "Mitä aamut vaativat?",
            "due_on": "7.12.2026",
            "asked": "{aada_herself_person}",
        },
    ),
    "assessments.ask_more": Deed(
        who="mirja_nurse", at=ASSESSMENTS + "/{assessment_id}/ask", answers={"asked": "{aadas_guardian_person}"}
    ),
    "assessments.call_off": Deed(who="mirja_nurse", at=ASSESSMENTS + "/{assessment_id}", keeps_all=True),
    "assessments.conclude": Deed(
        who="saara_curator",
        at=ASSESSMENTS + "/{ready_id}/conclude",
        answers={"conclusion": "Aamut kevenevät.", "with_answers": "yes"},
    ),
    "assessments.answer": _aada("/observations/{observation_id}", ANSWERS),
    "assessments.keep_answers": _aada("/observations/{observation_id}", ANSWERS, gives=204, keeps_all=True),
    "assessments.discard_answers": _aada(
        "/account", {}, to="/observations/{observation_id}/draft/discard", keeps_all=True, changes=False
    ),
    "arrangements.new_arrangement": Deed(
        who="coordinator", at="/arrangements/of/{provider_id}/new", answers=ARRANGEMENT
    ),
    "arrangements.change": Deed(
        who="administrator", at="/arrangements/{arrangement_id}", answers={**ARRANGEMENT, "state": "ended"}
    ),
    "arrangements.new_use": Deed(
        who="mirja_nurse",
        at="/cases/{case_id}/arrangements/new",
        answers={
            "arrangement": "{arrangement_id}",
            "starts_on": "23.11.2026",
            "ends_on": "18.12.2026",
            "conditions": "Aamut alkavat kymmeneltä.",
        },
    ),
    "arrangements.end_use": Deed(
        who="mirja_nurse",
        at="/cases/{case_id}/arrangements/{use_id}/end",
        answers={"ended_on": "20.11.2026", "outcome": "Aamut sujuvat."},
    ),
}
