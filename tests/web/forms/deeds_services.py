"""The deeds on clients of the services: beginning, writing, correcting, times, hand-overs, covers."""

from collections.abc import Mapping

from tests.web.forms.deed import Answer, Deed, first_offered

CLIENT = "/clients/{client_id}"
NEW = CLIENT + "/notes/new"
CORRECTION = CLIENT + "/notes/{note_id}/correction"
OFFER = "/clients/offers/{hand_over_id}"
DAY = {"occurred_on": "20.11.2026"}
NOTE = {**DAY, "heading": "Puhelu", "information": "Soitettiin kotiin.", "source": "Huoltaja"}
CONTACT = {**DAY, "way": "phone", "with_whom": "guardian", "information": "Sovittiin.", "source": "Huoltaja"}
NEED = {**DAY, "student_view": "En jaksa.", "need": "Tukea aamuihin.", "strengths": "Ystävät.", "source": "Koulu"}
PLAN = {
    **DAY,
    "student_view": "En jaksa.",
    "need": "Tukea aamuihin.",
    "strengths": "Ystävät.",
    "goals": "Ajoissa koulussa.",
    "measures": "Tapaaminen viikoittain.",
    "doers": "Kuraattori.",
    "follow_up": "Kuraattori tammikuussa.",
    "partners": "Koulu.",
}
TIME = {"on": "1.12.2026", "clock": "9.15", "minutes": "45", "way": "in_person", "place": "Huone 114", "about": "Aamut"}


def _saara(at: str, answers: Mapping[str, Answer], **more: object) -> Deed:
    return Deed(who="saara_curator", at=at, answers=answers, **more)  # type: ignore[arg-type]  # a Deed's own words


SERVICES: Mapping[str, Deed] = {
    "service_notes.search": _saara("/clients", {"name": "Aada"}, gives=200, changes=False),
    "service_notes.find": _saara("/clients/new", {"name": "Aada"}, gives=200, changes=False),
    "service_notes.begin": Deed(
        who="mirja_nurse",
        at="/clients/new/{student_id}",
        answers={"started_on": "20.11.2026", "initiator": "student", "grounds": "Pyysi itse."},
    ),
    "service_notes.save": _saara(NEW + "/note", NOTE),
    "service_notes.save contact": _saara(NEW + "/contact", CONTACT),
    "service_notes.save need": _saara(NEW + "/need", NEED),
    "service_notes.save plan": _saara(NEW + "/plan", PLAN),
    "service_notes.save ended": _saara(NEW + "/ended", {**DAY, "grounds": "Tavoitteet saavutettu."}),
    "service_notes.autosave": _saara(NEW + "/note", NOTE, gives=204, keeps_all=True),
    "service_notes.discard": _saara("/account", {}, to=NEW + "/note/discard", keeps_all=True, changes=False),
    "service_notes.save_correction": _saara(CORRECTION, {**NOTE, "reason": "Päivä oli väärä."}),
    "service_notes.autosave_correction": _saara(
        CORRECTION, {**NOTE, "reason": "Päivä oli väärä."}, gives=204, keeps_all=True
    ),
    "service_notes.discard_correction": _saara(
        "/account", {}, to=CORRECTION + "/discard", keeps_all=True, changes=False
    ),
    "service_notes.print_plan": _saara(
        CLIENT + "/plans/{plan_note_id}/print", {"purpose": "other", "words": "Perehdytys"}, gives=200, changes=False
    ),
    "service_notes.plan_appointment": _saara(CLIENT + "/appointments/new", TIME),
    "service_notes.move_appointment": _saara(CLIENT + "/appointments/{appointment_id}", TIME),
    "service_notes.call_off": _saara(CLIENT, {}, keeps_all=True),
    "service_notes.hand_over": _saara(
        "/clients/{free_client_id}/hand-over", {"to": first_offered("to"), "reason": "Vaihdan koulua."}
    ),
    "service_notes.take_back": _saara(CLIENT, {}, keeps_all=True),
    "service_notes.accept": Deed(who="curator_elsewhere", at=OFFER, keeps_all=True),
    "service_notes.decline": Deed(who="curator_elsewhere", at=OFFER, answers={"note": "En ehdi."}),
    "service_notes.take_vacant": Deed(
        who="psychologist",
        at="/clients/without-worker/{vacant_id}",
        answers={"reason": "Vastaava psykologi jakoi asiakkaat.", "no_conflict": "y"},
    ),
    "service_notes.arrange": _saara(
        "/clients/covers",
        {"cover": "{curator_colleague_account}", "first_on": "1.12.2026", "last_on": "4.12.2026", "note": "Avain."},
    ),
    "service_notes.end_cover": _saara("/clients/covers", {}, keeps_all=True),
    "service_disclosures.give": _saara(
        CLIENT + "/disclosure/{case_id}",
        {"passages": first_offered("passages"), "necessity": "Ryhmä ei muuten tiedä, mitä on sovittu."},
    ),
}
