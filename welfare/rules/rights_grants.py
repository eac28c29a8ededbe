"""Who opens a matter in an emergency and reviews that, reads the trail, and answers what people ask about their data.

By the code of each verb (see permissions.py).
"""

from collections.abc import Mapping

from welfare.rules.actors import Role
from welfare.rules.clauses import (
    Clause,
    holds,
    is_in_state,
    is_owner,
    is_responsible,
    is_somebody_else,
    is_staff,
    is_system,
    is_welfare_professional,
    not_excluded,
    serves_the_controller,
    serves_the_school,
    works_at_the_school_as,
)

Row = tuple[Clause, ...]
AS_OFFICER: Row = (is_staff, serves_the_controller(Role.DATA_PROTECTION_OFFICER))
AS_FREE_OFFICER: Row = (*AS_OFFICER, not_excluded)
"""No officer handles what is about oneself or the own family (HL 27-28 §)."""
AS_HEAD: Row = (is_staff, works_at_the_school_as(Role.PRINCIPAL), not_excluded)
KEEPERS = (Role.DATA_PROTECTION_OFFICER, Role.PROVIDER_COORDINATOR, Role.WELFARE_COORDINATOR)
"""Who looks after the end of records: the officer, and who answers for the register."""
AS_KEEPER: Row = (is_staff, serves_the_controller(*KEEPERS))
AS_CONTROLLER: Row = (is_staff, serves_the_controller(Role.PROVIDER_COORDINATOR, Role.WELFARE_COORDINATOR))
AS_SERVICE: Row = (is_staff, is_welfare_professional, serves_the_school, not_excluded)

RIGHTS_GRANTS: Mapping[str, tuple[Row, ...]] = {
    # OHL 23 § 2: the pupil's own services, for what is necessary; nobody is let off, and no office has a way in.
    "emergency:open": (AS_SERVICE,),
    "emergency:read": ((*AS_SERVICE, is_owner, is_in_state("open")),),
    "emergency:end": ((is_staff, is_owner, is_in_state("open")),),
    # TihL 16-17 §: the controller's officer looks at each opening, and nobody at an own one, or one of
    # the own family (HL 27-28 §).
    "emergency:list": ((is_staff, holds(Role.DATA_PROTECTION_OFFICER)),),
    "emergency:review": ((*AS_FREE_OFFICER, is_somebody_else),),
    # TihL 17 §, ATL 10 §: the controller's officer follows how data is used, and nobody the own use or the own family.
    "log_review:list": ((is_staff, holds(Role.DATA_PROTECTION_OFFICER)),),
    "log_review:handle": ((*AS_FREE_OFFICER, is_somebody_else),),
    # GDPR 33-34, 39: the officer keeps the file; nobody the one about the own use or the own family.
    "breach:list": ((is_staff, holds(Role.DATA_PROTECTION_OFFICER)),),
    "breach:open": ((is_staff, holds(Role.DATA_PROTECTION_OFFICER)),),
    "breach:seek": ((*AS_FREE_OFFICER, is_somebody_else),),
    "breach:handle": ((*AS_FREE_OFFICER, is_somebody_else),),
    "decoy:list": ((is_staff, holds(Role.DATA_PROTECTION_OFFICER)),),
    "decoy:keep": (AS_FREE_OFFICER,),
    # 661/2009 36-37 §: whose duty directly needs it, and nobody near the family (HL 27-28 §). Whoever answers for the
    # school and its officer see who has looked.
    "non_disclosure:list": (
        (is_staff, holds(Role.PRINCIPAL)),
        (is_staff, is_welfare_professional),
        (is_staff, holds(Role.DATA_PROTECTION_OFFICER)),
    ),
    "non_disclosure:read": (AS_HEAD, AS_SERVICE),
    "non_disclosure:set": (AS_HEAD, AS_SERVICE),
    "non_disclosure:propose": (AS_HEAD, AS_SERVICE),
    "non_disclosure:end": ((*AS_HEAD, is_somebody_else), (*AS_SERVICE, is_somebody_else)),
    "non_disclosure:looks": (AS_HEAD, AS_FREE_OFFICER),
    "place:read": (AS_HEAD, AS_SERVICE),
    # TihL 17 §, ATL 10 §: the trail is for oversight alone; it holds no content, and reading it leaves an event.
    "audit:read": ((is_staff, holds(Role.DATA_PROTECTION_OFFICER)),),
    "audit:export": ((is_staff, holds(Role.DATA_PROTECTION_OFFICER)), (is_system,)),
    "audit:verify": ((is_system,),),
    "audit:anchor": ((is_system,),),
    # ATL 11 §, GDPR 12 and 15: the controller answers; its officer keeps the desk.
    "log_request:list": ((is_staff, holds(Role.DATA_PROTECTION_OFFICER)),),
    "log_request:receive": (AS_FREE_OFFICER,),
    "log_request:handle": (AS_FREE_OFFICER,),
    # GDPR 15, JulkL 11-12 §: records are opened for the copy alone, while a request is being reviewed.
    "access_copy:list": ((is_staff, holds(Role.DATA_PROTECTION_OFFICER)),),
    "access_copy:receive": (AS_FREE_OFFICER,),
    "access_copy:handle": (AS_FREE_OFFICER,),
    # GDPR 16: the desk receives and answers; what is right is assessed by whoever keeps the record (OHL 20 § 3).
    "rectification:list": ((is_staff, holds(Role.DATA_PROTECTION_OFFICER)),),
    "rectification:receive": (AS_FREE_OFFICER,),
    "rectification:handle": (AS_FREE_OFFICER,),
    "rectification:assess": ((is_staff, is_responsible, not_excluded),),
    "access_copy:review": ((*AS_FREE_OFFICER, is_in_state("review")),),
    # TihL 21 §, GDPR 38(6): the controller decides how long; its officer advises, and does not decide on the means.
    "retention:see": ((is_staff, holds(*KEEPERS)),),
    "retention:read": (AS_KEEPER,),
    "retention:rule": (AS_CONTROLLER,),
    "retention:hold": ((*AS_KEEPER, not_excluded),),
    # TihL 21 § 2: at the end, without delay; by two persons, because there is no way back, and neither of them where
    # something about oneself or the own family stands on the list (HL 27-28 §).
    "retention:propose": (AS_KEEPER,),
    "retention:approve": ((*AS_KEEPER, is_somebody_else, not_excluded),),
}
