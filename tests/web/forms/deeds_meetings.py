"""The deeds on meetings: calling a group together, moving the meeting, calling it off."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

MEETING = "/meetings/{meeting_id}"
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
    "meetings.call_off": Deed(who="saara_curator", at=MEETING + "/call-off", answers={"sure": "y"}),
}
