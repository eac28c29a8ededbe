"""Whose roster it is. A sender is one school administration system: its ids are its own, and so are its bulk files."""

import re
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation, OrganisationKind
from welfare.people.models import RosterRecord
from welfare.people.roster.content import RosterContent
from welfare.people.roster.known import KnownState, UnknownSenderError
from welfare.people.roster.memory import recall
from welfare.people.roster.names import RosterFile
from welfare.people.roster.reading import Recall
from welfare.people.roster.records import OrgRow, OrgType

MUNICIPALITY_CODE = re.compile(r"[0-9]{3}")
LONGEST_NAME = 255


def municipality_of(row: OrgRow) -> str:
    """The municipality code of a provider; a private provider's identifier is something else."""
    return row.identifier if MUNICIPALITY_CODE.fullmatch(row.identifier) else ""


def sender_of(session: Session, content: RosterContent) -> str:
    """Whose roster it is: the sender of its providers, or the only one there is. Raises UnknownSenderError.

    An id alone does not tell: two municipalities may both call their own one ``1``.
    """
    districts = sorted(
        (org for org in content.orgs.records.values() if org.type is OrgType.DISTRICT), key=lambda org: org.source_id
    )
    if not districts:
        return _only_sender(session)
    senders = _earlier_senders(session, districts)
    if len(senders) > 1:
        raise UnknownSenderError
    first = districts[0]
    return senders.pop() if senders else f"{first.identifier}/{first.source_id}"[:LONGEST_NAME]


def recaller(session: Session) -> Recall:
    """What reading a roster asks of the database."""

    def known_of(content: RosterContent) -> KnownState:
        return recall(session, sender_of(session, content))[0]

    return known_of


def _only_sender(session: Session) -> str:
    senders = session.scalars(select(RosterRecord.sender).distinct().limit(2)).all()
    if len(senders) != 1:
        raise UnknownSenderError
    return senders[0]


def _earlier_senders(session: Session, districts: Sequence[OrgRow]) -> set[str]:
    statement = (
        select(RosterRecord.sender, RosterRecord.source_id, Organisation.municipality_code)
        .join(Organisation, Organisation.id == RosterRecord.target_id)
        .where(RosterRecord.file == RosterFile.ORGS.value, Organisation.kind == OrganisationKind.PROVIDER)
    )
    codes = {code for row in districts if (code := municipality_of(row))}
    uncoded = {row.source_id for row in districts if not municipality_of(row)}
    return {
        sender
        for sender, source_id, code in session.execute(statement)
        if (code in codes if code else source_id in uncoded)
    }
