"""A meeting to which nobody has been asked yet, and how its desk is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import a_case
from tests.builders_meetings import a_meeting, an_item
from tests.client import Client, Page
from tests.mail.office import give_address
from welfare.audit.ledger import Ledger
from welfare.mail.queries import Delivery, deliveries_about
from welfare.meetings.models import Attendee
from welfare.rules.actors import Role
from welfare.rules.orders import MailKind


@dataclass(frozen=True)
class Desk:
    """Saara's meeting about Aada, with Tiina her mother, Mirja the nurse and Petri; all but Petri have an address."""

    village: Village
    meeting: UUID
    item: UUID
    case: UUID
    aada: Someone
    tiina: Someone
    saara: Someone
    mirja: Someone
    petri: Someone

    @classmethod
    def of(cls, village: Village) -> "Desk":
        """Make it; a day's item with nobody listed."""
        aada = village.student("Aada Metsäpelto", village.a_class())
        tiina = village.guardian("Tiina Metsäpelto", aada)
        saara = village.staff(Role.CURATOR, "Saara Lehtovirta")
        mirja = village.staff(Role.NURSE, "Mirja Kanervala")
        petri = village.staff(Role.SPECIAL_TEACHER, "Petri Hongisto")
        for who, address in ((aada, "aada"), (tiina, "tiina"), (saara, "saara"), (mirja, "mirja")):
            give_address(village, who, f"{address}@example.org")
        case = a_case(village, aada, saara, mirja, petri)
        meeting = a_meeting(village, saara)
        item = an_item(village, meeting, case)
        return cls(village, meeting, item, case, aada, tiina, saara, mirja, petri)

    @property
    def url(self) -> str:
        """Where the lead sees to invitations."""
        return f"/meetings/{self.meeting}/items/{self.item}/invitations"

    @property
    def ledger(self) -> Ledger:
        """Where it is all kept."""
        return self.village.ledger

    def invite_all(self, client: Client) -> Page:
        """Press the one button."""
        return client.get(self.url).form("Invite all who may be invited").submit()

    def line(self, page: Page, who: Someone) -> str:
        """What the desk says of somebody."""
        return page.by_id(f"who-{who.person_id}").text

    def rows(self) -> Sequence[Attendee]:
        """Everybody listed."""
        with self.ledger.transaction() as transaction:
            found = transaction.session.scalars(select(Attendee).where(Attendee.meeting_id == self.meeting)).all()
            transaction.session.expunge_all()
            return found

    def invited(self) -> set[UUID | None]:
        """The people invited."""
        return {row.person_id for row in self.rows() if row.invited_at is not None}

    def row(self, who: Someone) -> Attendee:
        """Somebody's row."""
        return next(row for row in self.rows() if row.person_id == who.person_id)

    def reply_url(self, who: Someone) -> str:
        """Where somebody answers."""
        return f"/meetings/{self.meeting}/items/{self.item}/attendees/{self.row(who).id}/reply"

    def mails(self, who: Someone) -> list[Delivery]:
        """The mails somebody was meant to get about the meeting, in order."""
        with self.ledger.transaction() as transaction:
            found = deliveries_about(transaction.session, self.meeting)
        return sorted((each for each in found if each.person_id == who.person_id), key=_in_order)


def _in_order(mail: Delivery) -> tuple[datetime, int]:
    """By time; the clock of a test stands still, and then an invitation comes before its end."""
    return mail.planned_at, list(MailKind).index(mail.kind)
