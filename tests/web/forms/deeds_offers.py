"""The deeds on what a provider offers, and on its use in a matter."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed

ARRANGEMENT = {
    "name_fi": "Hiljainen huone",
    "name_sv": "Tyst rum",
    "description_fi": "Rauhallinen tila.",
    "description_sv": "Ett lugnt utrymme.",
    "conditions_fi": "Sovitaan opettajan kanssa.",
    "conditions_sv": "Avtalas med läraren.",
}
OFFERS: Mapping[str, Deed] = {
    "arrangements.new_arrangement": Deed(
        who="coordinator", at="/arrangements/of/{provider_id}/new", answers=ARRANGEMENT
    ),
    "arrangements.change": Deed(
        who="administrator", at="/arrangements/{arrangement_id}", answers={**ARRANGEMENT, "state": "ended"}
    ),
    "arrangements.new_use": Deed(
        who="mirja_nurse",
        at="/cases/{case_id}/arrangements/new",
        answers={
            "arrangement": "{arrangement_id}",
            "starts_on": "23.11.2026",
            "ends_on": "18.12.2026",
            "conditions": "Aamut alkavat kymmeneltä.",
        },
    ),
    "arrangements.end_use": Deed(
        who="mirja_nurse",
        at="/cases/{case_id}/arrangements/{use_id}/end",
        answers={"ended_on": "20.11.2026", "outcome": "Aamut sujuvat."},
    ),
}
