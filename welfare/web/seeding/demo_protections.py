"""Non-disclosures of the demonstration: one whose last day is near, and one whose end waits for a second person."""

from contextlib import AbstractContextManager
from datetime import timedelta

from welfare.audit.unit_of_work import UnitOfWork
from welfare.non_disclosures.actions import SetProtection, propose_end, set_protection
from welfare.non_disclosures.pages import PlacePage
from welfare.non_disclosures.queries import family_of, load_protected, standing_of
from welfare.people.models import Person
from welfare.rules.non_disclosure import PlaceReason, ProtectionSource
from welfare.rules.permissions import Permission
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

PRINCIPAL, PSYCHOLOGIST, NURSE = "karoliina", "linda", "maria"
NEARING, ENDING = "p000047", "p000091"
"""Both are marked in the roster, with one guardian who is marked too."""
SEEN = "Äiti näytti Digi- ja väestötietoviraston päätöksen."
MOVED = "Perhe kertoi muuttaneensa eikä tarvitse enää turvakieltoa. Pyydetty vielä kirjallinen vahvistus."


def protections(troupe: Troupe) -> list[Thread]:
    """The principal wrote one down, the psychologist the other."""
    return [_nearing(troupe), _ending(troupe)]


def _nearing(troupe: Troupe) -> Thread:
    yield troupe.at(-20, "8.40")
    with _scene(troupe, PRINCIPAL, Permission.NON_DISCLOSURE_SET, NEARING) as (work, pupil):
        set_protection(work, pupil, _told(work, pupil, ProtectionSource.POPULATION_REGISTER, days=45))
    yield troupe.at(-3, "10.15")
    with _scene(troupe, NURSE, Permission.PLACE_READ, NEARING) as (work, pupil):
        PlacePage.of(work, pupil, PlaceReason.CONTACT)


def _ending(troupe: Troupe) -> Thread:
    yield troupe.at(-15, "9.05")
    with _scene(troupe, PSYCHOLOGIST, Permission.NON_DISCLOSURE_SET, ENDING) as (work, pupil):
        set_protection(work, pupil, _told(work, pupil, ProtectionSource.FAMILY))
    yield troupe.at(-2, "13.20")
    with _scene(troupe, PSYCHOLOGIST, Permission.NON_DISCLOSURE_PROPOSE, ENDING) as (work, pupil):
        row = standing_of(work.session, pupil.id)
        if row is not None:
            propose_end(work, row, MOVED)


def _scene(
    troupe: Troupe, who: str, permission: Permission, pupil: str
) -> AbstractContextManager[tuple[UnitOfWork, Person]]:
    asked = Asked("student", load_protected, troupe.pupils[pupil].id)
    return troupe.stage.scene(troupe.players[who].id, permission, asked)


def _told(work: UnitOfWork, pupil: Person, source: ProtectionSource, days: int | None = None) -> SetProtection:
    """Guardians whom the roster marks live with the pupil, and so do siblings whom it marks."""
    guardians, siblings = family_of(work.session, pupil.id, work.facts)
    return SetProtection(
        source=source,
        begins_on=work.facts.on,
        until_on=work.facts.on + timedelta(days=days) if days else None,
        hidden_from=tuple(each.id for each in guardians if not each.is_restricted),
        household=tuple(each.id for each in (*guardians, *siblings) if each.is_restricted),
        words=SEEN,
    )
