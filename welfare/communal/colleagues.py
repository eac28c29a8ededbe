"""Who works in a unit and can be given a task in its communal work: staff alone, known by their accounts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from welfare.accounts.models import Account
from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.queries.groups import workplace_of
from welfare.organisations.models import Organisation
from welfare.people.pages.across_the_wall import posts_at, staff_at, staff_names
from welfare.rules.actors import Role, World
from welfare.rules.communal_grants import COMMUNITY_STAFF
from welfare.ui.fields import Option


@dataclass(frozen=True, slots=True)
class Colleague:
    """A worker with an account, by name and post."""

    account_id: UUID
    person_id: UUID
    name: str
    role: Role


def colleagues_at(work: UnitOfWork, unit: Organisation) -> Sequence[Colleague]:
    """Everybody with an account who works at the unit today, each once, by name."""
    place = workplace_of(work.session, unit)
    staff = staff_at(work, place.places, place.roles, work.facts.on)
    accounts = _accounts_of(work, {each.person_id for each in staff})
    found: dict[UUID, Colleague] = {}
    for each in staff:
        if each.person_id in accounts:
            found.setdefault(each.person_id, Colleague(accounts[each.person_id], each.person_id, each.name, each.role))
    return list(found.values())


def colleague_options(work: UnitOfWork, unit: Organisation, besides: Iterable[UUID] = ()) -> list[Option]:
    """The same to choose from; with whoever is named already and works there no more."""
    staff = colleagues_at(work, unit)
    options = [Option(each.account_id, each.name, ROLE_WORDS[each.role]) for each in staff]
    gone = set(besides) - {each.account_id for each in staff}
    return options + [Option(id, name) for id, name in names_by_account(work, gone).items()]


def names_by_account(work: UnitOfWork, account_ids: Iterable[UUID | None]) -> Mapping[UUID, str]:
    """The names of workers by their accounts; nobody else's is ever opened here."""
    wanted = {each for each in account_ids if each is not None}
    if not wanted:
        return {}
    statement = select(Account.id, Account.person_id).where(Account.id.in_(wanted), Account.person_id.is_not(None))
    people: dict[UUID, UUID] = {row[0]: row[1] for row in work.session.execute(statement) if row[1]}
    names = staff_names(work, people.values())
    return {account: names[person] for account, person in people.items() if person in names}


def _accounts_of(work: UnitOfWork, person_ids: set[UUID]) -> Mapping[UUID, UUID]:
    wanted = Account.person_id.in_(person_ids), Account.world == World.STAFF, Account.is_enabled
    found = work.session.execute(select(Account.person_id, Account.id).where(*wanted))
    return {row[0]: row[1] for row in found if row[0]}


def accounts_at(work: UnitOfWork, unit_ids: Collection[UUID]) -> Mapping[UUID, Mapping[UUID, frozenset[Role]]]:
    """The accounts whose posts lie at each of some units today, with their posts; no name is opened."""
    posts = posts_at(work.session, unit_ids, COMMUNITY_STAFF, work.facts.on)
    accounts = _accounts_of(work, {person for people in posts.values() for person in people})
    return {
        unit_id: {accounts[person]: roles for person, roles in people.items() if person in accounts}
        for unit_id, people in posts.items()
    }


def persons_of(work: UnitOfWork, account_ids: Collection[UUID]) -> Sequence[UUID]:
    """The people of some accounts of the staff, for mail."""
    wanted = Account.id.in_(account_ids), Account.world == World.STAFF, Account.person_id.is_not(None)
    return [id for id in work.session.scalars(select(Account.person_id).where(*wanted)) if id]
