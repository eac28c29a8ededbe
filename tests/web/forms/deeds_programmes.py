"""The deeds of communal work: programmes and what they count."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

PROGRAMME = "/communal/{unit_id}/programmes/{programme_id}"
CLUB = {
    "name_fi": "Kuoro",
    "name_sv": "Kör",
    "state": "running",
    "coordinator": "{oona_own_teacher_account}",
    "q_sort": "arts",
    "q_bands": "7-9",
    "q_when": "Tiistaisin",
    "q_place": "Sali",
    "q_provider": "school",
    "q_places": "20",
    "q_fee": "0",
    "q_distance": "0",
    "q_languages": "fi",
    "q_accessible": "yes",
}
MEDIATION = {"season": "autumn", "q_about": "names", "q_result": "agreed", "q_kept": "yes", "q_count": "3"}
STEPS = {"text_fi": "Kerro aikuiselle.", "text_sv": "Berätta för en vuxen."}
PROGRAMMES: Mapping[str, Deed] = {
    "programmes.new_programme": Deed(who="principal", at="/communal/{unit_id}/programmes/new/club", answers=CLUB),
    "programmes.change": Deed(
        who="principal", at=PROGRAMME + "/edit", answers={"q_mediators": "14", "q_covered": "7-9"}
    ),
    "programmes.write_steps": Deed(who="principal", at=PROGRAMME + "/steps", answers=STEPS),
    "programmes.carry_on": Deed(who="principal", at=PROGRAMME, keeps_all=True),
    "programmes.new_entry": Deed(who="oona_own_teacher", at=PROGRAMME + "/mediations/new", answers=MEDIATION),
    "programmes.remove_entry": Deed(who="oona_own_teacher", at=PROGRAMME, keeps_all=True),
    "programmes.name_staff": Deed(
        who="oona_own_teacher", at=PROGRAMME, answers={"account": "{principal_account}", "since": "12.8.2026"}
    ),
    "programmes.remove_staff": Deed(who="oona_own_teacher", at=PROGRAMME, keeps_all=True),
}
