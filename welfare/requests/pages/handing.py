"""To whom a request may be handed, by name; and its text, opened to be sealed for another service."""

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.people.pages import names_of
from welfare.requests.models import ContactRequest
from welfare.requests.queries.services import colleagues_for
from welfare.ui.fields import Option


def colleague_options(work: UnitOfWork, request: ContactRequest) -> list[Option]:
    """The colleagues of the service at the school, by account."""
    colleagues = [c for c in colleagues_for(work.session, request, work.facts.on) if c.account_id]
    names = names_of(work, (colleague.person for colleague in colleagues))
    return [Option(c.account_id, names[c.person.id].full, ROLE_WORDS[c.role]) for c in colleagues]


def own_option(work: UnitOfWork) -> Option:
    """Oneself, who may be disqualified too."""
    return Option(work.actor.account_id, _("I myself"), _("The request goes back to the queue"))


def opened_document(work: UnitOfWork, request: ContactRequest) -> Document:
    """The request's text; a `GapDocument` when it cannot be opened, which must never be sealed in its place."""
    return work.decrypt_document(request, ContactRequest.document)
