"""Who may do what with the services' own records, by the code of each verb (OHL 20 § 2; rule 22; see permissions.py).

No row knows a school, a group or a consent of the welfare register: a client is one's own, covered, or not there.
"""

from collections.abc import Mapping

from welfare.rules.clauses import (
    Clause,
    covers_the_worker,
    is_in_state,
    is_offered_to,
    is_own_worker,
    is_owner,
    is_staff,
    is_welfare_professional,
    is_without_worker,
    keeps_the_register,
    keeps_the_register_here,
    serves_the_school,
)

Row = tuple[Clause, ...]
AS_WORKER: Row = (is_staff, keeps_the_register, is_own_worker)
AS_COVER: Row = (is_staff, keeps_the_register, covers_the_worker)
LIVE = "live"
ENDED = "ended"

SERVICE_GRANTS: Mapping[str, tuple[Row, ...]] = {
    "client:list": ((is_staff, is_welfare_professional),),
    "client:begin": ((is_staff, is_welfare_professional),),
    "client:begin_for": ((is_staff, is_welfare_professional, serves_the_school),),
    "client:read": (AS_WORKER, AS_COVER),
    "client:log_read": (AS_WORKER,),
    "client:disclose": (AS_WORKER, AS_COVER),
    "client:hand_over": (AS_WORKER,),
    "client:take_over": ((is_staff, keeps_the_register, is_offered_to),),
    "client:take_vacant": ((is_staff, keeps_the_register_here, is_without_worker, is_in_state(LIVE)),),
    "service_note:write": (AS_WORKER, AS_COVER),
    "service_note:correct": (AS_WORKER, AS_COVER),
    "service_note:print": (AS_WORKER, AS_COVER),
    "appointment:keep": ((*AS_WORKER, is_in_state(LIVE)), (*AS_COVER, is_in_state(LIVE))),
    "cover:arrange": ((is_staff, is_welfare_professional),),
    "cover:end": ((is_staff, is_owner),),
}
"""What ``service_records = off`` takes away (config/settings.py)."""
