"""Who can be chosen in the forms of a group, by name."""

from collections.abc import Iterable
from uuid import UUID

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import Group
from welfare.cases.models import Case
from welfare.cases.words import KIND_SHORT
from welfare.consents.pages import Names
from welfare.consents.staff import staff_at
from welfare.people.pages import names_of
from welfare.rules.actors import Role
from welfare.ui.fields import Option


def joiners(group: Group, names: Names) -> list[Option]:
    """Those whom a consent in force names and who have no place yet, members and outsiders alike."""
    return [Option(named, names.of_person(named), KIND_SHORT[kind]) for kind, named in group.consented_outside]


def leaders(group: Group, names: Names) -> list[Option]:
    """The other members whose own consent is in force."""
    able = (p.member for p in group.places if p.consent.is_valid and not p.member.is_responsible)
    return [Option(m.id, names.of_person(m.person_id), ROLE_WORDS[Role(m.position)]) for m in able]


def staff_choices(work: UnitOfWork, case: Case, without: Iterable[UUID]) -> list[Option]:
    """Everybody who works at the school, except these."""
    left_out = set(without)
    staff = [each for each in staff_at(work.session, case.school_id, work.facts.on) if each.person.id not in left_out]
    names = names_of(work, (each.person for each in staff))
    ordered = sorted(staff, key=lambda each: names[each.person.id].sort_key)
    return [Option(each.person.id, names[each.person.id].full, ROLE_WORDS[each.role]) for each in ordered]
