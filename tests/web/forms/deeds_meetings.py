"""The deeds on meetings: calling a group together, arranging the agenda, moving the meeting, calling it off."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

MEETING = "/meetings/{meeting_id}"
AGENDA = "/meetings/{pair_id}/agenda"
PLACE = {"place": "Tila Honka", "link": "https://etakokous.example/a"}
MEETINGS: Mapping[str, Deed] = {
    "meetings.plan": Deed(
        who="saara_curator",
        at="/meetings/new",
        answers={
            **PLACE,
            "cases": "{case_id}",
            "on": "3.12.2026",
            "clock": "9.15",
            "minutes": "30",
            "repeat": "weekly",
            "until": "10.12.2026",
        },
    ),
    "meetings.move": Deed(
        who="saara_curator", at=MEETING + "/move", answers={**PLACE, "on": "4.12.2026", "clock": "12"}
    ),
    "meetings.add_to_agenda": Deed(
        who="saara_curator", at="/meetings/{lone_id}/agenda", answers={"case": "{case_id}", "minutes": "20"}
    ),
    "meetings.step_item": Deed(who="saara_curator", at=AGENDA, keeps_all=True),
    "meetings.set_item_minutes": Deed(who="saara_curator", at=AGENDA, answers={"item-{pair_item}-minutes": "45"}),
    "meetings.remove": Deed(who="saara_curator", at=AGENDA + "/{pair_item}/remove", keeps_all=True),
    "meetings.call_off": Deed(who="saara_curator", at=MEETING + "/call-off", answers={"sure": "y"}),
}
