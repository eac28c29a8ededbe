"""What an administrator sees of the staff: names, posts and the state of accounts. Never a password or a code."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from welfare.accounts.models import Account
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.queries import account_of, open_sessions, posts_on, staff_of
from welfare.accounts.sessions import SessionPolicy
from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.people.pages import PersonName, names_of
from welfare.rules.actors import Role
from welfare.ui.locale import current_locale
from welfare.ui.paging import Page

PAGE_SIZE = 25


class AccountState(StrEnum):
    """How somebody's way in stands."""

    NONE = "none"
    WAITING = "waiting"
    ACTIVE = "active"
    DISABLED = "disabled"


class Shown(StrEnum):
    """Which part of the staff a list shows."""

    ALL = "all"
    WITHOUT = "without"
    WITH = "with"


@dataclass(frozen=True)
class StaffLine:
    """One member of staff in the list."""

    id: UUID
    name: PersonName
    roles: Sequence[str]
    state: AccountState
    is_oneself: bool


@dataclass(frozen=True)
class PostLine:
    """One post of a member of staff."""

    id: UUID
    role: str
    place: str
    begins_on: date
    ends_on: date | None


@dataclass(frozen=True)
class StaffMember:
    """One member of staff, for the page where their account and posts are changed."""

    id: UUID
    name: str
    employer: str
    state: AccountState
    username: str
    has_second_factor: bool
    sessions: int
    posts: Sequence[PostLine]

    @classmethod
    def of(cls, work: UnitOfWork, person: Person, policy: SessionPolicy) -> "StaffMember":
        """The page of one person."""
        account = account_of(work.session, person.id)
        posts = posts_on(work.session, [person.id], work.facts.on)
        return cls(
            id=person.id,
            name=PersonName.of(work, person).full,
            employer=work.session.get_one(Organisation, person.controller_id).name(current_locale()),
            state=state_of(account),
            username=open_credentials(work, account).username,
            has_second_factor=account is not None and account.has_second_factor,
            sessions=len(open_sessions(work.session, account.id, policy, work.now)) if account else 0,
            posts=[
                PostLine(
                    post.id, str(ROLE_WORDS[post.role]), place.name(current_locale()), post.begins_on, post.ends_on
                )
                for post, place in posts
            ],
        )


def state_of(account: Account | None) -> AccountState:
    """How somebody's way in stands."""
    if account is None:
        return AccountState.NONE
    if not account.is_enabled:
        return AccountState.DISABLED
    return AccountState.WAITING if account.must_change_password else AccountState.ACTIVE


def staff_page(work: UnitOfWork, shown: Shown, search: str, number: int, url: Callable[[int], str]) -> Page[StaffLine]:
    """One page of one's own staff by name; a search looks at the opened names, which never reach the database."""
    controllers = work.actor.controllers(Role.ADMINISTRATOR)
    found = [(p, a) for p, a in staff_of(work.session, controllers, work.facts.on) if _is_shown(shown, a)]
    names = names_of(work, (person for person, _account in found))
    wanted = search.casefold().split()
    kept = [(p, a) for p, a in found if all(word in names[p.id].full.casefold() for word in wanted)]
    kept.sort(key=lambda pair: (names[pair[0].id].sort_key, pair[0].id))
    start = (number - 1) * PAGE_SIZE
    return Page(_lines(work, kept[start : start + PAGE_SIZE], names), number, PAGE_SIZE, len(kept), url)


def _lines(
    work: UnitOfWork, found: Sequence[tuple[Person, Account | None]], names: Mapping[UUID, PersonName]
) -> list[StaffLine]:
    posts = posts_on(work.session, [person.id for person, _account in found], work.facts.on)
    return [
        StaffLine(
            id=person.id,
            name=names[person.id],
            roles=[
                f"{ROLE_WORDS[post.role]}, {place.name(current_locale())}"
                for post, place in posts
                if post.person_id == person.id
            ],
            state=state_of(account),
            is_oneself=person.id == work.actor.person_id,
        )
        for person, account in found
    ]


def _is_shown(shown: Shown, account: Account | None) -> bool:
    return {Shown.ALL: True, Shown.WITH: account is not None, Shown.WITHOUT: account is None}[shown]
