"""The deeds on matters: the matter itself, the journal, the consents and a minor's prohibition."""

from collections.abc import Mapping

from tests.builders_papers import a_png
from tests.client import Page
from tests.web.forms.deed import Answer, Deed, first_offered
from tests.web.forms.scene import Scene

CASE = "/cases/{case_id}"
JOURNAL = CASE + "/journal"
CONSENTS = CASE + "/consents"
PROHIBITIONS = "/students/{student_id}/prohibitions"
PROPOSAL = {
    "subject": "learning",
    "title": "Lukeminen",
    "background": "Lukeminen on hidasta.",
    "initiator": "student",
    "initiated_on": "20.11.2026",
}
SAID = {
    "given_on": "20.11.2026",
    "way": "paper",
    "language": "fi",
    "place": "Huone 114",
    "interpreter": "Ei tarvittu",
    "note": "Puhuttiin rauhassa.",
}
CONSENT = {
    **SAID,
    "giver": "{aada_herself_person}",
    "answer": "given",
    "valid_from": "20.11.2026",
    "valid_to": "20.5.2027",
    "scope": "Aamut.",
    "excluded": "Koti.",
}
ASKED = {
    "givers": "{aada_herself_person}",
    "form_language": "sv",
    "purpose": "Aamut ja jaksaminen.",
    "scope": "Aamut.",
    "excluded": "Koti.",
    "valid_to": "20.5.2027",
}
OUTSIDER = {
    "outsider_name": "Nelli Nuotio",
    "outsider_role": "Nuorisotyöntekijä",
    "outsider_organisation": "Rannan nuorisotalo",
}
MEETING: Mapping[str, Answer] = {
    "participants": first_offered("participants"),
    "occurred_on": "20.11.2026",
    "handling": "Sovittiin aamuvastaanotosta.",
    "student_view": "Aamut on vaikeimpia.",
    "information": "Aamuvastaanotto alkoi.",
    "measure_1_what": "Aamuvastaanotto ovella",
    "measure_1_by": "Petri Hongisto",
    "measure_1_followed_by": "Saara Lehtovirta",
    "measure_1_until": "18.12.2026",
}
NOTE = {"occurred_on": "20.11.2026", "heading": "Puhelu", "information": "Soitettiin kotiin."}
CORRECTION = {**NOTE, "reason": "Päivä oli väärä."}


def _scan(_scene: Scene, _page: Page) -> object:
    return a_png(), "sivu.png"


def _saara(at: str, answers: Mapping[str, Answer], **more: object) -> Deed:
    return Deed(who="saara_curator", at=at, answers=answers, **more)  # type: ignore[arg-type]  # a Deed's own words


