"""The deeds of communal groups."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

GROUP = "/communal/{unit_id}/groups/{welfare_group_id}"
NEXT = {"begins_on": "9.8.2027", "ends_on": "3.6.2028", "decision": "8 §"}

MEETING = "/communal/meetings/{communal_meeting_id}"
MEETING_HELD, MEETING_CLOSED = "/communal/meetings/{open_memo_id}", "/communal/meetings/{memo_closed_id}"
ITEM = MEETING + "/agenda/{agenda_item_id}"
TITLES = {"title_fi": "Välitunnit", "title_sv": "Rasterna"}

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
    "communal.new_meeting": Deed(
        who="oona_own_teacher",
        at="/communal/{unit_id}/meetings/new",
        answers={"on": "10.12.2026", "begins": "14.15", "ends": "15.30", "theme_fi": "Kaverit", "place": "Luokka 12"},
    ),
    "communal.invite_group": Deed(who="oona_own_teacher", at=MEETING, keeps_all=True),
    "communal.move_meeting": Deed(who="oona_own_teacher", at=MEETING + "/move", answers={"place": "Kirjasto"}),
    "communal.call_off_meeting": Deed(who="oona_own_teacher", at=MEETING + "/call-off", answers={"sure": "y"}),
    "communal.add_item": Deed(who="oona_own_teacher", at=MEETING + "/agenda", answers=TITLES),
    "communal.name_item": Deed(who="oona_own_teacher", at=ITEM + "/name", answers=TITLES),
    "communal.move_item": Deed(who="oona_own_teacher", at=MEETING + "/agenda", keeps_all=True),
    "communal.remove_item": Deed(who="oona_own_teacher", at=MEETING + "/agenda", keeps_all=True),
    "communal.save_memo": Deed(
        who="oona_own_teacher",
        at=MEETING + "/memo",
        answers={"text_{agenda_item_id_hex}_fi": "Ilmapiirikysely tehdään tammikuussa."},
    ),
    "communal.autosave_memo": Deed(
        who="oona_own_teacher",
        at=MEETING + "/memo",
        answers={"text_{agenda_item_id_hex}_sv": "Enkäten om klimatet görs i januari."},
        to=MEETING + "/memo/{agenda_item_id}/sv",
        gives=204,
    ),
    "communal.save_attendance": Deed(
        who="oona_own_teacher", at=MEETING + "/attendance", answers={"seat_{seat_id_hex}": "y"}
    ),
    "communal.new_decision": Deed(
        who="oona_own_teacher",
        at=MEETING + "/decisions/new",
        answers={
            "what_fi": "Sovitaan välituntivalvonnasta.",
            "owner": "{principal_person}.principal",
            "due_on": "18.12.2026",
        },
    ),
    "communal.end_decision": Deed(
        who="mirja_nurse",
        at="/communal/decisions/{decision_id}/end",
        answers={"state": "undone", "reason": "Siirtyy kevääseen."},
    ),
    "communal.close_memo": Deed(who="curator_colleague", at=MEETING_HELD + "/close", answers={"sure": "y"}),
    "communal.add_to_memo": Deed(
        who="curator_colleague",
        at=MEETING_CLOSED + "/additions/new",
        answers={"text_fi": "Kohdassa 3 tarkoitettiin tammikuuta."},
    ),
}
