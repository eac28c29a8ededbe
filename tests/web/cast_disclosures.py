"""What has left Aada's matter, and the provider that hers exchanges packages with."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_cases import a_will
from tests.builders_disclosures import a_disclosure, a_partner, a_teacher_note
from welfare.rules.consent import ConsentKind
from welfare.rules.disclosure import DisclosureGround
from welfare.rules.giving import How


def given(village: Village, case_id: UUID, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """Saara has given Erja a passage to read and somebody outside a paper, and told the teachers what to do."""
    saara = people["saara_curator"]
    partner_id = a_partner(village, people["administrator"])
    by_consent = {"consent_id": a_will(village, case_id, people["aada_herself"], ConsentKind.TRANSFER)}
    sealed: dict[str, Any] = {
        "how": How.PARCEL,
        "ground": DisclosureGround.TRANSFER_CONSENT,
        "partner_id": partner_id,
        **by_consent,
    }
    return {
        "partner_id": partner_id,
        "parcel_id": a_disclosure(village, case_id, saara, **sealed),
        "copy_id": a_disclosure(village, case_id, saara, people["special_teacher"]),
        "disclosure_id": a_disclosure(village, case_id, saara),
        "teacher_note_id": (note_id := a_teacher_note(village, case_id, saara)),
        "class_note_id": note_id,
    }
