"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.communal.loaders import load_unit
from welfare.programmes.queries import load_entry, load_programme, load_staff

bp = GuardedBlueprint(
    "programmes",
    __name__,
    subjects={
        "unit_id": load_unit,
        "programme_id": load_programme,
        "programme_entry_id": load_entry,
        "programme_staff_id": load_staff,
    },
)
ALL = "/communal/<unit_id:unit>/programmes"
ONE = ALL + "/<programme_id:programme>"
