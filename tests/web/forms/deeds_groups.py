"""The deeds of communal groups."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

GROUP = "/communal/{unit_id}/groups/{welfare_group_id}"
NEXT = {"begins_on": "9.8.2027", "ends_on": "3.6.2028", "decision": "8 §"}

GROUPS: Mapping[str, Deed] = {
    "communal.new_group": Deed(who="principal", at="/communal/{unit_id}/groups/new/school", answers=NEXT),
    "communal.change_group": Deed(who="principal", at=GROUP + "/change", answers={"tasks_fi": "Arvioi ja kehittää."}),
    "communal.follow_group": Deed(who="principal", at=GROUP + "/next", answers=NEXT),
    "communal.staff_seat": Deed(
        who="principal", at=GROUP + "/seats/staff", answers={"who": "{principal_person}.principal", "duty": "secretary"}
    ),
    "communal.other_seat": Deed(
        who="principal", at=GROUP + "/seats/others", answers={"holder": "pupils", "how_chosen": "Oppilaskunta"}
    ),
    "communal.end_seat": Deed(who="principal", at=GROUP + "/seats/{seat_id}/end", answers={"last_day": "31.5.2027"}),
}
