"""Records whose time is over, and what is to be known before anything of them is destroyed."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from sqlalchemy import select, update

from tests.builders import Someone, Village
from tests.builders_cases import a_case
from welfare.cases.models import Case
from welfare.crypto.holder import KeyHolder
from welfare.crypto.keyring import KeyGoneError
from welfare.drafts.models import Draft
from welfare.journal.models import JournalEntry
from welfare.people.models import Enrolment
from welfare.retention.models import RetentionClock, RetentionHold, RetentionRule
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.journal import EntryKind
from welfare.rules.retention import OFFERED, PROVIDER_KEEPS, Disposal, RecordKind
from welfare.rules.retention_ends import HoldReason, Thing

CLOSED_AT, STUDIES_ENDED = datetime(2013, 5, 20, 9, tzinfo=UTC), date(2014, 5, 31)


def studies_ended(village: Village, student: Someone, on: date = STUDIES_ENDED) -> None:
    """The pupil left long ago."""
    with village.work() as work:
        own = Enrolment.student_id == student.person_id
        work.session.execute(update(Enrolment).where(own).values(begins_on=date(2009, 8, 11), ends_on=on))


def an_old_case(village: Village, student: Someone, lead: Someone, *others: Someone) -> UUID:
    """A matter closed long ago, with an entry and its correction, and a form that somebody left unfinished."""
    case_id = a_case(village, student, lead, *others)
    with village.work() as work:
        case = work.session.get_one(Case, case_id)
        case.state, case.closed_at = CaseState.CLOSED, CLOSED_AT
        first = _entry(case, lead, CLOSED_AT)
        work.encrypt_document(first, JournalEntry.document, {"information": "Sovittiin aamuista."})
        work.session.add(first)
        work.session.flush()
        second = _entry(case, lead, CLOSED_AT, corrects_id=first.id)
        work.encrypt_document(second, JournalEntry.document, {"information": "Sovittiin aamupäivistä."})
        draft = Draft(id=uuid4(), account_id=lead.account_id, purpose="entry", subject_id=case_id, saved_at=CLOSED_AT)
        work.encrypt_document(draft, Draft.document, {"typed": {"information": ["Kesken jäänyt."]}})
        work.session.add_all([second, draft])
    return case_id


def rules_decided(
    village: Village,
    who: Someone,
    kinds: Iterable[RecordKind] = PROVIDER_KEEPS,
    *,
    controller_id: UUID | None = None,
    disposal: Disposal = Disposal.DESTROY,
    version: int = 1,
) -> None:
    """Somebody has decided on what is offered."""
    with village.work() as work:
        for kind in kinds:
            offered = OFFERED[kind]
            work.session.add(
                RetentionRule(
                    controller_id=controller_id or village.provider_id,
                    kind=kind,
                    version=version,
                    years=offered.years,
                    counted_from=offered.counted_from,
                    disposal=disposal,
                    source="TOS 4.2",
                    saved_at=work.now,
                    saved_by=who.account_id,
                )
            )


def clocks_agree(village: Village) -> None:
    """The second clock has followed the machine's up to now."""
    with village.work() as work:
        row = work.session.scalars(select(RetentionClock)).first() or RetentionClock(boot="a boot", seconds=0.0)
        row.counted = work.now
        work.session.add(row)


def a_hold(village: Village, who: Someone, thing: Thing, thing_id: UUID) -> UUID:
    """A court needs it."""
    hold_id = uuid4()
    with village.work() as work:
        row = RetentionHold(
            id=hold_id,
            controller_id=village.provider_id,
            thing=thing,
            thing_id=thing_id,
            reason=HoldReason.COURT,
            placed_at=work.now,
            placed_by=who.account_id,
            review_on=date(2027, 3, 1),
        )
        work.encrypt_document(row, RetentionHold.document, {"words": "Käräjäoikeus pyysi."})
        work.session.add(row)
    return hold_id


def is_shredded(village: Village, holder: KeyHolder) -> bool:
    """Whether the key of something that ends once and for all is gone, also from the memory of this process."""
    ring = village.ledger.keyring
    ring.forget()
    try:
        ring.key_for(holder)
    except KeyGoneError:
        return True
    return False


def _entry(case: Case, author: Someone, at: datetime, corrects_id: UUID | None = None) -> JournalEntry:
    return JournalEntry(
        id=uuid4(),
        case_id=case.id,
        student_id=case.student_id,
        controller_id=case.controller_id,
        kind=EntryKind.NOTE,
        corrects_id=corrects_id,
        occurred_on=at.date(),
        written_at=at,
        author_account_id=author.account_id,
        author_person_id=author.person_id,
        author_office=Role.CURATOR.value,
    )
