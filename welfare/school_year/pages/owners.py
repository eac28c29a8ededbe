"""Owners in words; names of colleagues are opened here, through the wall's one door."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.queries.groups import workplace_of
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.people.pages.across_the_wall import staff_at, staff_names
from welfare.rules.annual_clock import Bearer, Owner
from welfare.rules.unit_types import has_pupils
from welfare.school_year.words import BEARER_WORDS, EARLY_CHILDHOOD_BEARERS
from welfare.ui.fields import Option

_OFFICES = (Bearer.COORDINATOR, Bearer.STEERING_GROUP)


def owner_options(work: UnitOfWork, unit: Organisation, now: Owner | None = None) -> list[Option]:
    """Everybody who may own something: seats first, then colleagues by name; the present owner whoever it is."""
    is_office, known = unit.kind is not OrganisationKind.SCHOOL, _bearers_of(unit)
    seats = [bearer for bearer in known if (bearer in _OFFICES) == is_office]
    place = workplace_of(work.session, unit)
    people: dict[Owner, Option] = {}
    for each in staff_at(work, place.places, place.roles, work.facts.on):
        owner = Owner(person_id=each.person_id)
        people.setdefault(owner, Option(owner, f"{each.name}, {ROLE_WORDS[each.role]}"))
    if now is not None and now.bearer is not None and now.bearer not in seats:
        seats.append(now.bearer)
    if now is not None and now.bearer is None and now not in people:
        people[now] = Option(now, owner_words(work, unit, [now])[now])
    return [*(Option(Owner(bearer=bearer), _seat(bearer, unit)) for bearer in seats), *people.values()]


def owner_words(work: UnitOfWork, unit: Organisation, owners: Iterable[Owner]) -> Mapping[Owner, str]:
    """Each owner as a page of the unit says it."""
    wanted = set(owners)
    people = {owner.person_id for owner in wanted if owner.person_id}
    names = staff_names(work, people) if people else {}
    return {owner: _words(owner, unit, names) for owner in wanted}


def _bearers_of(unit: Organisation) -> Mapping[Bearer, object]:
    return BEARER_WORDS if has_pupils(unit.unit_type) else EARLY_CHILDHOOD_BEARERS


def _seat(bearer: Bearer, unit: Organisation) -> str:
    return str(_bearers_of(unit).get(bearer, BEARER_WORDS[bearer]))


def _words(owner: Owner, unit: Organisation, names: Mapping[UUID, str]) -> str:
    if owner.bearer is not None:
        return _seat(owner.bearer, unit)
    return names.get(owner.person_id, _("Somebody who has left")) if owner.person_id else ""
