"""Findings of the log review, put straight into the database."""

from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.log_reviews.models import Finding
from welfare.rules.log_review import FindingKind, FindingState, Relation, Signal


def a_finding(
    village: Village, reader: Someone, pupil: Someone | None, *signals: Signal, kind: FindingKind = FindingKind.SIGNALS
) -> UUID:
    """Somebody's opening waits to be looked at; without a place in the group unless signals are named."""
    found = signals or (Signal.WITHOUT_MEMBERSHIP,)
    row_id = uuid4()
    with village.work() as work:
        row = Finding(
            id=row_id,
            controller_id=village.provider_id,
            account_id=reader.account_id,
            person_id=reader.person_id,
            role="curator",
            unit_id=village.school_id,
            student_id=pupil.person_id if pupil else None,
            kind=kind,
            relation=Relation.EMERGENCY,
            signals=dict.fromkeys((signal.value for signal in found), 1),
            weight=30,
            events=1,
            first_at=work.now,
            last_at=work.now,
            last_seq=1,
            found_at=work.now,
            state=FindingState.OPEN,
        )
        work.session.add(row)
    return row_id
