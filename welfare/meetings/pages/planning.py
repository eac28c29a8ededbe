"""What the forms of planning offer and say, by name."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.pages.text import words_of
from welfare.cases.queries import SeenCase, cases_visible_to
from welfare.consents.queries import people_by_id
from welfare.meetings.models import Meeting
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.rules.permissions import Permission, decide
from welfare.ui.fields import Option


def led_cases(work: UnitOfWork) -> list[SeenCase]:
    """The matters whose group the actor may call together today."""
    seen = cases_visible_to(work.session, work.actor, work.facts.on)
    return [found for found in seen if decide(work.actor, Permission.MEETING_PLAN_FOR, found.facts).is_granted]


def led_matters(work: UnitOfWork, seen: Iterable[SeenCase]) -> list[Option]:
    """The same as answers: number and pupil, with the title below."""
    cases = [found.case for found in seen]
    work.prefetch(cases)
    names = names_of(work, people_by_id(work.session, (case.student_id for case in cases)).values())
    ordered = sorted(cases, key=lambda case: names[case.student_id].sort_key)
    return [
        Option(case.id, f"{case.number} · {names[case.student_id].full}", words_of(work, case).title)
        for case in ordered
    ]


def busy_names(work: UnitOfWork, account_ids: Iterable[UUID]) -> Sequence[str]:
    """The names of those whose time is taken, in the reader's alphabet."""
    return busy_names_of_each(work, [frozenset(account_ids)])[0]


def busy_names_of_each(work: UnitOfWork, busy: Sequence[frozenset[UUID]]) -> list[Sequence[str]]:
    """The same for many times at once; each name is opened once."""
    columns = select(Account.id, Person).join(Person, Person.id == Account.person_id)
    rows = work.session.execute(columns.where(Account.id.in_(frozenset().union(*busy)))).all()
    names = names_of(work, [person for _id, person in rows])
    ordered = sorted(((id, names[person.id]) for id, person in rows), key=lambda each: each[1].sort_key)
    return [[name.full for id, name in ordered if id in ids] for ids in busy]


def meeting_place(work: UnitOfWork, meeting: Meeting) -> tuple[str, str]:
    """Where a meeting is held: the place, and the link for those who take part from afar."""
    words = work.decrypt_document(meeting, Meeting.document)
    return words["place"], words["link"]
