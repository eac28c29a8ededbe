"""Accounts that really sign in: passwords, secrets and codes, put into a database as a test needs them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import pyotp

from tests.builders import Someone, Village
from tests.client import Client, Page
from welfare.accounts.actions import create_account
from welfare.accounts.models import Account, InstanceMark
from welfare.people.models import Person
from welfare.rules.actors import Role, World

PASSWORD = "mustikkapiirakka ja kahvi"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@dataclass(frozen=True)
class Signer:
    """A person who knows how to sign in."""

    someone: Someone
    account_id: UUID
    username: str
    password: str = PASSWORD
    secret: str = SECRET
    has_second_factor: bool = True

    def code(self, now: datetime) -> str:
        """What the authenticator app shows at a moment."""
        return pyotp.TOTP(self.secret).at(now)

    def give_password(self, client: Client, **wishes: object) -> Page:
        """The first step."""
        page = client.get("/sign-in")
        return page.form("#sign-in").submit(username=self.username, password=self.password, **wishes)  # type: ignore[arg-type]

    def sign_in(self, client: Client, now: datetime) -> Page:
        """Both steps, as a member of staff."""
        return self.give_password(client).form("#code-form").submit(code=self.code(now))


def a_signer(
    village: Village,
    username: str = "saara.lehtovirta",
    name: str = "Saara Lehtovirta",
    role: Role = Role.CURATOR,
    *,
    has_second_factor: bool = True,
    is_demo: bool = False,
) -> Signer:
    """A member of staff who can sign in."""
    return _signer(village, village.staff(role, name), World.STAFF, username, (has_second_factor, is_demo))


def a_citizen(
    village: Village,
    someone: Someone,
    username: str = "aino.k",
    *,
    has_second_factor: bool = False,
    is_demo: bool = False,
) -> Signer:
    """A student or a guardian who can sign in."""
    return _signer(village, someone, World.CITIZEN, username, (has_second_factor, is_demo))


def mark_as_demo(village: Village) -> None:
    """Make the database one of invented people."""
    with village.work() as work:
        work.session.add(InstanceMark(name="demo", value="yes"))


def _signer(village: Village, someone: Someone, world: World, username: str, marks: tuple[bool, bool]) -> Signer:
    with village.work() as work:
        work.session.delete(work.session.get_one(Account, someone.account_id))
        work.session.flush()
        person = work.session.get_one(Person, someone.person_id)
        has_second_factor, is_demo = marks
        secret = SECRET if has_second_factor else None
        account = create_account(work, person, world, username, PASSWORD, totp_secret=secret, is_demo=is_demo)
        return Signer(someone, account.id, username, has_second_factor=has_second_factor)
