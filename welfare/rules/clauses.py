"""Clauses: yes-or-no questions about an actor and the facts. They read after the word "if"."""

from collections.abc import Callable

from welfare.rules.actors import INSTITUTION_STAFF, WELFARE_PROFESSIONALS, Actor, Facts, Role, World

Clause = Callable[[Actor, Facts], bool]


def is_staff(actor: Actor, facts: Facts) -> bool:
    """The actor belongs to the staff world and has given every factor it demands."""
    del facts
    return actor.world is World.STAFF and actor.full_sign_in


def is_citizen(actor: Actor, facts: Facts) -> bool:
    """The actor is a student or a guardian, signed in."""
    del facts
    return actor.world is World.CITIZEN and actor.full_sign_in


def is_system(actor: Actor, facts: Facts) -> bool:
    """The system itself acts, from the command line or a job, in a named operator's stead."""
    del facts
    return actor.world is World.SYSTEM


def is_half_signed_in(actor: Actor, facts: Facts) -> bool:
    """The password has been given, the second factor not yet."""
    del facts
    return actor.account_id is not None and not actor.full_sign_in


def holds(*roles: Role) -> Clause:
    """The actor holds one of these roles today, anywhere."""
    wanted = frozenset(roles)

    def clause(actor: Actor, facts: Facts) -> bool:
        del facts
        return bool(wanted & actor.roles)

    clause.__name__ = "holds_" + "_or_".join(sorted(wanted))
    return clause


def is_institution_staff(actor: Actor, facts: Facts) -> bool:
    """On whom the contact duty rests: staff of an institution where there are pupils (OHL 1 § 1, 16 § 1)."""
    del facts
    return bool(actor.schools(*INSTITUTION_STAFF))


def is_welfare_professional(actor: Actor, facts: Facts) -> bool:
    """A social or health professional of student welfare (OHL 5 §, 18 § 2)."""
    del facts
    return bool(WELFARE_PROFESSIONALS & actor.roles)


def serves_the_school(actor: Actor, facts: Facts) -> bool:
    """A welfare professional whose post reaches the student's school."""
    return facts.school_id is not None and facts.school_id in actor.schools(*WELFARE_PROFESSIONALS)


def works_at_the_school(actor: Actor, facts: Facts) -> bool:
    """Institution staff of the student's school."""
    return facts.school_id is not None and facts.school_id in actor.schools(*INSTITUTION_STAFF)


def works_at_the_school_as(*roles: Role) -> Clause:
    """The actor holds one of these roles at the student's own school: a post elsewhere opens nothing here."""
    wanted = frozenset(roles)

    def clause(actor: Actor, facts: Facts) -> bool:
        return facts.school_id is not None and facts.school_id in actor.schools(*wanted)

    clause.__name__ = "works_at_the_school_as_" + "_or_".join(sorted(wanted))
    return clause


def teaches_the_student(actor: Actor, facts: Facts) -> bool:
    """The student is in one of the actor's own groups today."""
    return bool(actor.class_ids & facts.student_class_ids)


def gives_the_service(actor: Actor, facts: Facts) -> bool:
    """The actor's post is of the service asked for, at the student's school: each has its own register (OHL 20 § 2)."""
    return facts.school_id is not None and facts.school_id in actor.schools(*facts.service_roles or {Role.STUDENT})


def is_sender(actor: Actor, facts: Facts) -> bool:
    """The actor sent it."""
    return facts.sender_account_id is not None and facts.sender_account_id == actor.account_id


def works_in_the_service(actor: Actor, facts: Facts) -> bool:
    """The actor holds a post of the service asked for today, here or elsewhere: its register is the service's own."""
    return bool(actor.roles & facts.service_roles)


def keeps_the_register(actor: Actor, facts: Facts) -> bool:
    """The actor works today in the service whose register it is, for its controller (OHL 20 § 2, 21 § 2-3)."""
    return any(p.role in facts.service_roles and p.controller_id == facts.controller_id for p in actor.posts)


def keeps_the_register_here(actor: Actor, facts: Facts) -> bool:
    """The actor works today in the service whose register it is, and at the client's school."""
    return any(
        p.role in facts.service_roles and p.controller_id == facts.controller_id and facts.school_id in p.school_ids
        for p in actor.posts
    )


def is_without_worker(actor: Actor, facts: Facts) -> bool:
    """The client's own worker has left the service, so nobody is there to hand the client over (TihL 16 §)."""
    del actor
    return facts.is_worker_gone


def is_own_worker(actor: Actor, facts: Facts) -> bool:
    """The client is the actor's own (SHL 42 §; TihL 16 §)."""
    return facts.worker_account_id is not None and facts.worker_account_id == actor.account_id


def covers_the_worker(actor: Actor, facts: Facts) -> bool:
    """The actor stands in for the client's own worker today."""
    del actor
    return facts.covers_the_worker


def is_offered_to(actor: Actor, facts: Facts) -> bool:
    """The client is offered to the actor, who has not answered yet."""
    return facts.recipient_account_id is not None and facts.recipient_account_id == actor.account_id


def informant_consent_is_valid(actor: Actor, facts: Facts) -> bool:
    """A written consent in force names this actor, so the group may ask what the actor has seen (OHL 22 § 2)."""
    del actor
    return facts.is_informant_by_consent


