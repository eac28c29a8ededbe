"""What lies on the rights desk: Aada's requests, each so far."""

from collections.abc import Mapping
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_breaches import a_breach
from tests.builders_copies import a_copy, part_of
from tests.builders_log_reviews import a_decoy, a_finding
from tests.builders_rectifications import a_rectification
from tests.builders_rights import a_log_request
from tests.web.cast_retention import retention_things
from welfare.datarights.asked import IdentityWay
from welfare.rules.access_copies import CopyState
from welfare.rules.log_requests import Asker, LogState

OTHER = Asker.REPRESENTATIVE


def rights_things(village: Village, people: Mapping[str, Someone], case_id: UUID) -> dict[str, UUID]:
    """Aada asks who has looked; earlier she has asked twice, and once nobody made sure that it was she.

    Those who look after records have a list and a hold on their hands.
    """
    aada, officer = people["aada_herself"], people["data_protection_officer"]
    invented = _watched(village, people)
    reviewed = a_copy(village, aada, officer, CopyState.REVIEW)
    return {
        "rectification_id": a_rectification(village, aada, officer, case_id),
        "desk_rectification_id": a_rectification(village, aada, officer),
        "directory_rectification_id": a_rectification(village, aada, officer, is_of_directory=True),
        "unsure_rectification_id": a_rectification(village, aada, officer, case_id, way=IdentityWay.NOT_SURE),
        "other_rectification_id": a_rectification(village, aada, officer, asker=OTHER),
        "other_copy_id": a_copy(village, aada, officer, asker=OTHER),
        "other_log_id": a_log_request(village, aada, officer, asker=OTHER),
        "decided_rectification_id": a_rectification(village, aada, officer, case_id, is_decided=True),
        "access_copy_id": reviewed,
        "copy_part_id": part_of(village, reviewed),
        "new_copy_id": a_copy(village, aada, officer),
        "unsure_copy_id": a_copy(village, aada, officer, way=IdentityWay.NOT_SURE),
        "decided_copy_id": a_copy(village, aada, officer, CopyState.DECIDED),
        "own_copy_id": a_copy(village, aada, officer, CopyState.SENT),
        "data_subject_id": aada.person_id,
        "log_request_id": a_log_request(village, aada, officer),
        "unsure_log_id": a_log_request(village, aada, officer, way=IdentityWay.NOT_SURE),
        "granted_log_id": a_log_request(village, aada, officer, LogState.GRANTED),
        "decoy_student_id": invented,
        "concerned_id": invented,
        "breach_id": a_breach(village, people["curator_colleague"], aada, officer),
        "settled_breach_id": a_breach(village, people["curator_colleague"], aada, officer, is_settled=True),
        "hand_breach_id": a_breach(village, None, aada, officer),
        "finding_id": a_finding(village, people["curator_colleague"], aada),
        "sent_log_id": a_log_request(village, aada, officer, LogState.SENT),
        **retention_things(village, people, case_id),
    }


def asked_of_service(village: Village, people: Mapping[str, Someone], note_id: UUID) -> UUID:
    """Aada says that a note of the curator's is wrong."""
    return a_rectification(village, people["aada_herself"], people["data_protection_officer"], note_id=note_id)


def _watched(village: Village, people: Mapping[str, Someone]) -> UUID:
    """An invented pupil is a decoy."""
    invented = village.student("Eeli Olematon", village.a_class("9C"))
    a_decoy(village, invented, people["data_protection_officer"])
    return invented.person_id
