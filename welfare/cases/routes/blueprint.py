"""The room's blueprint and its loaders; whatever lies within a case is looked for within its case."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.cases.models import CaseMember, Exclusion, OutsideParticipant
from welfare.cases.queries import load_candidate, load_case, load_consent, load_form, load_paper, loader_within_case

bp = GuardedBlueprint(
    "cases",
    __name__,
    subjects={
        "case_id": load_case,
        "consent_id": load_consent,
        "form_id": load_form,
        "paper_id": load_paper,
        "member_id": loader_within_case(CaseMember),
        "participant_id": loader_within_case(OutsideParticipant),
        "exclusion_id": loader_within_case(Exclusion),
        "candidate_id": load_candidate,
    },
)
