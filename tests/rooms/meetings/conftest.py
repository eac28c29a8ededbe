"""Two students with matters of their own, and one meeting about both."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from tests.builders import Someone, Village
from tests.builders_cases import a_case
from tests.builders_journal import known_in_directory
from tests.builders_meetings import Asked, a_measure, a_meeting, an_item, final_minutes
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.rooms.meetings.asking import Desk
from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Reading
from welfare.accounts.actors import actor_of
from welfare.accounts.models import Account, Level, SignInSession
from welfare.audit.ledger import Ledger
from welfare.meetings.queries import load_meeting, meetings_visible_to
from welfare.rules.actors import Actor, Role
from welfare.rules.cases import Part
from welfare.rules.permissions import Permission, decide

Sees = Callable[[Someone], list[UUID] | None]


@dataclass(frozen=True)
class Sitting:
    """Saara's meeting: first Aada's item with Petri, then Elias's with Henrik; Mirja takes part in both."""

    meeting: UUID
    aadas: UUID
    eliass: UUID
    aadas_case: UUID
    eliass_case: UUID
    aada: Someone
    elias: Someone
    tiina: Someone
    jari: Someone
    saara: Someone
    mirja: Someone
    petri: Someone
    henrik: Someone

    @classmethod
    def of(cls, village: Village) -> "Sitting":
        """Make it, with the families invited to their own items."""
        class_id, staff = village.a_class(), village.staff
        aada, elias = village.student("Aada Metsäpelto", class_id), village.student("Elias Haapakorpi", class_id)
        tiina, jari = village.guardian("Tiina Metsäpelto", aada), village.guardian("Jari Haapakorpi", elias)
        saara, mirja = staff(Role.CURATOR, "Saara Lehtovirta"), staff(Role.NURSE, "Mirja Kanervala")
        petri, henrik = staff(Role.SPECIAL_TEACHER, "Petri Hongisto"), staff(Role.TEACHER, "Henrik Ståhlnäs")
        aadas_case = a_case(village, aada, saara, mirja, petri)
        eliass_case = a_case(village, elias, saara, mirja, henrik)
        meeting = a_meeting(village, saara)
        both = [Asked(saara, office=Role.CURATOR), Asked(mirja, office=Role.NURSE)]
        aadas = [*_family(aada, tiina), *both, Asked(petri, office=Role.SPECIAL_TEACHER)]
        eliass = [*_family(elias, jari), *both, Asked(henrik, office=Role.TEACHER)]
        return cls(
            meeting=meeting,
            aadas=an_item(village, meeting, aadas_case, aadas),
            eliass=an_item(village, meeting, eliass_case, eliass, place=2),
            aadas_case=aadas_case,
            eliass_case=eliass_case,
            aada=aada,
            elias=elias,
            tiina=tiina,
            jari=jari,
            saara=saara,
            mirja=mirja,
            petri=petri,
            henrik=henrik,
        )


@dataclass(frozen=True)
class Final:
    """Aada's item of the meeting when its minutes are final."""

    sitting: Sitting
    entry: UUID
    measure: UUID
    """Mirja carries it out by 18 December; Petri, who was not there, follows it up."""
    url: str

    @property
    def record(self) -> str:
        """Where its record is."""
        return f"{self.url}/record"


def _family(student: Someone, guardian: Someone) -> list[Asked]:
    return [Asked(student, Part.STUDENT), Asked(guardian, Part.GUARDIAN)]


@furnishes
def sitting(village: Village) -> Sitting:
    """The meeting about two students."""
    return Sitting.of(village)


@furnishes
def desk(village: Village) -> Desk:
    """Saara's meeting about Aada, to which nobody has been asked yet."""
    return Desk.of(village)


@furnishes
def final(village: Village, sitting: Sitting) -> Final:
    """The same meeting over; Aada's minutes are final, with Saara and Mirja who were there; Elias's are not."""
    known_in_directory(village, sitting.aada, sitting.tiina)
    entry = final_minutes(village, sitting.aadas, sitting.saara, sitting.mirja)
    measure = a_measure(village, sitting.aadas, sitting.mirja, sitting.petri, until=date(2026, 12, 18), entry_id=entry)
    return Final(sitting, entry, measure, f"/meetings/{sitting.meeting}/items/{sitting.aadas}")


@pytest.fixture
def sees(ledger: Ledger, clock: Clock, sitting: Sitting) -> Sees:
    """The items of the meeting that exist for somebody, None when not even the meeting does; list and rule agree."""

    def look(who: Someone) -> list[UUID] | None:
        now = clock()
        with ledger.transaction() as transaction:
            session = transaction.session
            actor = _actor(session, who, now)
            listed = {seen.meeting.id: seen.items for seen in meetings_visible_to(session, actor, now)}
            found = load_meeting(Reading(session, actor, now, {}), sitting.meeting)
            assert found is not None
            may = decide(actor, Permission.MEETING_READ, found.facts).is_granted
            assert may == (sitting.meeting in listed)
            items = listed.get(sitting.meeting)
            return None if items is None else [seen.item.id for seen in items]

    return look


def _actor(session: Session, who: Someone, now: datetime) -> Actor:
    account = session.get_one(Account, who.account_id)
    return actor_of(
        session, account, SignInSession(account_id=account.id, level=Level.FULL), now.astimezone(HOME_ZONE).date()
    )
