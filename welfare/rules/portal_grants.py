"""Who may do what on the own pages of families, by the code of each verb (OHL 14, 18-19 §; see permissions.py).

JulkL 11-12 §: one's own, and a minor's guardians their child's. Of each matter by itself the rows with `not_shut_out`
decide, so that a guardian who is shut out finds a page without any (rule 13; rules/portal.py).
"""

from collections.abc import Mapping

from welfare.rules.actors import Role
from welfare.rules.clauses import (
    Clause,
    decides_here,
    holds,
    is_citizen,
    is_guardian,
    is_in_state,
    is_owner,
    is_sender,
    is_staff,
    is_the_student,
    not_shut_out,
    serves_the_controller,
    works_at_the_school_as,
)

Row = tuple[Clause, ...]
AS_FAMILY: tuple[Row, ...] = ((is_citizen, is_the_student), (is_citizen, is_guardian, not_shut_out))
"""The student, and a minor's guardian whom the minor has not shut out (OHL 18 § 1-2; rules 13 and 35)."""
OF_STUDENT: tuple[Row, ...] = ((is_citizen, is_the_student), (is_citizen, is_guardian))
"""The page itself, which a guardian has whether there is any matter or not: its absence would tell."""
REQUEST_STANDS = is_in_state("received", "claimed", "talk_offered", "talk_held")
AWAITS_TALK = is_in_state("received", "claimed", "talk_offered")
AT_WORK = is_in_state("open", "follow_up")

PORTAL_GRANTS: Mapping[str, tuple[Row, ...]] = {
    # OHL 15 § 1: whoever asked may say more; the talk is the student's right, so the student alone gives it up.
    "request:add": tuple((*row, is_sender, REQUEST_STANDS) for row in OF_STUDENT),
    "request:take_back": ((is_citizen, is_the_student, is_sender, AWAITS_TALK),),
    "request:talk_accept": ((is_citizen, is_the_student, is_sender, is_in_state("talk_offered")),),
    # The office of the school, which knows the families, and the provider's administrator hand the way in out.
    "family_letter:list": ((is_staff, holds(Role.SCHOOL_SECRETARY, Role.ADMINISTRATOR)),),
    "family_letter:make": (
        (is_staff, works_at_the_school_as(Role.SCHOOL_SECRETARY)),
        (is_staff, serves_the_controller(Role.ADMINISTRATOR)),
    ),
    "portal:see": ((is_citizen,),),
    "portal:read": OF_STUDENT,
    # ATL 11 §, GDPR 15: the student asks for oneself; a guardian is shown the welfare register's part of what the
    # guardian may read, and no service's.
    "portal:log_read": OF_STUDENT,
    # Anybody may ask; whether there is a right to the answer is decided at the desk, so that asking tells nothing.
    "log_request:ask": OF_STUDENT,
    "access_copy:ask": OF_STUDENT,
    "rectification:ask": OF_STUDENT,
    # GDPR 15(3): whoever asked, for the days that the decision tells; a guardian who was shut out since is turned away.
    "access_copy:fetch": tuple((*row, is_owner, is_in_state("open")) for row in OF_STUDENT),
    # OHL 14 § 4, 19 § 1, LHL 5 §: whoever decides answers; as easily back as given (GDPR 7), while there is a matter.
    "consent:give_own": tuple((*row, decides_here, is_in_state("proposed", "open", "follow_up")) for row in AS_FAMILY),
    # LHL 3 §: from 18 the student alone decides; what a guardian has allowed is the student's to see before that.
    "portal:of_age": ((is_citizen, is_the_student),),
    # OHL 18 § 2: the minor's own word, and nobody's in the minor's place. The address tells a guardian nothing.
    "prohibition:own": ((is_citizen, is_the_student),),
    "prohibition:say_own": ((is_citizen, is_the_student),),
    # Rule 38: whoever took part, about the own item of a meeting that is over, within some weeks.
    "feedback:give_meeting": tuple((*row, is_owner, is_in_state("held")) for row in AS_FAMILY),
    # OHL 18 § 1: the student's wishes and opinions, in the own words; a guardian's as a party (HL 34 §).
    "own_words:write": tuple((*row, AT_WORK) for row in AS_FAMILY),
    "own_words:show": tuple((*row, is_owner, AT_WORK) for row in AS_FAMILY),
}
