"""What schools alone have: a climate, absences, inspections (TervHL 16 §, POL 26 §). Offices and day-care have none."""

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.unit_types import has_pupils


def check_school(work: UnitOfWork, unit: Organisation) -> None:
    """Refuse like the gate does where the unit is no school, or has no pupils."""
    if unit.kind is not OrganisationKind.SCHOOL or not has_pupils(unit.unit_type):
        refuse(work, work.facts)
