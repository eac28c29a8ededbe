"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.assessments.queries import CATALOGUE, load_asked, load_assessment, load_observation

ASSESSMENT = "/cases/<case_id:case>/assessments/<assessment_id:assessment>"

bp = GuardedBlueprint(
    "assessments",
    __name__,
    subjects={
        "process_id": CATALOGUE.load,
        "assessment_id": load_assessment,
        "asked_id": load_asked,
        "observation_id": load_observation,
    },
)
