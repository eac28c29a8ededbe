"""The deeds of the rights desk."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed, first_offered

DESK = "/rights/logs"
ONE = DESK + "/{log_request_id}"
ASKED = {
    "name": "Aada Metsäpelto",
    "register": first_offered("register"),
    "asker": "representative",
    "asker_name": "Asianajaja Aino Aho",
    "identity_way": "document",
    "received_on": "20.11.2026",
    "since_on": "1.8.2026",
    "special_reason": "Epäilys.",
    "words": "Kuka on katsonut?",
    "language": "sv",
}


def _officer(at: str, answers: Mapping[str, object] | None = None, **more: object) -> Deed:
    return Deed(who="data_protection_officer", at=at, answers=answers or {}, **more)  # type: ignore[arg-type]  # a Deed's words


RIGHTS: Mapping[str, Deed] = {
    "datarights.find": _officer(DESK + "/new", {"name": "Aada"}, gives=200, changes=False),
    "datarights.ask": Deed(
        who="aadas_guardian", at="/own/{own_student_id}/read/odd", answers={"register": "social", "words": "Outo nimi."}
    ),
    "datarights.receive": _officer(DESK + "/new/{data_subject_id}", ASKED),
    "datarights.receive_unknown": _officer(DESK + "/new/unknown", ASKED),
    "datarights.make_sure": _officer(DESK + "/{unsure_log_id}/identity", {"way": "document"}),
    "datarights.keep_mandate": _officer(DESK + "/{other_log_id}/mandate", {"mandate": "person"}),
    "datarights.extend": _officer(ONE + "/extend", {"until": "10.2.2027", "reasons": "Paljon tapahtumia."}),
    "datarights.grant": _officer(ONE, keeps_all=True),
    "datarights.refuse": _officer(ONE + "/refuse", {"why": "rights_of_others", "grounds": "Toisen oikeudet."}),
    "datarights.send": _officer(DESK + "/{granted_log_id}/send", {"on": "23.11.2026", "by": "post"}),
    "datarights.close": _officer(DESK + "/{sent_log_id}", keeps_all=True),
}
