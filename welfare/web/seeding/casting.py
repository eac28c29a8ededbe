"""Finding people for a demonstration in somebody's own roster: one of each role, from one school where that can be."""

from collections.abc import Iterator

from welfare.people.roster.content import RosterContent
from welfare.people.roster.records import STAFF_ROLES, OrgType, UserRow
from welfare.rules.actors import Role
from welfare.web.seeding.cast import CAST, Part


def cast_of(content: RosterContent) -> Iterator[Part]:
    """Parts by role in the order of the demonstration's own; administrators are named by hand, families left out."""
    school_id = _home_school(content)
    for role in dict.fromkeys(part.role for part in CAST if part.has_second_factor):
        if role in {Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER}:
            yield next(part for part in CAST if part.role is role)
        elif (row := _holder(content, role, school_id)) is not None:
            name = f"{row.given_name} {row.family_name}"
            yield Part(role, name, row.username or row.source_id, row.source_id)


def provider_of(content: RosterContent) -> str:
    """The roster's id of its first provider. Raises LookupError."""
    found = sorted(org.source_id for org in content.orgs.records.values() if org.type is OrgType.DISTRICT)
    if not found:
        raise LookupError(OrgType.DISTRICT)
    return found[0]


def _home_school(content: RosterContent) -> str | None:
    """A school that has a curator and teachers."""
    curator = next((row for row in _staff(content) if row.staff_role is Role.CURATOR), None)
    teachers = {org_id for row in _staff(content) if row.staff_role is Role.TEACHER for org_id in row.org_ids}
    served = curator.org_ids if curator else tuple(sorted(teachers))
    return next((org_id for org_id in served if org_id in teachers), None)


def _holder(content: RosterContent, role: Role, school_id: str | None) -> UserRow | None:
    holders = [row for row in _staff(content) if row.staff_role is role]
    at_home = [row for row in holders if school_id in row.org_ids]
    return next(iter([*at_home, *holders]), None)


def _staff(content: RosterContent) -> Iterator[UserRow]:
    return (row for row in content.users.records.values() if row.role in STAFF_ROLES)
