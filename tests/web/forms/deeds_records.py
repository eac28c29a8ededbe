"""The deeds on final minutes: amendments, the lock, the paper, and what became of measures."""

from collections.abc import Mapping

from tests.web.forms.deed import Answer, Deed

ITEM = "/meetings/{held_id}/items/{final_id}"
RECORD = ITEM + "/record"


def _saara(at: str, answers: Mapping[str, Answer], **more: object) -> Deed:
    return Deed(who="saara_curator", at=at, answers=answers, **more)  # type: ignore[arg-type]  # a Deed's own words


RECORDS: Mapping[str, Deed] = {
    "meetings.propose": _saara(
        RECORD + "/amendments/new", {"section": "background", "text": "Poissaoloja maanantaisin."}
    ),
    "meetings.answer": _saara(
        RECORD + "/amendments/{proposal_id}/answer", {"state": "rejected", "reason": "Puhelusta ei sovittu."}
    ),
    "meetings.lock": _saara("/account", {}, to=RECORD + "/lock", keeps_all=True, changes=False),
    "meetings.read_back": _saara(RECORD + "/read-back", {"on": "23.11.2026"}),
    "meetings.print_minutes": _saara(
        ITEM + "/print", {"purpose": "other", "words": "Perehdytys"}, gives=200, changes=False
    ),
    "meetings.end_measure": _saara(
        ITEM + "/measures/{own_measure_id}/end", {"state": "not_done", "note": "Ei ehditty."}
    ),
}
