"""Findings of the log review, put straight into the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from tests.builders_requests import actor_for
from welfare.audit.event import Origin
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.log_reviews.models import Decoy, Finding
from welfare.people.likeness import keep_likeness
from welfare.people.models import Person
from welfare.rules.actors import Facts
from welfare.rules.log_review import FindingKind, FindingState, Relation, Signal
from welfare.rules.permissions import Permission


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


def at_home(village: Village, who: Someone, street: str, code: str = "") -> None:
    """Where somebody lives, as a roster tells it of staff and guardians too."""
    with village.work() as work:
        person = work.session.get_one(Person, who.person_id)
        keep_likeness(work, person, who.name.partition(" ")[2], {"street": street, "postal_code": "69999"}, code)


def a_decoy(village: Village, pupil: Someone, officer: Someone) -> None:
    """An invented pupil is watched."""
    with village.work() as work:
        decoy = Decoy(
            student_id=pupil.person_id,
            controller_id=village.provider_id,
            set_at=work.now,
            set_by=officer.account_id,
        )
        work.session.add(decoy)


@contextmanager
def in_the_group(village: Village, who: Someone, permission: Permission) -> Iterator[UnitOfWork]:
    """A unit of work of a member of a group, as after the gate."""
    grounds = ("is_staff", "is_group_member", "member_consent_is_valid", "handling_consent_is_valid", "not_excluded")
    grant = Grant(permission.value, Facts(on=village.ledger.clock().date()), grounds, Origin(way="test"))
    actor, ledger = actor_for(village, who), village.ledger
    with ledger.transaction(writes=True) as transaction, ledger.work(transaction, actor, grant) as work:
        yield work
