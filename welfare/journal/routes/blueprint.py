"""The journal's blueprint; an entry is always looked for within its case."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.journal.queries import load_entry

JOURNAL = "/cases/<case_id:case>/journal"
ENTRY = f"{JOURNAL}/<entry_id:entry>"

bp = GuardedBlueprint("journal", __name__, subjects={"entry_id": load_entry})
