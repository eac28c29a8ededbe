"""What of the directory is a person's own, and who is named by anything else that is kept.

A person can go only when no record names them any more: a matter its pupil and who wrote in it, a request its asker. So
a pupil goes last, after every record; the guardians who have no other ward go along, and with all of them their
accounts, letters and protections. Found by the ties of the schema itself: a new table that names somebody keeps them
until it says here that it is the person's own.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.accounts.models import Account
from welfare.db.base import Base
from welfare.drafts.models import Draft
from welfare.non_disclosures.models import Protection, ProtectionPerson
from welfare.people.models import Guardianship, Person, RosterRecord
from welfare.retention.whole import Tie, Whole, ties_to
from welfare.rules.non_disclosure import ProtectionPart

OF_PERSON = frozenset(
    {
        "account.person_id",
        "assignment.person_id",
        "enrolment.student_id",
        "family_letter.person_id",
        "guardianship.guardian_id",
        "guardianship.student_id",
        "log_review_decoy.student_id",
        "protection.student_id",
        "protection_person.person_id",
        "roster_review.person_id",
        "teaching.person_id",
        "worker_cover.cover_person_id",
        "worker_cover.worker_person_id",
    }
)
OF_ACCOUNT = frozenset(
    {
        "calendar_feed.account_id",
        "clock_feed.account_id",
        "last_code.account_id",
        "log_review_device.account_id",
        "recovery_code.account_id",
        "sign_in_session.account_id",
        "worker_cover.cover_account_id",
        "worker_cover.worker_account_id",
        "wrong_tries.account_id",
    }
)
_AT_ONCE = 500
Row = TypeVar("Row", bound=Base)


def family_of(session: Session, student_ids: Iterable[UUID]) -> Mapping[UUID, frozenset[UUID]]:
    """Each pupil with the guardians who have no other ward."""
    wanted = list(student_ids)
    guardians: dict[UUID, set[UUID]] = {student_id: set() for student_id in wanted}
    for row in _rows(session, Guardianship, "student_id", wanted):
        guardians[row.student_id].add(row.guardian_id)
    wards: dict[UUID, set[UUID]] = {}
    for row in _rows(session, Guardianship, "guardian_id", {each for found in guardians.values() for each in found}):
        wards.setdefault(row.guardian_id, set()).add(row.student_id)
    return {
        student_id: frozenset({student_id, *(each for each in found if wards[each] == {student_id})})
        for student_id, found in guardians.items()
    }


def named_elsewhere(session: Session, person_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these people any record names that is not their own, as themselves or by their account."""
    wanted = list(person_ids)
    accounts = {row.id: row.person_id for row in _rows(session, Account, "person_id", wanted)}
    found = _named(session, [tie for tie in ties_to(Person) if name_of(tie) not in OF_PERSON], wanted)
    by_account = _named(session, [tie for tie in ties_to(Account) if name_of(tie) not in OF_ACCOUNT], accounts)
    return found | {person_id for account_id in by_account if (person_id := accounts[account_id]) is not None}


def sheltering(session: Session, families: Mapping[UUID, frozenset[UUID]]) -> set[UUID]:
    """The pupils whose protection stands and covers somebody who stays, as a sibling: it would end with the pupil."""
    rows = _rows(session, Protection, "student_id", families)
    of_pupil = {row.id: row.student_id for row in rows if row.ended_at is None}
    covered = _rows(session, ProtectionPerson, "protection_id", of_pupil)
    at_home = {(of_pupil[row.protection_id], row.person_id) for row in covered if row.part is ProtectionPart.HOUSEHOLD}
    return {student_id for student_id, person_id in at_home if person_id not in families[student_id]}


def add_people(session: Session, whole: Whole, person_ids: Iterable[UUID]) -> None:
    """The people, and all that is their own."""
    wanted = list(person_ids)
    _take(whole, _rows(session, Person, "id", wanted))
    for model, column in ties_to(Person):
        if name_of((model, column)) in OF_PERSON:
            _take(whole, _rows(session, model, column, wanted))
    for model, column in ties_to(Protection):
        _take(whole, _rows(session, model, column, whole.ids(Protection)))
    accounts = whole.ids(Account)
    for model, column in ties_to(Account):
        if name_of((model, column)) in OF_ACCOUNT:
            _take(whole, _rows(session, model, column, accounts))
    _take(whole, _rows(session, Draft, "account_id", accounts))
    _take(whole, _rows(session, RosterRecord, "target_id", whole.ids()))


def lock_people(session: Session, person_ids: Iterable[UUID]) -> None:
    """Let no new record name these people until the transaction ends."""
    wanted = sorted(person_ids)
    for model, column in ((Person, Person.id), (Account, Account.person_id)):
        session.execute(select(model.id).where(column.in_(wanted)).order_by(model.id).with_for_update())


def name_of(tie: Tie) -> str:
    """A column as ``table.column``."""
    model, column = tie
    return f"{model.__tablename__}.{column}"


def _named(session: Session, ties: Iterable[Tie], ids: Iterable[UUID]) -> set[UUID]:
    wanted: list[UUID] = list(ids)
    found: set[UUID] = set()
    for model, name in ties:
        column = getattr(model, name)
        for start in range(0, len(wanted), _AT_ONCE):
            named = select(column).where(column.in_(wanted[start : start + _AT_ONCE])).distinct()
            found.update(session.scalars(named))
    return found


def _take(whole: Whole, rows: Iterable[Base]) -> None:
    for row in rows:
        whole.add(row)


def _rows(session: Session, model: type[Row], column: str, ids: Iterable[UUID]) -> list[Row]:
    wanted: list[UUID] = list(ids)
    found: list[Row] = []
    for start in range(0, len(wanted), _AT_ONCE):
        own = getattr(model, column).in_(wanted[start : start + _AT_ONCE])
        found.extend(session.scalars(select(model).where(own)))
    return found
