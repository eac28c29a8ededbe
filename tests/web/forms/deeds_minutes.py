"""The deeds of a meeting that is held: going on from item to item, writing its minutes, making them final."""

from collections.abc import Mapping

from tests.builders_minutes import WHOLE
from tests.web.forms.deed import Deed, first_offered

RUNNING = "/meetings/{running_id}"
ITEM = RUNNING + "/items/{running_item}"


def _saara(at: str, answers: Mapping[str, object], **more: object) -> Deed:
    return Deed(who="saara_curator", at=at, answers=answers, **more)  # type: ignore[arg-type]  # a Deed's own words


MINUTES: Mapping[str, Deed] = {
    "meetings.begin": _saara("/meetings/{meeting_id}", {}, keeps_all=True),
    "meetings.end": _saara(RUNNING, {}, keeps_all=True),
    "meetings.take_up": _saara("/meetings/{waiting_id}/next", {"present": first_offered("present")}),
    "meetings.save_minutes": _saara(ITEM + "/minutes", WHOLE),
    "meetings.autosave_section": _saara(
        ITEM + "/minutes", {"handling": WHOLE["handling"]}, to=ITEM + "/minutes/sections/handling", gives=204
    ),
    "meetings.autosave_measure": _saara(
        ITEM + "/minutes", {"measure_1_what": "Aamuvastaanotto"}, to=ITEM + "/minutes/measures/1", gives=204
    ),
    "meetings.keep_presence": _saara(
        ITEM + "/minutes",
        {"at-{running_attendee_hex}-presence": "left"},
        to=ITEM + "/attendees/{running_attendee}/presence",
        gives=204,
    ),
    "meetings.finalise": _saara("/meetings/{whole_id}/items/{whole_item}/final", {"sure": "yes"}),
}
