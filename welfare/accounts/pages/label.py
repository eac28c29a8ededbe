"""Who is signed in, for the foot of the navigation."""

from dataclasses import dataclass

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.ui.locale import current_locale


@dataclass(frozen=True)
class AccountLabel:
    """Who is signed in and in which office, for the foot of the navigation."""

    name: str
    office: str

    @classmethod
    def of(cls, work: UnitOfWork) -> "AccountLabel":
        """The label of the actor at work."""
        person = work.session.get(Person, work.actor.person_id) if work.actor.person_id else None
        if person is None:
            return cls("", "")
        name = PersonName.of(work, person).full
        post = work.actor.leading_post()
        place = work.session.get(Organisation, post.organisation_id) if post else None
        role = str(ROLE_WORDS[post.role]) if post else ""
        return cls(name, f"{role} · {place.name(current_locale())}" if place and role else role)
