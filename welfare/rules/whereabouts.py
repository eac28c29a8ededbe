"""Who may be told where a student under non-disclosure for safety is to be found (661/2009 36-37 §; rule 32)."""

from uuid import UUID

from welfare.rules.actors import Actor, World


def may_know_the_school(actor: Actor, student_id: UUID, *, is_restricted: bool) -> bool:
    """A guardian's view tells neither school, class nor who works there: they lead to the door as an address does.

    Staff work at the school, and the student goes there. A guardian of the same protected household knows it anyway;
    of the others the house does not guess which one is hidden from. Where another guardian alone is hidden, the school
    of the child leads to that guardian: the hidden guardian's own view stays as it was.
    """
    is_own = actor.person_id == student_id or student_id in actor.at_home_with
    is_guardians_view = actor.world is World.CITIZEN and not is_own
    is_hidden = is_restricted or student_id in actor.beside_hidden
    return not (is_hidden and is_guardians_view)


def log_hides_places(*, is_own: bool, is_restricted: bool, is_kept_apart: bool = False) -> bool:
    """Whether log information leaves out names, units and hours (661/2009 36 §; security plan 5.6).

    A unit, or who works there, or a time of day leads to the door. So whoever asks about somebody else gets the days,
    the posts and the reasons alone as soon as anybody in the family has the protection. So does a guardian who asks
    about oneself and is kept apart from a child: who has looked at the guardian works where the child goes to school.
    """
    return is_kept_apart if is_own else is_restricted
