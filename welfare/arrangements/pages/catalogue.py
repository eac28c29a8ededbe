"""The catalogue as its keepers see it, with the numbers of its use."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from welfare.arrangements.queries import CATALOGUE, students_by_term
from welfare.audit.unit_of_work import UnitOfWork
from welfare.catalogues.pages import CataloguePage, ItemLine, provider_parts
from welfare.organisations.models import Organisation
from welfare.organisations.words import term_words
from welfare.rules.suppression import shown
from welfare.rules.terms import SchoolTerm, latest_terms
from welfare.ui.formats import number_text
from welfare.ui.locale import current_locale

TERMS = 3


def catalogue_page(work: UnitOfWork, floor: int) -> CataloguePage:
    """The catalogues that the reader keeps; nothing of any matter is opened. Raises FloorError."""
    terms = latest_terms(work.facts.on, TERMS)
    return CataloguePage(
        here="arrangements",
        title=_("Arrangements"),
        lead=_("What the education provider can offer a pupil. Groups choose from this list."),
        add=_("Add an arrangement"),
        heads=[_("Arrangement"), *(term_words(term) for term in terms), _("State")],
        right=range(1, TERMS + 1),
        empty=_("Nothing is offered yet. Add the first arrangement, as a shortened day or a quiet room."),
        note=_(
            "The numbers tell for how many pupils each was in use in a term. "
            "Numbers from one to %(most)s are not shown.",
            most=floor - 1,
        ),
        providers=provider_parts(
            work,
            lambda provider: _lines(work, provider, terms, floor),
            lambda provider: url_for("arrangements.begin_arrangement", provider=provider.id),
            lambda name: _("Arrangements of %(name)s", name=name),
        ),
    )


def _lines(work: UnitOfWork, provider: Organisation, terms: Sequence[SchoolTerm], floor: int) -> list[ItemLine]:
    locale, counted = current_locale(), students_by_term(work.session, provider.id, terms)
    return [
        ItemLine(
            url=url_for("arrangements.begin_change", arrangement=arrangement.id),
            name=version.name(locale),
            state=arrangement.state,
            cells=[count_text(counted.get(arrangement.id, {}).get(term, 0), floor) for term in terms],
            under=version.description(locale),
        )
        for arrangement, version in CATALOGUE.newest(work.session, provider.id)
    ]


def count_text(count: int, floor: int) -> str:
    """A count as it may be shown: small ones as fewer than the floor."""
    found = shown(count, floor)
    return f"<{floor}" if found is None else number_text(found)
