"""The deeds of taking part: hearings, and ideas of classes."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

HEARING = {
    "heard": "pupils",
    "whom": "Oppilaskunta",
    "held_on": "9.11.2026",
    "way": "council",
    "count": "9",
    "about": "Piha",
    "said": "Penkit puuttuvat.",
    "effect": "Penkit tilattiin.",
}
UNIT = "/communal/{unit_id}"
PARTICIPATION: Mapping[str, Deed] = {
    "participation.new_hearing": Deed(who="principal", at=UNIT + "/hearings/new", answers=HEARING),
    "participation.change_hearing": Deed(who="principal", at=UNIT + "/hearings/{hearing_id}", answers=HEARING),
    "participation.new_idea": Deed(
        who="oona_own_teacher",
        at=UNIT + "/ideas/new",
        answers={"school_class": "{idea_class_id}", "text": "Enemmän valoa."},
    ),
    "participation.take_step": Deed(
        who="principal", at=UNIT + "/ideas/{idea_id}", answers={"to": "council", "words": "Hyvä ajatus."}
    ),
    "participation.give": Deed(who="aada_herself", at="/ideas", answers={"text": "Enemmän valoa."}),
}
