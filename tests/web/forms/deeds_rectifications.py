"""The deeds of corrections that are asked for."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed, first_offered

DESK = "/rights/corrections"
ONE = DESK + "/{desk_rectification_id}"
SAID = {"wrong": "Päivä on väärä.", "right": "Se oli tiistai."}
ASKED = {
    "name": "Aada Metsäpelto",
    "register": first_offered("register"),
    "asker": "representative",
    "asker_name": "Asianajaja Aino Aho",
    "identity_way": "document",
    "received_on": "20.11.2026",
    "language": "sv",
    **SAID,
}


def _officer(at: str, answers: Mapping[str, object] | None = None, **more: object) -> Deed:
    return Deed(who="data_protection_officer", at=at, answers=answers or {}, **more)  # type: ignore[arg-type]  # a Deed's words


RECTIFICATIONS: Mapping[str, Deed] = {
    "rectifications.find": _officer(DESK + "/new", {"name": "Aada"}, gives=200, changes=False),
    "rectifications.receive": _officer(DESK + "/new/{data_subject_id}", {**ASKED, "record": first_offered("record")}),
    "rectifications.receive_unknown": _officer(DESK + "/new/unknown", ASKED),
    "rectifications.make_sure": _officer(DESK + "/{unsure_rectification_id}/identity", {"way": "document"}),
    "rectifications.keep_mandate": _officer(DESK + "/{other_rectification_id}/mandate", {"mandate": "person"}),
    "rectifications.extend": _officer(ONE + "/extend", {"until": "10.2.2027", "reasons": "Laaja aineisto."}),
    "rectifications.refuse": _officer(ONE, {"grounds": "Oikeutta ei ole."}),
    "rectifications.settle": _officer(
        DESK + "/{directory_rectification_id}/settle",
        {"outcome": "at_source", "words": "Pyydetty oppilasrekisteristä."},
    ),
    "rectifications.tell": _officer(DESK + "/{decided_rectification_id}/tell", {"on": "23.11.2026", "by": "post"}),
    "rectifications.assess": Deed(
        who="saara_curator",
        at="/cases/{case_id}/corrections-asked/{rectification_id}",
        answers={"outcome": "refused", "why": "not_wrong", "words": "Kirjaus on oikein."},
    ),
    "client_rectifications.assess": Deed(
        who="saara_curator",
        at="/clients/{client_id}/corrections-asked/{client_rectification_id}",
        answers={"outcome": "refused", "why": "not_wrong", "words": "Kirjaus on oikein."},
    ),
    "rectifications.ask": Deed(
        who="aada_herself",
        at="/own/{own_student_id}/corrections",
        answers={"record": first_offered("record"), **SAID},
    ),
}
