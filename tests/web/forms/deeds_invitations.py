"""The deeds on invitations: asking people to an item, leaving them out, answering, and the own calendar's address."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

ITEM = "/meetings/{meeting_id}/items/{item_id}"
DESK = ITEM + "/invitations"
INVITATIONS: Mapping[str, Deed] = {
    "meetings.invite": Deed(who="saara_curator", at=DESK, keeps_all=True),
    "meetings.invite_all": Deed(who="saara_curator", at=DESK, keeps_all=True),
    "meetings.leave_out": Deed(
        who="saara_curator",
        at=DESK + "/{aadas_guardian_person}/leave-out",
        answers={"why": "unreachable", "words": "Soitettu kolmesti."},
    ),
    "meetings.answer_told": Deed(
        who="saara_curator",
        at=DESK + "/{aadas_guardian_person}/answer",
        answers={"answer": "proposed", "on": "1.12.2026", "clock": "9.15", "note": "Soitti: aamulla sopii."},
    ),
    "meetings.reply": Deed(
        who="oona_own_teacher",
        at=ITEM + "/attendees/{attendee_id}/reply",
        answers={"answer": "proposed", "on": "1.12.2026", "clock": "9.15", "note": "Tunti on silloin."},
    ),
    "meetings.make_own_feed": Deed(who="oona_own_teacher", at="/meetings/feed", gives=200, keeps_all=True),
    "meetings.revoke_own_feed": Deed(
        who="oona_own_teacher", at="/account", to="/meetings/feed/revoke", keeps_all=True, changes=False
    ),
}
