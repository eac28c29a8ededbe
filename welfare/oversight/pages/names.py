"""Names of those who acted and of those it was about."""

from collections.abc import Iterable
from uuid import UUID

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.oversight.queries import actors_of, own_controllers
from welfare.people.models import Person, PersonKind
from welfare.people.pages import names_of
from welfare.rules.actors import Role
from welfare.rules.registers import HOUSE
from welfare.ui.locale import current_locale


def staff_names(work: UnitOfWork, account_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Names of the staff among some accounts; pupils and guardians stay their role until one event is opened."""
    people = actors_of(work.session, {found for found in account_ids if found is not None})
    staff = {account: person for account, person in people.items() if person.kind is PersonKind.STAFF}
    names = names_of(work, staff.values())
    return {account: names[person.id].full for account, person in staff.items()}


def person_names(work: UnitOfWork, person_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names of people of the controllers served, opened; somebody else's people are left out."""
    wanted = [work.session.get(Person, person_id) for person_id in person_ids]
    controllers = own_controllers(work.actor)
    own = [person for person in wanted if person is not None and person.controller_id in controllers]
    return {person_id: name.full for person_id, name in names_of(work, own).items()}


def actor_name(work: UnitOfWork, account_id: UUID | None) -> str:
    """Who acted, opened whoever it was; words where nobody of one's own did."""
    person = actors_of(work.session, {account_id}).get(account_id) if account_id else None
    if person is None:
        return _("Nobody signed in, or the system")
    return person_names(work, [person.id]).get(person.id) or _("Somebody of another controller")


def role_text(roles: Iterable[str]) -> str:
    """The roles at the time of an event."""
    known = {role.value: str(ROLE_WORDS[role]) for role in Role}
    return ", ".join(known.get(role, role) for role in roles)


def chain_name(work: UnitOfWork, chain_id: UUID) -> str:
    """Whose chain it is."""
    if chain_id == HOUSE:
        return _("The installation’s own")
    controller = work.session.get(Organisation, chain_id)
    return chain_id.hex if controller is None else controller.name(current_locale())
