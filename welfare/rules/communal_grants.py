"""Who may do what in communal welfare work, by the code of each verb (OHL 4 §, 14 §, 14 a §, 26 §; see permissions.py).

No row knows a student, a group of experts or a consent: communal work never knows a named pupil.
"""

from collections.abc import Mapping

from welfare.rules.actors import INSTITUTION_STAFF, WELFARE_PROFESSIONALS, Role
from welfare.rules.clauses import (
    Clause,
    chairs_the_welfare_group,
    holds,
    is_citizen,
    is_in_its_welfare_group,
    is_owner,
    is_staff,
    leads_the_community,
    works_in_the_community,
)

Row = tuple[Clause, ...]
COORDINATORS = frozenset({Role.PROVIDER_COORDINATOR, Role.WELFARE_COORDINATOR})
COMMUNITY_STAFF = INSTITUTION_STAFF | WELFARE_PROFESSIONALS | COORDINATORS
"""OHL 4 § 2: promoting welfare belongs to all who work with the students, and to those who answer for the whole."""
AS_COLLEAGUE: Row = (is_staff, works_in_the_community)
AS_GROUP: Row = (is_staff, works_in_the_community, is_in_its_welfare_group)
AS_LEADER: Row = (is_staff, leads_the_community)
AS_COORDINATOR: Row = (is_staff, works_in_the_community, is_owner)
"""Whoever has been named to coordinate a programme, or has written what it is about."""

COMMUNAL_GRANTS: Mapping[str, tuple[Row, ...]] = {
    "community:see": ((is_staff, holds(*COMMUNITY_STAFF)),),
    "community:read": (AS_COLLEAGUE,),
    # OHL 14 § 1-3: planned, carried out and evaluated by the welfare group, led by whoever answers for the unit.
    "community:write": (AS_LEADER, AS_GROUP),
    # OHL 4 § 2: carried out by whoever coordinates it. One entry may tell of few: it is its writer's alone.
    # OHL 4 § 1, POL 47 a §: every class is heard, through its teacher or by itself; nobody but its pupils in its name.
    "idea:bring": (AS_COLLEAGUE,),
    "idea:give": ((is_citizen, holds(Role.STUDENT)),),
    "programme:record": (AS_LEADER, AS_GROUP, AS_COORDINATOR),
    "programme:take_back": (AS_COORDINATOR,),
    # OHL 14 § 2: the group is led by whom the provider has named; the chair answers for what the memo says.
    "community:close_memo": (AS_LEADER, (is_staff, works_in_the_community, chairs_the_welfare_group)),
    "community:end_decision": (AS_LEADER, AS_GROUP, (is_staff, works_in_the_community, is_owner)),
    # OHL 4 § 2: carried out by all who work with the pupils; whoever answers for a task tells that it is done.
    "community:do_task": (AS_LEADER, AS_GROUP, (is_staff, works_in_the_community, is_owner)),
    # OHL 13 §, 14 §, 26 § 1: naming the group, approving plans and signing the review is the leader's own.
    "community:lead": (AS_LEADER,),
    # OHL 13 a §, 14 § 3, 14 a §, 26 § 1: who steers and follows up the whole of a provider or a county.
    "comparison:see": ((is_staff, holds(*COORDINATORS)),),
}
