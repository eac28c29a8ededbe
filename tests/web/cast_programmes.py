"""A programme of the cast's school, and who has a part in it."""

from collections.abc import Mapping
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_programmes import a_programme, counted, in_the_team
from welfare.rules.programmes import ProgrammeKind


def programme_things(village: Village, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """Oona coordinates peer mediation, and has counted some."""
    oona = people["oona_own_teacher"]
    mediation = a_programme(village, ProgrammeKind.MEDIATION, oona)
    return {
        "programme_id": mediation,
        "programme_entry_id": counted(village, mediation, oona, "mediations", 6, {"about": "names"}),
        "programme_staff_id": in_the_team(village, mediation, people["special_teacher"]),
    }