CASES: Mapping[str, Deed] = {
    "cases.find_student": Deed(
        who="saara_curator", at="/cases/new", answers={"words": "Aada"}, gives=200, changes=False
    ),
    "cases.propose": _saara("/cases/new/{student_id}", PROPOSAL),
    "cases.keep_proposal": _saara("/cases/new/{student_id}", PROPOSAL, gives=204, keeps_all=True),
    "cases.discard_proposal": _saara(
        "/account", {}, to="/cases/new/{student_id}/draft/discard", keeps_all=True, changes=False
    ),
    "cases.edit": _saara(CASE + "/text", {"title": "Aamut", "background": "Poissaoloja maanantaisin."}),
    "cases.keep_text": _saara(CASE + "/text", {"title": "Aamut", "background": "Ma"}, gives=204, keeps_all=True),
    "cases.discard_text": _saara("/account", {}, to=CASE + "/text/draft/discard", keeps_all=True, changes=False),
    "drafts.keep": _saara(CASE + "/exclusions/new", {"reason": "Suku"}, gives=204, keeps_all=True),
    "drafts.discard": _saara(
        "/account", {}, to="/drafts/page/discard?page=" + CASE + "/exclusions/new", keeps_all=True, changes=False
    ),
    "cases.join": _saara(CASE + "/members/new", {"person": "{psychologist_person}"}),
    "cases.remove": _saara(CASE + "/members/{mirja_member}/remove", {"reason": "Siirtyi muualle."}),
    "cases.end": _saara(CASE + "/participants/{participant_id}/remove", {}),
    "cases.hand_over": _saara(CASE + "/responsible", {"member": "{mirja_member}", "reason": "Sovittu."}),
    "cases.exclude": _saara(
        CASE + "/exclusions/new", {"person": "{curator_colleague_person}", "reason": "Sukulainen."}
    ),
    "cases.end_exclusion": _saara(CASE + "/exclusions/{exclusion_id}/end", {"reason": "Väärä henkilö."}),
    "cases.take_step": _saara(
        CASE + "/steps/close",
        {"reason": "Asia on hoidettu.", "reached": "Aamut sujuvat.", "judges": "student", "leave_unfinished": "yes"},
    ),
}
CONSENT_DEEDS: Mapping[str, Deed] = {
    "consents.record": _saara(CONSENTS + "/new/group-handling", CONSENT),
    "consents.record member": _saara(
        CONSENTS + "/new/group-member", {**CONSENT, "member": "{curator_colleague_person}", "is_to_join": "yes"}
    ),
    "consents.record outsider": _saara(CONSENTS + "/new/outsider-participation", {**CONSENT, **OUTSIDER}),
    "consents.record disclosure": _saara(CONSENTS + "/new/disclosure", {**CONSENT, **OUTSIDER}),
    "consents.record transfer": _saara(CONSENTS + "/new/transfer", {**CONSENT, **OUTSIDER}),
    "consents.record_prohibition": _saara(
        CONSENTS + "/new/minor-prohibition",
        {**SAID, "guardian": "{aadas_guardian_person}", "weighty_reason": "Pelkää kotona.", "scope": "Kaikesta."},
    ),
    "papers.print_new": _saara(CONSENTS + "/forms/new/group-handling", ASKED),
    "papers.print_new members": _saara(
        CONSENTS + "/forms/new/group-member", {**ASKED, "members": "{curator_colleague_person}"}
    ),
    "papers.print_new outsider": _saara(CONSENTS + "/forms/new/outsider-participation", {**ASKED, **OUTSIDER}),
    "papers.scan_again": _saara(  # the scan that was ordered this very second is the one that is asked for
        "/account", {}, to=CONSENTS + "/{consent_id}/papers/{paper_id}/scan", keeps_all=True, changes=False
    ),
    "papers.attach": _saara(CONSENTS + "/{consent_id}/papers/new", {"file": _scan}),
    "consents.renew": _saara(CONSENTS + "/{consent_id}/renew", CONSENT),
    "consents.withdraw": _saara(
        CONSENTS + "/{named_consent_id}/withdraw",
        {"given_on": "23.11.2026", "way": "paper", "place": "Huone 114", "extent": "Kaikki."},
    ),
    "prohibitions.record": _saara(
        PROHIBITIONS + "/new",
        {**SAID, "guardian": "{aadas_guardian_person}", "weighty_reason": "Pelkää kotona.", "scope": "Kaikesta."},
    ),
    "prohibitions.assess": Deed(
        who="mirja_nurse",
        at=PROHIBITIONS + "/{prohibition_id}/assess",
        answers={
            "outcome": "partly",
            "part": "Kokouksen päivä.",
            "told": "Kielto on voimassa.",
            "grounds": "Ikä ja kehitystaso.",
            "role": "nurse",
            "assessed_on": "23.11.2026",
            "review_on": "23.2.2027",
        },
    ),
    "prohibitions.withdraw": _saara(
        PROHIBITIONS + "/{prohibition_id}/withdraw",
        {"given_on": "23.11.2026", "way": "paper", "place": "Huone 114", "extent": "Kaikki."},
    ),
}
JOURNAL_DEEDS: Mapping[str, Deed] = {
    "journal.save": _saara(JOURNAL + "/new/note", NOTE),
    "journal.save meeting": _saara(JOURNAL + "/new/meeting", MEETING),
    "journal.save own words": _saara(
        JOURNAL + "/new/own-words", {"occurred_on": "20.11.2026", "information": "En jaksa."}
    ),
    "journal.save opening": _saara(
        JOURNAL + "/new/opening", {"occurred_on": "20.11.2026", "subject": "Aamut", "background": "Poissaoloja."}
    ),
    "journal.autosave": _saara(JOURNAL + "/new/note", NOTE, gives=204, keeps_all=True),
    "journal.discard": _saara("/account", {}, to=JOURNAL + "/new/note/discard", keeps_all=True, changes=False),
    "journal.save_correction": _saara(JOURNAL + "/{entry_id}/correction", CORRECTION),
    "journal.autosave_correction": _saara(JOURNAL + "/{entry_id}/correction", CORRECTION, gives=204, keeps_all=True),
    "journal.discard_correction": _saara(
        "/account", {}, to=JOURNAL + "/{entry_id}/correction/discard", keeps_all=True, changes=False
    ),
    "journal.search": _saara(JOURNAL, {"words": "aamuista"}, gives=200, changes=False),
}
MATTERS: Mapping[str, Deed] = {**CASES, **CONSENT_DEEDS, **JOURNAL_DEEDS}
