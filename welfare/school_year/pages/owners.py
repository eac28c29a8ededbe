"""Owners in words; names of colleagues are opened here."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.people.pages import names_of
from welfare.rules.annual_clock import Bearer, Owner
from welfare.school_year.queries.colleagues import colleagues_in, staff_by_id
from welfare.school_year.words import BEARER_WORDS
from welfare.ui.fields import Option

_OFFICES = (Bearer.COORDINATOR, Bearer.STEERING_GROUP)


def owner_options(work: UnitOfWork, unit: Organisation, now: Owner | None = None) -> list[Option]:
    """Everybody who may own something: seats first, then colleagues by name; the present owner whoever it is."""
    seats = [bearer for bearer in Bearer if (bearer in _OFFICES) == (unit.kind is not OrganisationKind.SCHOOL)]
    if now is not None and now.bearer is not None and now.bearer not in seats:
        seats.append(now.bearer)
    found = {Owner(person_id=person.id): role for person, role in colleagues_in(work.session, unit, work.facts.on)}
    people = staff_by_id(work.session, {owner.person_id for owner in found if owner.person_id} | _person_of(now))
    names = names_of(work, people)
    ordered = sorted(people, key=lambda person: names[person.id].sort_key)
    owners = [Owner(person_id=person.id) for person in ordered]
    return [Option(Owner(bearer=bearer), BEARER_WORDS[bearer]) for bearer in seats] + [
        Option(owner, _named(names[person.id].full, str(ROLE_WORDS[found[owner]]) if owner in found else ""))
        for owner, person in zip(owners, ordered, strict=True)
    ]


def owner_words(work: UnitOfWork, owners: Iterable[Owner]) -> Mapping[Owner, str]:
    """Each owner as a page says it."""
    wanted = set(owners)
    people = staff_by_id(work.session, {owner.person_id for owner in wanted if owner.person_id})
    names = {id: name.full for id, name in names_of(work, people).items()}
    return {owner: _words(owner, names) for owner in wanted}


def _words(owner: Owner, names: Mapping[UUID, str]) -> str:
    if owner.bearer is not None:
        return str(BEARER_WORDS[owner.bearer])
    return names.get(owner.person_id, _("Somebody who has left")) if owner.person_id else ""


def _named(name: str, role: str) -> str:
    return f"{name}, {role}" if role else name


def _person_of(owner: Owner | None) -> set[UUID]:
    return {owner.person_id} if owner is not None and owner.person_id else set()
