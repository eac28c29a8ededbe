"""Which roles an employer may give, and where each is held (OHL 9-10 §; IND §1.3)."""

from welfare.rules.actors import CURATORS, INSTITUTION_STAFF, WELFARE_PROFESSIONALS, Role

OFFICE_ROLES = frozenset(
    {
        Role.PROVIDER_COORDINATOR,
        Role.WELFARE_COORDINATOR,
        Role.DATA_PROTECTION_OFFICER,
        Role.ADMINISTRATOR,
    }
)
"""Held at the employer itself; every other role is held at a school."""
COUNTY_ROLES = WELFARE_PROFESSIONALS | (OFFICE_ROLES - {Role.PROVIDER_COORDINATOR})
MUNICIPAL_ROLES = INSTITUTION_STAFF | OFFICE_ROLES
OTHER_PROVIDER_ROLES = MUNICIPAL_ROLES | CURATORS | {Role.PSYCHOLOGIST}
"""A private or State provider may run curator and psychologist services of its own (OHL 9 § 2 mom)."""


def roles_of_employer(*, is_county: bool, is_municipality: bool) -> frozenset[Role]:
    """The roles an employer may give."""
    if is_county:
        return COUNTY_ROLES
    return MUNICIPAL_ROLES if is_municipality else OTHER_PROVIDER_ROLES


def is_held_at(role: Role, *, is_school: bool) -> bool:
    """Whether a role is held at such a place: a school, or else the employer itself."""
    return (role not in OFFICE_ROLES) is is_school
