"""The demonstration's people on stage: parts and pupils by short names, and the verbs they share."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from welfare.accounts.actions import create_account
from welfare.people.models import Person
from welfare.people.roster.names import RosterFile
from welfare.requests.actions.sending import Sender, SendRequest
from welfare.rules.actors import Role, World
from welfare.rules.requests import SenderKind
from welfare.web.seeding import request_scenes
from welfare.web.seeding.arrivals import Arrived, employ
from welfare.web.seeding.cast import PASSWORD, Part
from welfare.web.seeding.company import Pupil, people_of
from welfare.web.seeding.director import Diary
from welfare.web.seeding.stage import Stage
from welfare.web.seeding.turns import Turn

KINDS = {Role.STUDENT: SenderKind.STUDENT, Role.GUARDIAN: SenderKind.GUARDIAN}


@dataclass(frozen=True, slots=True)
class Player:
    """One of the cast with an account."""

    part: Part
    id: UUID
    person_id: UUID


@dataclass(frozen=True, slots=True)
class Troupe:
    """Everybody the story names: players by given name, pupils by the roster's id."""

    stage: Stage
    diary: Diary
    players: dict[str, Player]
    pupils: dict[str, Pupil]
    turn: Turn = field(default_factory=Turn)

    def at(self, distance: int, clock: str) -> datetime:
        """A moment of a working day so far from today."""
        return self.diary.at(distance, clock)

    def send(self, sender: str, pupil: str, command: SendRequest) -> UUID:
        """One of the cast asks for support for a pupil; returns the request's id."""
        player, about = self.players[sender], self.pupils[pupil]
        role = player.part.role
        who = Sender(kind=KINDS.get(role, SenderKind.STAFF), name=player.part.name, role=role.value)
        return request_scenes.send(self.stage, player.id, about.id, who, command).id


def engage(stage: Stage, arrived: Arrived, part: Part, home: tuple[UUID, UUID]) -> Player:
    """An account for one of the cast; a post at provider or county for one whom no roster knows."""
    with stage.behind_the_scenes() as work:
        if part.source_id:
            person = work.session.get_one(Person, arrived.person(part.source_id))
        else:
            person = employ(work, part.name, part.role, *home)
        account = create_account(
            work,
            person,
            World.STAFF if part.has_second_factor else World.CITIZEN,
            part.username,
            PASSWORD,
            totp_secret=part.totp_secret if part.has_second_factor else None,
            is_demo=True,
        )
        return Player(part, account.id, person.id)


def pupils_by_source(arrived: Arrived) -> dict[str, Pupil]:
    """Every pupil by the roster's id."""
    ids = {target: source for source, target in arrived.targets[RosterFile.USERS].items()}
    return {ids[pupil.id]: pupil for pupil in people_of(arrived)[0]}
