"""What schools alone have: a climate, absences, inspections. An office has no page of it."""

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation, OrganisationKind


def check_school(work: UnitOfWork, unit: Organisation) -> None:
    """Refuse like the gate does where the unit is no school."""
    if unit.kind is not OrganisationKind.SCHOOL:
        refuse(work, work.facts)
