"""What a seed tells those who test against it: one document, and in it only what the rules themselves answer."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.accounts.actors import actor_of
from welfare.accounts.models import Account, Level, SignInSession
from welfare.cases.models import Case
from welfare.cases.queries import cases_visible_to
from welfare.organisations.models import Organisation
from welfare.requests.models import ContactRequest
from welfare.rules.permissions import Permission, decide
from welfare.web.seeding.case_plans import Fate
from welfare.web.seeding.case_script import SeededCase
from welfare.web.seeding.company import Company, Elder, Pupil, User
from welfare.web.seeding.playing import Played
from welfare.web.seeding.request_plans import SeededRequest
from welfare.web.seeding.stage import Stage

Document = dict[str, Any]


@dataclass
class Sight:
    """Who may see each case, and who may read its journal, on the day of the seed."""

    members: defaultdict[UUID, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    readers: defaultdict[UUID, list[UUID]] = field(default_factory=lambda: defaultdict(list))


def document_of(stage: Stage, played: Played) -> Document:
    """The whole profile as values that JSON knows."""
    company = played.company
    with stage.ledger.transaction() as reading:
        session = reading.session
        sight = _sight(session, company, stage)
        states = {row.id: row.state.value for row in session.execute(select(Case.id, Case.state))}
        requests = {row.id: row for row in session.scalars(select(ContactRequest))}
        return {
            "organisations": [_organisation(each) for each in session.scalars(select(Organisation))],
            "users": [_user(user) for user in company.users],
            "students": [_student(pupil) for pupil in company.pupils],
            "guardians": [_guardian(elder) for elder in company.elders],
            "cases": [_case(case, states[case.id], sight) for case in played.cases],
            "requests": [_request(each, requests[each.id]) for each in played.requests],
            "exclusions": [
                {"case_id": str(case.id), "user_id": str(case.plan.excluded.id)}
                for case in played.cases
                if case.plan.excluded
            ],
            "prohibitions": [
                {
                    "case_id": str(case.id),
                    "student_id": str(case.plan.pupil.id),
                    "guardian_id": str(case.plan.left_out_id),
                }
                for case in played.cases
                if case.plan.left_out_id
            ],
        }


def _sight(session: Session, company: Company, stage: Stage) -> Sight:
    sight = Sight()
    for user in company.users:
        account = session.get_one(Account, user.id)
        actor = actor_of(session, account, SignInSession(account_id=account.id, level=Level.FULL), stage.today)
        for seen in cases_visible_to(session, actor, stage.today):
            sight.members[seen.case.id].append(user.id)
            if decide(actor, Permission.JOURNAL_READ, seen.facts).is_granted:
                sight.readers[seen.case.id].append(user.id)
    return sight


def _organisation(each: Organisation) -> Document:
    return {
        "id": str(each.id),
        "kind": each.kind.value,
        "name_fi": each.name_fi,
        "name_sv": each.name_sv,
        "parent_id": str(each.parent_id) if each.parent_id else None,
    }


def _user(user: User) -> Document:
    return {
        "id": str(user.id),
        "username": user.username,
        "password": user.password,
        "totp_secret": user.totp_secret,
        "role": user.role.value,
        "organisation_id": str(user.organisation_id),
        "person_id": str(user.person_id),
        "name": user.name,
        "school_ids": _ids(user.school_ids),
    }


def _student(pupil: Pupil) -> Document:
    return {
        "id": str(pupil.id),
        "given_name": pupil.given_name,
        "family_name": pupil.family_name,
        "identity_code": pupil.identity_code,
        "school_id": str(pupil.school_id),
        "class_id": str(pupil.class_id),
        "guardian_ids": _ids(pupil.guardian_ids),
        "restricted": pupil.is_restricted,
    }


def _guardian(elder: Elder) -> Document:
    return {
        "id": str(elder.id),
        "given_name": elder.given_name,
        "family_name": elder.family_name,
        "student_ids": _ids(elder.student_ids),
        "has_custody": elder.has_custody,
        "restricted": elder.is_restricted,
    }


def _case(case: SeededCase, state: str, sight: Sight) -> Document:
    """``member_ids`` are those who may see it today: the rule's answer, not the plan's."""
    plan = case.plan
    fates = {fate.value: _ids(user.id for user, own in plan.members if own is fate) for fate in Fate}
    return {
        "id": str(case.id),
        "number": case.number,
        "student_id": str(plan.pupil.id),
        "school_id": str(plan.pupil.school_id),
        "state": state,
        "responsible_id": str(plan.lead.id),
        "member_ids": _ids(sight.members[case.id]),
        "reader_ids": _ids(sight.readers[case.id]),
        "asked_ids": fates,
        "background": case.background,
        "entry_texts": case.entry_texts,
    }


def _request(each: SeededRequest, row: ContactRequest) -> Document:
    return {
        "id": str(each.id),
        "receipt": each.receipt,
        "student_id": str(row.student_id),
        "school_id": str(row.school_id),
        "service": row.service.value,
        "state": row.state.value,
        "sender_kind": row.sender_kind.value,
        "sender_id": str(row.sender_account_id),
        "handler_id": str(row.handler_account_id) if row.handler_account_id else None,
        "urgent": row.is_urgent,
        "received_at": row.received_at.isoformat(),
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "text": each.text,
    }


def _ids(ids: Iterable[UUID]) -> list[str]:
    return [str(each) for each in ids]
