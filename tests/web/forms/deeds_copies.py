"""The deeds of access copies."""

from collections.abc import Mapping

from tests.client import Page
from tests.web.forms.deed import Deed, first_offered
from tests.web.forms.scene import Scene

DESK = "/rights/copies"
NEW, REVIEW, DECIDED = DESK + "/{new_copy_id}", DESK + "/{access_copy_id}", DESK + "/{decided_copy_id}"
ASKED = {
    "name": "Aada Metsäpelto",
    "register": first_offered("register"),
    "asker": "representative",
    "asker_name": "Asianajaja Aino Aho",
    "identity_way": "document",
    "received_on": "20.11.2026",
    "words": "Haluan kaiken.",
    "language": "sv",
}


def _officer(at: str, answers: Mapping[str, object] | None = None, **more: object) -> Deed:
    return Deed(who="data_protection_officer", at=at, answers=answers or {}, **more)  # type: ignore[arg-type]  # a Deed's words


def _code_of_fetcher(scene: Scene, page: Page) -> str:
    del page
    return scene.company.signers["fetcher"].code(scene.clock.now)


COPIES: Mapping[str, Deed] = {
    "access_copies.find": _officer(DESK + "/new", {"name": "Aada"}, gives=200, changes=False),
    "access_copies.receive": _officer(DESK + "/new/{data_subject_id}", ASKED),
    "access_copies.receive_unknown": _officer(DESK + "/new/unknown", ASKED),
    "access_copies.make_sure": _officer(DESK + "/{unsure_copy_id}/identity", {"way": "document"}),
    "access_copies.gather": _officer(NEW, keeps_all=True),
    "access_copies.keep_mandate": _officer(DESK + "/{other_copy_id}/mandate", {"mandate": "person"}),
    "access_copies.extend": _officer(NEW + "/extend", {"until": "10.2.2027", "reasons": "Laaja aineisto."}),
    "access_copies.look_at": _officer(REVIEW + "/parts/{copy_part_id}", {"withheld": "third_person"}),
    "access_copies.give": _officer(DESK + "/{ready_copy_id}", keeps_all=True),
    "access_copies.refuse": _officer(NEW + "/refuse", {"why": "rights_of_others", "grounds": "Toisen oikeudet."}),
    "access_copies.hand_over": _officer(DECIDED + "/hand-over", {"on": "23.11.2026", "by": "post"}),
    "access_copies.close": _officer(DESK + "/{own_copy_id}", keeps_all=True),
    "access_copies.ask": Deed(
        who="aadas_guardian", at="/own/{own_student_id}/copies", answers={"words": "Lastenvalvojan päätös."}
    ),
    "access_copies.fetch": Deed(
        who="fetcher",
        at="/own/{fetcher_id}/copies/{fetched_copy_id}",
        answers={"kind": "json", "code": _code_of_fetcher},
        gives=200,
    ),
}
