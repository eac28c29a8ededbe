"""The consents on which a disclosure may rest, with the recipient each of them names."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.disclosures.forms import GivenConsent
from welfare.journal.queries import StandingConsent, disclosure_consents
from welfare.people.models import Person
from welfare.people.pages import PersonName, names_of


def given_consents(work: UnitOfWork, case: Case) -> list[GivenConsent]:
    """The matter's consents to disclose or to transfer that stand today, opened; broken ones are left out."""
    found = disclosure_consents(work, case)
    work.prefetch(each.expression for each in found)
    names = _named(work, found)
    consents = [_opened(work, each, names) for each in found]
    return [each for each in consents if each.recipient]


def _named(work: UnitOfWork, found: Sequence[StandingConsent]) -> dict[UUID, PersonName]:
    ids = {each.expression.named_person_id for each in found if each.expression.named_person_id}
    people = work.session.scalars(select(Person).where(Person.id.in_(ids))).all() if ids else ()
    return names_of(work, people)


def _opened(work: UnitOfWork, found: StandingConsent, names: dict[UUID, PersonName]) -> GivenConsent:
    row = found.expression
    document = work.decrypt_document(row, ExpressionOfWill.document)
    name = names.get(row.named_person_id) if row.named_person_id else None
    outsider = document.get("outsider_name") or document.get("outsider_organisation") or ""
    return GivenConsent(
        id=row.id,
        number=row.number,
        kind=row.kind,
        recipient=name.full if name else outsider,
        scope=document.get("scope") or "",
        excluded=document.get("excluded") or "",
        valid_to=found.standing.valid_to,
    )