def is_handler(actor: Actor, facts: Facts) -> bool:
    """The actor has claimed it."""
    return facts.handler_account_id is not None and facts.handler_account_id == actor.account_id


def is_somebody_else(actor: Actor, facts: Facts) -> bool:
    """It is not about the actor's own account: nobody gives rights to oneself (HL 27-28 §)."""
    return facts.owner_account_id is None or facts.owner_account_id != actor.account_id


def is_owner(actor: Actor, facts: Facts) -> bool:
    """It is the actor's own: account, draft, session."""
    return facts.owner_account_id is not None and facts.owner_account_id == actor.account_id


def is_the_student(actor: Actor, facts: Facts) -> bool:
    """The matter is the actor's own."""
    return facts.student_id is not None and facts.student_id == actor.person_id


def is_guardian(actor: Actor, facts: Facts) -> bool:
    """The actor is guardian of the student today (LHL 3-5 §); from 18 nobody is (rule 35)."""
    return facts.student_id is not None and facts.student_id in actor.ward_ids


def is_group_member(actor: Actor, facts: Facts) -> bool:
    """An active member of the matter's expert group (OHL 14 § 4)."""
    del actor
    return facts.membership is not None


def member_consent_is_valid(actor: Actor, facts: Facts) -> bool:
    """The consent that names this member stands today (OHL 14 § 4; rule 9)."""
    del actor
    return facts.membership is not None and facts.membership.is_consent_valid


def handling_consent_is_valid(actor: Actor, facts: Facts) -> bool:
    """The matter may be handled in the group (OHL 19 § 1; rule 8)."""
    del actor
    return facts.is_handling_consent_valid


def is_responsible(actor: Actor, facts: Facts) -> bool:
    """The group's responsible person (OHL 14 § 4, 20 § 3), or the professional who proposed the matter."""
    del actor
    return facts.membership is not None and facts.membership.is_responsible


def is_admitted(actor: Actor, facts: Facts) -> bool:
    """An item of the meeting is the actor's to attend: by consent, or as one's own (OHL 14 § 4, 18 § 1)."""
    del actor
    return facts.is_admitted


def leads_an_item(actor: Actor, facts: Facts) -> bool:
    """The responsible person of a matter that the meeting is about (OHL 14 § 4)."""
    del actor
    return facts.leads_an_item


def lead_is_vacant(actor: Actor, facts: Facts) -> bool:
    """The group's responsible person can lead it no more, or there is none (OHL 14 § 4; rule 16)."""
    del actor
    return facts.is_lead_vacant


def has_no_successor(actor: Actor, facts: Facts) -> bool:
    """No member of the group could take the lead from among itself."""
    del actor
    return not facts.has_successor


def has_no_conflict(actor: Actor, facts: Facts) -> bool:
    """No conflict of interest shuts this worker out of any matter of the student (HL 27-28 §)."""
    del actor
    return not facts.has_conflict


def not_declined(actor: Actor, facts: Facts) -> bool:
    """Nobody who decides has said no to this person's taking part (OHL 14 § 4)."""
    del actor
    return not facts.is_declined


def works_in_the_community(actor: Actor, facts: Facts) -> bool:
    """The actor's own work reaches this school, provider or county: communal work is everybody's (OHL 4 §)."""
    del actor
    return facts.community is not None and facts.community.works_there


def leads_the_community(actor: Actor, facts: Facts) -> bool:
    """The principal, or the coordinator of the provider or the county (OHL 14-14 a §, 26 § 1)."""
    del actor
    return facts.community is not None and facts.community.leads_it


def is_in_its_welfare_group(actor: Actor, facts: Facts) -> bool:
    """The actor sits in a welfare group of the school, provider or county today (OHL 14 § 1-3, 14 a §)."""
    del actor
    return facts.community is not None and facts.community.is_in_its_group


def chairs_the_welfare_group(actor: Actor, facts: Facts) -> bool:
    """The actor leads the group whose meeting it is today (OHL 14 § 2)."""
    del actor
    return facts.community is not None and facts.community.chairs_its_group


def not_excluded(actor: Actor, facts: Facts) -> bool:
    """No conflict of interest shuts this worker out (HL 27-28 §)."""
    del actor
    return not facts.is_excluded


def not_shut_out(actor: Actor, facts: Facts) -> bool:
    """No minor's prohibition shuts this guardian out (OHL 18 § 2; rule 13)."""
    del actor
    return not facts.is_shut_out


def decides_here(actor: Actor, facts: Facts) -> bool:
    """The actor's own answer counts in the matter: an able student's, or else the deciding guardians' (rule 11)."""
    del actor
    return facts.decides


def is_in_state(*states: str) -> Clause:
    """The matter is in one of these states."""
    wanted = frozenset(states)

    def clause(actor: Actor, facts: Facts) -> bool:
        del actor
        return facts.state in wanted

    clause.__name__ = "is_" + "_or_".join(sorted(wanted))
    return clause


def serves_the_controller(*roles: Role) -> Clause:
    """The actor holds one of these roles at the controller of the record."""
    wanted = frozenset(roles)

    def clause(actor: Actor, facts: Facts) -> bool:
        return facts.controller_id is not None and facts.controller_id in actor.controllers(*wanted)

    clause.__name__ = "serves_the_controller_as_" + "_or_".join(sorted(wanted))
    return clause
