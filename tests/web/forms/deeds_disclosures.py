"""The deeds of giving something to outsiders: on one screen, on paper, and closing it again."""

from collections.abc import Mapping

from tests.web.forms.deed import Answer, Deed, first_offered

DISCLOSURES = "/cases/{case_id}/disclosures"
GIVEN: Mapping[str, Answer] = {
    "occurred_on": "20.11.2026",
    "passages": first_offered("passages"),
    "what": "Ohje: mitä tunnilla tehdään",
    "how": "told",
    "to_whom": "8B:n opettajat (6)",
    "ground": "teaching",
    "necessity": "Opettaja ei muuten tiedä, miten toimia.",
}

NOTE: Mapping[str, Answer] = {
    "text": "Tauko annetaan pyydettäessä.",
    "begins_on": "23.11.2026",
    "ends_on": "18.12.2026",
    "necessity": "Opettaja ei muuten tiedä, miten toimia.",
}


def _saara(at: str, answers: Mapping[str, Answer], **more: object) -> Deed:
    return Deed(who="saara_curator", at=at, answers=answers, **more)  # type: ignore[arg-type]  # a Deed's own words


DISCLOSING: Mapping[str, Deed] = {
    "disclosures.save": _saara(DISCLOSURES + "/new", GIVEN),
    "disclosures.autosave": _saara(DISCLOSURES + "/new", GIVEN, gives=204, keeps_all=True),
    "disclosures.handed_over": _saara(DISCLOSURES + "/{disclosure_id}", {"on": "23.11.2026"}),
    "disclosures.paper": _saara(DISCLOSURES + "/{disclosure_id}", {}, gives=200, keeps_all=True, changes=False),
    "disclosures.give_note": _saara("/cases/{case_id}/teacher-notes/new", NOTE),
    "disclosures.end_teacher_note": _saara("/cases/{case_id}/teacher-notes/{teacher_note_id}", {}, keeps_all=True),
    "disclosures.record_notice": _saara(
        "/cases/{case_id}/notices/new",
        {"ground": "notification", "made_on": "20.11.2026", "kept_in": "Kuraattorin asiakasrekisteri"},
    ),
    "disclosures.read_note": Deed(who="oona_own_teacher", at="/received", keeps_all=True),
    "disclosures.close": _saara(DISCLOSURES + "/{copy_id}", {}, keeps_all=True),
}
