"""Applying the organisations of a roster: county, provider and schools."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from welfare.organisations.abbreviations import abbreviation_for
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.people.roster.applying.places import KINDS
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import FilePlan
from welfare.people.roster.records import OrgRow, OrgType
from welfare.people.roster.sender import municipality_of
from welfare.people.roster.traits import BETWEEN_NAMES, SchoolTraits, names_in_both
from welfare.rules.unit_types import UnitType

ORDER = (OrgType.LOCAL, OrgType.DISTRICT, OrgType.SCHOOL)


def adopt_organisations(session: Session, memory: Memory, plan: FilePlan[OrgRow]) -> None:
    """Let new records mean organisations that are here already: made by hand, by another sender, under another id."""
    for row in sorted((stamped.record for stamped in plan.add), key=lambda each: ORDER.index(each.type)):
        twin = _twin(session, memory, row)
        if twin is not None:
            memory.adopt(RosterFile.ORGS, row.source_id, twin)


def _twin(session: Session, memory: Memory, row: OrgRow) -> UUID | None:
    """The one organisation in force of the same kind and official code, for a school of the same provider."""
    statement = select(Organisation.id).where(Organisation.kind == KINDS[row.type], Organisation.ended_on.is_(None))
    if row.type is OrgType.DISTRICT:
        code, column = municipality_of(row), Organisation.municipality_code
    else:
        code, column = row.identifier, Organisation.official_code
    if row.type is OrgType.SCHOOL:
        statement = statement.where(Organisation.provider_id == memory.find(RosterFile.ORGS, row.parent_id))
    found = session.scalars(statement.where(column == code).limit(2)).all() if code else []
    return found[0] if len(found) == 1 else None


def give_pupils(session: Session, memory: Memory, taught: Mapping[str, UnitType | None]) -> None:
    """Let a day-care centre to which the roster gives pupils be what their grades tell, or what nobody has told yet.

    So that nobody's right to student welfare is lost on a word that somebody has chosen (OHL 1 §).
    """
    given = {memory.find(RosterFile.ORGS, source_id): unit_type for source_id, unit_type in taught.items()}
    early = Organisation.id.in_(given), Organisation.unit_type == UnitType.EARLY_CHILDHOOD
    for school in session.scalars(select(Organisation).where(*early)):
        school.unit_type = given[school.id]
    session.flush()


@dataclass(frozen=True)
class OrganisationApplier:
    """Writes organisations, parents first; ``traits`` are what the roster implies of each school."""

    session: Session
    memory: Memory
    traits: Mapping[str, SchoolTraits]

    def apply(self, plan: FilePlan[OrgRow]) -> None:
        """Make, change or take up again what the plan names, and end schools that are gone.

        Counties and providers are not ended: others may stand under them.
        """
        rows = [stamped.record for stamped in (*plan.add, *plan.back, *plan.change)]
        for row in sorted(rows, key=lambda each: ORDER.index(each.type)):
            self._write(row)
            self.session.flush()
        for ending in plan.ended:
            target_id = self.memory.find(RosterFile.ORGS, ending.source_id)
            if target_id is not None and target_id not in self.memory.adopted:
                lasting = or_(Organisation.ended_on.is_(None), Organisation.ended_on > ending.on)
                is_school = Organisation.kind == OrganisationKind.SCHOOL
                statement = update(Organisation).where(Organisation.id == target_id, is_school, lasting)
                self.session.execute(statement.values(ended_on=ending.on))

    def _write(self, row: OrgRow) -> None:
        target_id = self.memory.target(RosterFile.ORGS, row.source_id)
        found = self.session.get(Organisation, target_id)
        org = found or Organisation(id=target_id, kind=KINDS[row.type])
        _name(org, row, is_new=found is None)
        parent = self._parent(row)
        org.parent_id = parent.id if parent else org.parent_id
        org.ended_on = None
        if org.kind is OrganisationKind.COUNTY:
            org.official_code = row.identifier
        elif org.kind is OrganisationKind.PROVIDER:
            org.municipality_code, org.county_id = municipality_of(row), org.parent_id
            org.official_code = "" if org.municipality_code else row.identifier[:20]
        elif parent is not None:
            self._settle_school(org, row, parent, is_new=found is None)
        self.session.add(org)

    def _settle_school(self, org: Organisation, row: OrgRow, provider: Organisation, *, is_new: bool) -> None:
        org.provider_id, org.county_id = provider.id, provider.county_id
        org.municipality_code, org.official_code = provider.municipality_code, row.identifier[:20]
        traits = self.traits.get(row.source_id)
        if is_new and traits is not None:
            org.unit_type = traits.unit_type
            org.teaching_languages = ",".join(traits.teaching_languages) or "fi"
            org.short_name = abbreviation_for(self.session, org.name_fi, provider.id)

    def _parent(self, row: OrgRow) -> Organisation | None:
        parent_id = self.memory.find(RosterFile.ORGS, row.parent_id) if row.parent_id else None
        return self.session.get(Organisation, parent_id) if parent_id else None


def _name(org: Organisation, row: OrgRow, *, is_new: bool) -> None:
    """Both names where the roster gives both; a single one leaves a Swedish name that somebody has written."""
    finnish, swedish = names_in_both(row.name)
    has_own_swedish = not is_new and BETWEEN_NAMES not in row.name and org.name_sv != org.name_fi
    org.name_sv = org.name_sv if has_own_swedish else swedish
    org.name_fi = finnish
