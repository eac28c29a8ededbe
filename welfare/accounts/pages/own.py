"""One's own account page: how one signs in, where one is signed in now, and what has happened to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from welfare.accounts.kept_text import has_offered
from welfare.accounts.models import Account, Change, SignInSession
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.pages.label import AccountLabel
from welfare.accounts.queries import last_sign_in, open_sessions, recovery_codes_left
from welfare.accounts.sessions import SessionPolicy
from welfare.accounts.words import CHANGE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.actors import World


@dataclass(frozen=True)
class OpenSession:
    """One browser that is signed in."""

    id: UUID
    browser: str
    began_at: datetime
    seen_at: datetime
    is_this: bool


@dataclass(frozen=True)
class OwnPage:
    """What the page shows."""

    name: str
    office: str
    username: str
    is_staff: bool
    has_second_factor: bool
    codes_left: int
    last_at: datetime | None
    change: str | None
    changed_at: datetime | None
    sessions: Sequence[OpenSession]
    has_kept_text: bool

    @classmethod
    def of(cls, work: UnitOfWork, account: Account, policy: SessionPolicy, session_id: UUID) -> "OwnPage":
        """The page of the account at work, seen from one of its sessions."""
        label, this = AccountLabel.of(work), work.session.get_one(SignInSession, session_id)
        return cls(
            name=label.name,
            office=label.office,
            username=open_credentials(work, account).username,
            is_staff=account.world is World.STAFF,
            has_second_factor=account.has_second_factor,
            codes_left=recovery_codes_left(work.session, account.id),
            last_at=last_sign_in(work.session, account.id, before=this.created_at),
            change=CHANGE_WORDS[Change(account.changed_how)] if account.changed_how else None,
            changed_at=account.changed_at,
            sessions=[
                OpenSession(found.id, found.browser, found.created_at, found.seen_at, found.id == session_id)
                for found in open_sessions(work.session, account.id, policy, work.now)
            ],
            has_kept_text=has_offered(work),
        )


def own_words(work: UnitOfWork, account: Account) -> Sequence[str]:
    """The names others know about an account's owner: none of them makes a password."""
    words = [open_credentials(work, account).username]
    person = work.session.get(Person, account.person_id) if account.person_id else None
    if person is not None:
        name = PersonName.of(work, person)
        words += [name.given, name.family]
        ids = {person.controller_id, *(post.organisation_id for post in work.actor.posts)}
        places = work.session.scalars(select(Organisation).where(Organisation.id.in_(ids)))
        words += [name for place in places for name in (place.name_fi, place.name_sv)]
    return words
