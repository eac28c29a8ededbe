"""The disclosures of one matter. Who may read them is asked of the matter, as of its journal."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.cases.models import Case
from welfare.cases.queries import case_facts
from welfare.disclosures.models import Disclosure


def load_disclosure(reading: Reading, disclosure_id: UUID) -> Loaded | None:
    """Loader of ``<disclosure_id:disclosure>`` within a case; whose own it is, is who gave it."""
    case, row = reading.loaded.get("case"), reading.session.get(Disclosure, disclosure_id)
    if not isinstance(case, Case) or row is None or row.case_id != case.id:
        return None
    facts = replace(case_facts(reading, case), subject_ids=row.about(), owner_account_id=row.given_by)
    return Loaded(row, facts)


def disclosures_of(session: Session, case_id: UUID) -> Sequence[Disclosure]:
    """What has been given out of a matter in this room, the newest first."""
    order = (Disclosure.given_at.desc(), Disclosure.id)
    return session.scalars(select(Disclosure).where(Disclosure.case_id == case_id).order_by(*order)).all()
