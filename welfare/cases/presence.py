"""Who has a place in a group, and whether each can do anything there today: what a vacant lead is told by."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.orm import Session

from welfare.accounts.models import Account
from welfare.cases.models import Case, CaseMember, Exclusion
from welfare.people.bonds import holds_on, is_present_on
from welfare.people.models import Assignment, Person
from welfare.rules.leads import Presence


@dataclass(frozen=True, slots=True)
class Present:
    """A place in a group, and the presence of the one who has it."""

    place: CaseMember
    presence: Presence


def presences_in(session: Session, case_ids: Collection[UUID], on: date) -> Mapping[UUID, Sequence[Present]]:
    """Everybody with a place in each of these matters, the responsible person first; one query, however many."""
    statement = (
        select(CaseMember, _is_at_work(on), Account.is_enabled, _is_shut_out())
        .join(Account, Account.id == CaseMember.account_id)
        .where(CaseMember.case_id.in_(case_ids), CaseMember.ended_at.is_(None))
        .order_by(CaseMember.is_responsible.desc(), CaseMember.since, CaseMember.id)
    )
    found: defaultdict[UUID, list[Present]] = defaultdict(list)
    for place, is_at_work, has_account, is_excluded in session.execute(statement):
        presence = Presence(
            place.person_id,
            is_responsible=place.is_responsible,
            is_at_work=is_at_work,
            has_account=has_account,
            is_excluded=is_excluded,
        )
        found[place.case_id].append(Present(place, presence))
    return {case_id: found[case_id] for case_id in case_ids}


def is_led(on: date) -> ColumnElement[bool]:
    """Condition on `Case`: its responsible person can lead it today. Equals `why_nobody_leads` giving None."""
    return exists(
        select(CaseMember.id)
        .join(Account, Account.id == CaseMember.account_id)
        .where(
            CaseMember.case_id == Case.id,
            CaseMember.ended_at.is_(None),
            CaseMember.is_responsible,
            Account.is_enabled,
            _is_at_work(on),
            ~_is_shut_out(),
        )
        .correlate(Case)
    )


def _is_at_work(on: date) -> ColumnElement[bool]:
    post = select(Assignment.id).join(Person, Person.id == Assignment.person_id)
    held = and_(Assignment.person_id == CaseMember.person_id, holds_on(Assignment, on), is_present_on(on))
    return exists(post.where(held).correlate(CaseMember))


def _is_shut_out() -> ColumnElement[bool]:
    shut = (
        Exclusion.case_id == CaseMember.case_id,
        Exclusion.person_id == CaseMember.person_id,
        Exclusion.ended_at.is_(None),
    )
    return exists(select(Exclusion.id).where(*shut).correlate(CaseMember))
