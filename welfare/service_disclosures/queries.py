"""The expert group that may be told something of a client: the rule of either register must let it across."""

from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.cases.models import Case
from welfare.cases.queries import case_facts
from welfare.rules.permissions import Permission, decide
from welfare.service_notes.models import ClientFile
from welfare.service_notes.queries.loading import facts_of


def load_group(reading: Reading, case_id: UUID) -> Loaded | None:
    """Loader of ``<group_id:case>`` within a client whose record one may disclose from; None for another pupil's.

    The gate then asks about the group, on the facts of the matter.
    """
    client, case = reading.loaded.get("client"), reading.session.get(Case, case_id)
    if not isinstance(client, ClientFile) or case is None or case.student_id != client.student_id:
        return None
    own = facts_of(reading.session, client, reading.actor, reading.now.astimezone(HOME_ZONE).date())
    if not decide(reading.actor, Permission.CLIENT_DISCLOSE, own).is_granted:
        return None
    return Loaded(case, case_facts(reading, case))
