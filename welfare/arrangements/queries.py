"""Finding what a provider offers, what has been agreed on in a matter, and how often in a term."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.arrangements.models import Arrangement, ArrangementUse, ArrangementVersion
from welfare.cases.models import Case
from welfare.cases.queries import case_facts
from welfare.catalogues.catalogue import Catalogue
from welfare.rules.terms import SchoolTerm

CATALOGUE = Catalogue(Arrangement, ArrangementVersion, ArrangementVersion.arrangement_id, "arrangement")


def load_use(reading: Reading, use_id: UUID) -> Loaded | None:
    """Loader of ``<use_id:use>`` within a case."""
    case, row = reading.loaded.get("case"), reading.session.get(ArrangementUse, use_id)
    if not isinstance(case, Case) or row is None or row.case_id != case.id:
        return None
    facts = case_facts(reading, case)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, ("arrangement_use", row.id))))


def uses_in(session: Session, case_id: UUID) -> Sequence[tuple[ArrangementUse, ArrangementVersion]]:
    """What has been agreed on in a matter, in the words of that day, the newest first."""
    agreed = and_(
        ArrangementVersion.arrangement_id == ArrangementUse.arrangement_id,
        ArrangementVersion.number == ArrangementUse.version,
    )
    statement = (
        select(ArrangementUse, ArrangementVersion)
        .join(ArrangementVersion, agreed)
        .where(ArrangementUse.case_id == case_id)
        .order_by(ArrangementUse.starts_on.desc(), ArrangementUse.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def students_by_term(
    session: Session, provider_id: UUID, terms: Sequence[SchoolTerm]
) -> Mapping[UUID, Mapping[SchoolTerm, int]]:
    """How many students each arrangement of a provider was in use for in each term.

    Counted from days alone: no key is needed, nothing is opened. What leaves here goes through rules/suppression.py.
    """
    first, last = min(terms).starts_on, max(terms).ends_on
    columns = ArrangementUse.arrangement_id, ArrangementUse.student_id, ArrangementUse.starts_on, ArrangementUse.ends_on
    statement = select(*columns).where(
        ArrangementUse.controller_id == provider_id,
        ArrangementUse.starts_on <= last,
        or_(ArrangementUse.ends_on.is_(None), ArrangementUse.ends_on >= first),
    )
    seen = {
        (arrangement_id, term, student_id)
        for arrangement_id, student_id, starts_on, ends_on in session.execute(statement)
        for term in terms
        if starts_on <= term.ends_on and (ends_on is None or ends_on >= term.starts_on)
    }
    counted = Counter((arrangement_id, term) for arrangement_id, term, _student_id in seen)
    return {
        arrangement_id: {term: counted[arrangement_id, term] for term in terms}
        for arrangement_id in {arrangement_id for arrangement_id, _term in counted}
    }
