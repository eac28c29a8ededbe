"""The people of a seeded school in the parts of the demonstration's story, so that both are played by one script."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.queries import institution_calendar
from welfare.rules.actors import Role
from welfare.web.seeding.cast import CAST, Part
from welfare.web.seeding.community import of_offices, of_school
from welfare.web.seeding.company import Company, User
from welfare.web.seeding.director import Diary, Thread
from welfare.web.seeding.stage import Stage
from welfare.web.seeding.troupe import Player, Troupe
from welfare.web.seeding.turns import ALL_YEARS, Turn

ROLES = {part.username.partition(".")[0]: part.role for part in CAST if part.has_second_factor}
"""The names of the story, and what they are."""
OFFICES = {Role.PROVIDER_COORDINATOR, Role.WELFARE_COORDINATOR}
NEW_SCHOOL = 1
"""The last school opened this autumn: it has one school year of work."""


@dataclass(frozen=True, slots=True)
class Town:
    """A provider and its county, with the people of both."""

    stage: Stage
    company: Company
    provider_id: UUID
    county_id: UUID

    def threads(self, today: date) -> Iterator[Thread]:
        """What every school does, each in its turn, and what the offices do."""
        schools = self._schools()
        for place, school_id in enumerate(schools):
            is_new = 0 < place == len(schools) - 1
            turn = Turn(place, NEW_SCHOOL if is_new else ALL_YEARS)
            troupe = self._troupe(today, school_id, turn)
            if place == 0:
                yield from of_offices(troupe, self.provider_id, self.county_id)
            yield from of_school(troupe, school_id)

    def _schools(self) -> Sequence[UUID]:
        schools = Organisation.kind == OrganisationKind.SCHOOL, Organisation.provider_id == self.provider_id
        statement = select(Organisation.id).where(*schools).order_by(Organisation.official_code)
        with self.stage.ledger.transaction() as reading:
            return reading.session.scalars(statement).all()

    def _troupe(self, today: date, school_id: UUID, turn: Turn) -> Troupe:
        with self.stage.ledger.transaction() as reading:
            calendar = institution_calendar(reading.session, school_id)
        players = dict(self._players(school_id))
        return Troupe(self.stage, Diary(today, calendar), players, {}, turn)

    def _players(self, school_id: UUID) -> Iterator[tuple[str, Player]]:
        for name, role in ROLES.items():
            user = next(self._holders(role, school_id), None)
            if user is not None:
                yield name, Player(Part(role, user.name, user.username), user.id, user.person_id)

    def _holders(self, role: Role, school_id: UUID) -> Iterator[User]:
        above = {self.provider_id, self.county_id}
        for user in self.company.users:
            is_here = user.organisation_id in above if role in OFFICES else school_id in user.school_ids
            if user.role is role and is_here:
                yield user
