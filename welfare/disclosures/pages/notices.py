"""Records of notifications, for the group alone."""

from dataclasses import dataclass
from datetime import date

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.queries import people_by_id
from welfare.disclosures.models import ProtectionNotice
from welfare.disclosures.queries.notices import notices_of
from welfare.disclosures.words import NOTICE_WORDS
from welfare.people.pages import PersonName, names_of
from welfare.rules.actors import Role
from welfare.rules.notifications import CITATIONS, NotificationGround
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One record."""

    words: str
    law: str
    made_on: str
    by: str
    office: str
    kept_in: str


def notice_lines(work: UnitOfWork, case: Case) -> list[NoticeLine]:
    """The records of a matter, opened."""
    rows = notices_of(work.session, case.id)
    work.prefetch(rows)
    names = names_of(work, people_by_id(work.session, {row.made_by_person_id for row in rows}).values())
    return [_line(work, row, names[row.made_by_person_id]) for row in rows]


def _line(work: UnitOfWork, row: ProtectionNotice, name: PersonName) -> NoticeLine:
    document = work.decrypt_document(row, ProtectionNotice.document)
    office = str(ROLE_WORDS[Role(row.office)]).lower()
    if isinstance(document, GapDocument):
        gap: str = document["ground"]
        return NoticeLine(gap, "", gap, name.full, office, gap)
    ground = NotificationGround(document["ground"])
    return NoticeLine(
        words=str(NOTICE_WORDS[ground]),
        law=CITATIONS[ground].text(current_locale()),
        made_on=date_text(date.fromisoformat(document["made_on"])),
        by=name.full,
        office=office,
        kept_in=document["kept_in"],
    )
