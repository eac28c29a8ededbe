"""Looking a chain through from where the last look ended, and keeping what stands out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.audit.models import AuditHead
from welfare.audit.unit_of_work import UnitOfWork
from welfare.log_reviews.known import Known
from welfare.log_reviews.models import Finding, ReviewMark
from welfare.log_reviews.reading import Id, reads_after, reads_between
from welfare.log_reviews.scoring import Pattern, Scorer, Stood
from welfare.rules.log_review import LESSENS, FindingKind, FindingState, Relation, Scale, Signal
from welfare.rules.registers import HOUSE, Register

EVENTS_AT_ONCE = 10_000


def look_through(work: UnitOfWork, scale: Scale) -> bool:
    """Look at the next events of every controller's chain; whether there are more."""
    heads = select(AuditHead.chain_id).where(AuditHead.chain_id != HOUSE).order_by(AuditHead.chain_id)
    known, has_more = Known(work), False
    for chain_id in work.session.scalars(heads).all():
        has_more |= look_through_chain(work, chain_id, scale, known)
    return has_more


def look_through_chain(work: UnitOfWork, chain_id: UUID, scale: Scale, known: Known) -> bool:
    """Look at the next events of one chain; whether there are more."""
    mark = work.session.get(ReviewMark, chain_id, with_for_update=True)
    if mark is None:
        mark = ReviewMark(chain_id=chain_id, seq=0)
        work.session.add(mark)
    reads, last, has_more = reads_after(work.session, chain_id, mark.seq, EVENTS_AT_ONCE)
    if reads:
        scorer = Scorer(known, scale, false_alarms(work.session, chain_id))
        lately = reads_between(work.session, chain_id, reads[0].at - scale.lately, reads[0].at)
        scorer.warm([read for read in lately if read.seq <= mark.seq])
        stood = list(scorer.score(reads))
        work.session.add_all(scorer.new_devices)
        _keep(work, chain_id, stood)
    mark.seq = last
    work.session.flush()
    return has_more


def false_alarms(session: Session, chain_id: UUID) -> Mapping[Pattern, int]:
    """How often each pattern has been explained as no misuse."""
    explained = select(Finding.account_id, Finding.relation, Finding.signals).where(
        Finding.controller_id == chain_id,
        Finding.state == FindingState.EXPLAINED,
        Finding.kind == FindingKind.SIGNALS,
        Finding.explanation.in_(LESSENS),
    )
    counted: Counter[Pattern] = Counter()
    for account_id, relation, signals in session.execute(explained):
        counted.update((account_id.hex, Signal(code), Relation(relation)) for code in signals)
    return counted


def _keep(work: UnitOfWork, chain_id: UUID, stood: Iterable[Stood]) -> None:
    """Add what stands out to the open finding about the same reader and pupil, or make one."""
    open_ones = _open_findings(work.session, chain_id, {UUID(hex=each.read.account_id) for each in stood})
    begun = 0
    for each in stood:
        key = (each.read.account_id, each.student_id)
        row = open_ones.get(key)
        if row is None:
            row = open_ones[key] = begin_finding(work, chain_id, each)
            begun += 1
        _add(row, each)
    if begun:
        work.note(chain_id, Register.AUDIT, findings=begun)
    work.session.flush()


def _open_findings(session: Session, chain_id: UUID, accounts: set[UUID]) -> dict[tuple[Id, Id | None], Finding]:
    wanted = (
        Finding.controller_id == chain_id,
        Finding.account_id.in_(accounts),
        Finding.state == FindingState.OPEN,
        Finding.kind == FindingKind.SIGNALS,
    )
    rows = session.scalars(select(Finding).where(*wanted))
    return {(row.account_id.hex, row.student_id.hex if row.student_id else None): row for row in rows}


def begin_finding(work: UnitOfWork, chain_id: UUID, stood: Stood, kind: FindingKind = FindingKind.SIGNALS) -> Finding:
    """A new finding without any opening yet."""
    read = stood.read
    row = Finding(
        id=uuid4(),
        controller_id=chain_id,
        account_id=UUID(hex=read.account_id),
        person_id=_id(read.person_id),
        role=read.role,
        unit_id=stood.unit_id,
        student_id=_id(stood.student_id),
        kind=kind,
        relation=stood.relation,
        signals={},
        weight=0,
        events=0,
        first_at=read.at,
        last_at=read.at,
        last_seq=read.seq,
        found_at=work.now,
        state=FindingState.OPEN,
    )
    work.session.add(row)
    return row


def _add(row: Finding, stood: Stood) -> None:
    row.events += 1
    row.last_at, row.last_seq = stood.read.at, stood.read.seq
    row.signals = dict(Counter(row.signals) + Counter(signal.value for signal in stood.signals))
    if stood.weight > row.weight:
        row.weight, row.relation = stood.weight, stood.relation


def _id(written: Id | None) -> UUID | None:
    return UUID(hex=written) if written else None
