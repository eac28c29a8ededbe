"""The deeds of an emergency: opening a matter, ending it, reviewing it."""

from collections.abc import Mapping

from tests.web.forms.deed import Deed
from tests.web.forms.deeds_accounts import code_of_app

EMERGENCIES: Mapping[str, Deed] = {
    "emergencies.open": Deed(
        who="signer",
        at="/emergencies/new/{endangered_id}",
        answers={
            "reason": "missing_pupil",
            "words": "Aada ei ole tullut kotiin.",
            "sections": "matter",
            "code": code_of_app,
        },
    ),
    "emergencies.end": Deed(who="curator_colleague", at="/emergencies/{emergency_id}", keeps_all=True),
    "emergencies.review": Deed(
        who="data_protection_officer",
        at="/emergencies/{emergency_id}/review",
        answers={
            "finding": "justified",
            "words": "Poliisi etsi.",
            "delayed_until": "30.11.2026",
            "delay": "Tutkinta kesken.",
        },
    ),
}
