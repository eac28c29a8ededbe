"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.indicators.queries import load_defect, load_discussion, load_import, load_inspection, load_own, load_survey

bp = GuardedBlueprint(
    "indicators",
    __name__,
    subjects={
        "import_id": load_import,
        "discussion_id": load_discussion,
        "inspection_id": load_inspection,
        "defect_id": load_defect,
        "survey_id": load_survey,
        "own_indicator_id": load_own,
    },
)
UNIT = "/communal/<unit_id:unit>"
