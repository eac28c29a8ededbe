"""The sample of each week: some ordinary openings of each school, drawn by lots that nobody can foresee or draw again.

The lot of an opening is a keyed hash of its week and its number in the chain. Without the key nobody knows which
openings will be drawn; with it the same ones are found again, so that no draw is repeated until it suits.
"""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.audit.models import AuditHead
from welfare.audit.unit_of_work import UnitOfWork
from welfare.log_reviews.keeping import begin_finding
from welfare.log_reviews.known import Known
from welfare.log_reviews.models import Finding
from welfare.log_reviews.reading import Id, Read, reads_between
from welfare.log_reviews.scoring import Stood
from welfare.rules.log_review import FindingKind
from welfare.rules.registers import HOUSE, Register

OF_EACH_SCHOOL = 5
PURPOSE = "log-review-sample"
_WEEK = timedelta(days=7)
_PAIR = (Finding.account_id, Finding.student_id)


def draw_samples(work: UnitOfWork) -> None:
    """Draw the sample of last week from every controller's chain, unless it has been drawn."""
    week_on = work.facts.on - timedelta(days=work.facts.on.weekday()) - _WEEK
    chains = work.session.scalars(select(AuditHead.chain_id).where(AuditHead.chain_id != HOUSE)).all()
    drawn = set(work.session.scalars(select(Finding.controller_id).where(Finding.week_on == week_on)))
    for chain_id in chains:
        if chain_id not in drawn:
            _draw(work, chain_id, week_on)


def _draw(work: UnitOfWork, chain_id: UUID, week_on: date) -> None:
    begins, ends = (datetime.combine(day, time(), HOME_ZONE) for day in (week_on, week_on + _WEEK))
    found = reads_between(work.session, chain_id, begins, ends)
    reads = [read for read in found if read.at < ends and not read.is_search]
    known = Known(work)
    known.learn(reads)
    lots = work.fingerprints(chain_id, PURPOSE, [f"{week_on.isoformat()}:{read.seq}" for read in reads])
    by_school: defaultdict[UUID, dict[tuple[Id, Id], Read]] = defaultdict(dict)
    for _lot, read in sorted(zip(lots, reads, strict=True), key=lambda pair: pair[0]):
        _put(by_school, known, read)
    looked_at = _stood_out(work, chain_id, begins)
    chosen = [
        Stood(read, student_id, unit_id, read.relation, frozenset(), 0)
        for unit_id, found in by_school.items()
        for (account_id, student_id), read in found.items()
        if (account_id, student_id) not in looked_at
    ]
    for stood in chosen:
        row = begin_finding(work, chain_id, stood, FindingKind.SAMPLE)
        row.events, row.week_on = 1, week_on
    if chosen:
        work.note(chain_id, Register.AUDIT, samples=len(chosen))
    work.session.flush()


def _stood_out(work: UnitOfWork, chain_id: UUID, since: datetime) -> set[tuple[Id, Id | None]]:
    """Readers and pupils who are looked at anyway."""
    wanted = (Finding.controller_id == chain_id, Finding.kind == FindingKind.SIGNALS, Finding.last_at >= since)
    rows = work.session.execute(select(*_PAIR).where(*wanted))
    return {(row.account_id.hex, row.student_id.hex if row.student_id else None) for row in rows}


def _put(by_school: defaultdict[UUID, dict[tuple[Id, Id], Read]], known: Known, read: Read) -> None:
    """Of one reader and one pupil the opening that was drawn first, while there is room for the school."""
    pupils = known.pupils_of(read)
    places = known.places_on(next(iter(pupils)), read.at.astimezone(HOME_ZONE).date()) if len(pupils) == 1 else []
    if not places:
        return
    found, pair = by_school[places[0].school_id], (read.account_id, next(iter(pupils)))
    if len(found) < OF_EACH_SCHOOL:
        found.setdefault(pair, read)
