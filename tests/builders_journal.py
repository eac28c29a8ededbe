"""A matter whose journal may be written, and entries put into it as their authors would."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import BEGAN, a_case
from welfare.access.needs import Reading
from welfare.accounts.actors import actor_of
from welfare.accounts.models import Account, Level, SignInSession
from welfare.audit.event import Origin
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.cases.models import Case
from welfare.cases.queries import load_case
from welfare.consents.models import ExpressionOfWill
from welfare.journal.actions import NewEntry, write_entry
from welfare.journal.models import JournalEntry
from welfare.people.models import Assignment, Person
from welfare.rules.actors import Actor, Role
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission

IDENTITY_CODE = "050512A912S"
"""Invented: individual numbers from 900 are nobody's."""


@dataclass(frozen=True)
class Matter:
    """A matter of Aada's: Saara leads, Mirja is a member."""

    village: Village
    case_id: UUID
    student: Someone
    guardian: Someone
    saara: Someone
    mirja: Someone

    @property
    def url(self) -> str:
        """Where its journal is."""
        return f"/cases/{self.case_id}/journal"

    @contextmanager
    def work(self, who: Someone, permission: Permission = Permission.ENTRY_WRITE) -> Iterator[tuple[UnitOfWork, Case]]:
        """A unit of work of someone in the matter, with the facts the gate would have."""
        ledger = self.village.ledger
        with ledger.transaction(writes=True) as transaction:
            now = ledger.clock()
            actor = acting(transaction.session, who, now.date())
            loaded = load_case(Reading(transaction.session, actor, now, {}), self.case_id)
            assert loaded is not None
            grant = Grant(permission.value, loaded.facts, ("test",), Origin(way="test"))
            with ledger.work(transaction, actor, grant) as work:
                yield work, work.session.get_one(Case, self.case_id)

    def note(self, who: Someone, text: str, **document: str) -> UUID:
        """A note in the journal."""
        return self.entry(who, EntryKind.NOTE, {"heading": "", "information": text} | document)

    def entry(self, who: Someone, kind: EntryKind, document: dict[str, Any], on: date = BEGAN) -> UUID:
        """An entry of any kind that members write."""
        with self.work(who) as (work, case):
            office = work.actor.posts[0].role
            return write_entry(work, case, NewEntry(kind=kind, occurred_on=on, office=office, document=document)).id

    def rows(self) -> list[JournalEntry]:
        """Every entry as it lies in the database."""
        with self.village.ledger.transaction() as transaction:
            statement = select(JournalEntry).where(JournalEntry.case_id == self.case_id)
            rows = list(transaction.session.scalars(statement.order_by(JournalEntry.written_at)))
            transaction.session.expunge_all()
            return rows


def acting(session: Any, who: Someone, on: date) -> Actor:  # noqa: ANN401 - a session
    """Someone's actor, signed in with every factor."""
    sign_in = SignInSession(id=uuid4(), level=Level.FULL)
    return actor_of(session, session.get_one(Account, who.account_id), sign_in, on)


def a_matter(
    village: Village,
    *,
    is_restricted: bool = False,
    of_age_on: date = date(2030, 5, 5),
    leader: Someone | None = None,
) -> Matter:
    """A matter with a leader, a member, a guardian, and everything the directory must know."""
    student = village.student(
        "Aada Metsäpelto", village.a_class("8B"), of_age_on=of_age_on, is_restricted=is_restricted
    )
    guardian = village.guardian("Tiina Metsäpelto", student)
    known_in_directory(village, student, guardian)
    saara = leader or village.staff(Role.CURATOR, "Saara Lehtovirta")
    mirja = village.staff(Role.NURSE, "Mirja Kanervala")
    return Matter(village, a_case(village, student, saara, mirja), student, guardian, saara, mirja)


def known_in_directory(village: Village, student: Someone, guardian: Someone) -> None:
    """What the act wants on a record of the student: the identity code, and how the guardian is reached."""
    with village.work() as work:
        work.encrypt(work.session.get_one(Person, student.person_id), Person.identity_code, IDENTITY_CODE)
        contact = {"phone": "040 123 4567", "email": "tiina@example.org"}
        work.encrypt_document(work.session.get_one(Person, guardian.person_id), Person.contact, contact)


def another_post(village: Village, who: Someone, role: Role) -> None:
    """One more post of someone at the school."""
    with village.work() as work:
        employer = village.county_id if role in {Role.CURATOR, Role.NURSE} else village.provider_id
        work.session.add(
            Assignment(
                person_id=who.person_id,
                role=role,
                organisation_id=village.school_id,
                employer_id=employer,
                begins_on=date(2026, 9, 1),
            )
        )


def a_disclosure_consent(matter: Matter, recipient: str, **changes: Any) -> UUID:  # noqa: ANN401 - any column
    """A specific written consent to disclose to someone outside."""
    will_id = uuid4()
    with matter.village.work() as work:
        values: dict[str, Any] = {
            "number": f"2026–27/L/{will_id.hex[:6]}",
            "kind": ConsentKind.DISCLOSURE,
            "answer": Answer.GIVEN,
            "outsider_id": uuid4(),
            "given_on": BEGAN,
            "valid_from": BEGAN,
            "valid_to": date(2027, 5, 3),
            "way": Way.PAPER,
            "has_scope": True,
        }
        row = ExpressionOfWill(
            id=will_id,
            student_id=matter.student.person_id,
            case_id=matter.case_id,
            controller_id=matter.village.provider_id,
            giver_person_id=matter.student.person_id,
            capacity=GiverCapacity.SELF,
            language="fi",
            information_version="1",
            recorded_by=matter.saara.account_id,
            recorded_at=work.now,
            **(values | changes),
        )
        words = {"outsider_name": recipient, "outsider_role": "nuorisotyöntekijä", "scope": "Sovitut toimet"}
        work.encrypt_document(row, ExpressionOfWill.document, words)
        work.session.add(row)
    return will_id
