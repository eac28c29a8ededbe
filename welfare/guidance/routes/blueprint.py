"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.communal.loaders import load_unit
from welfare.guidance.queries import load_instruction, load_own_instruction, load_training

bp = GuardedBlueprint(
    "guidance",
    __name__,
    subjects={
        "unit_id": load_unit,
        "instruction_id": load_instruction,
        "own_instruction_id": load_own_instruction,
        "training_id": load_training,
    },
)
UNIT = "/communal/<unit_id:unit>"
