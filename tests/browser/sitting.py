"""The people of the meeting's story: two pupils with a matter each, and seven who sit with one of them or with both."""

from dataclasses import dataclass
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_accounts import Signer, a_citizen, a_signer
from tests.builders_cases import BEGAN, a_bare_case, a_case, a_place, a_will
from tests.builders_minutes import knows_the_family
from tests.clock import Clock
from welfare.rules.ability import Ability
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.consent import ConsentKind

NELLI = "Nelli Nuotio"
"""A youth worker from outside, who has no account here."""


@dataclass(frozen=True)
class Sitting:
    """Everybody. Saara leads both matters, and Mirja is in both groups; Petri and Henrik are to join one each."""

    clock: Clock
    aada: Signer
    elias: Signer
    tiina: Signer
    """Aada's guardian."""
    jari: Signer
    """Elias's guardian, who decides for him: Elias is too young to judge what a consent means."""
    saara: Signer
    mirja: Signer
    petri: Signer
    henrik: Signer
    aadas_case: str
    eliass_case: str


def a_sitting(village: Village, clock: Clock) -> Sitting:
    """Both matters are open, and have been for a while."""
    class_id = village.a_class("8B")
    aada, elias = village.student("Aada Metsäpelto", class_id), village.student("Elias Vuorela", class_id)
    tiina, jari = village.guardian("Tiina Metsäpelto", aada), village.guardian("Jari Vuorela", elias)
    knows_the_family(village, aada, tiina)
    knows_the_family(village, elias, jari)
    families = {"aada": aada, "elias": elias, "tiina": tiina, "jari": jari}
    citizens = {name: a_citizen(village, who, f"{name}.koti") for name, who in families.items()}
    saara = a_signer(village, "saara.lehtovirta", "Saara Lehtovirta", Role.CURATOR)
    mirja = a_signer(village, "mirja.kanervala", "Mirja Kanervala", Role.NURSE)
    group = _as_signed_up(saara), _as_signed_up(mirja)
    aadas_case = a_case(village, _as_signed_up(citizens["aada"]), *group)
    of_elias = _as_signed_up(citizens["elias"]), _as_signed_up(citizens["jari"])
    eliass_case = _a_case_by_guardian(village, *of_elias, *group)
    return Sitting(
        clock=clock,
        **citizens,
        saara=saara,
        mirja=mirja,
        petri=a_signer(village, "petri.hongisto", "Petri Hongisto", Role.SPECIAL_TEACHER),
        henrik=a_signer(village, "henrik.stahlnas", "Henrik Ståhlnäs", Role.TEACHER),
        aadas_case=f"/cases/{aadas_case}",
        eliass_case=f"/cases/{eliass_case}",
    )


def _a_case_by_guardian(village: Village, student: Someone, guardian: Someone, lead: Someone, member: Someone) -> UUID:
    """A matter for which the guardian has consented, after a finding that the pupil cannot."""
    case_id = a_bare_case(village, student, lead, state=CaseState.OPEN)
    a_place(village, case_id, student, member)
    handling, membership = ConsentKind.GROUP_HANDLING, ConsentKind.GROUP_MEMBER
    for kind, named in ((handling, None), (membership, lead), (membership, member)):
        a_will(village, case_id, student, kind, giver=guardian, named=named, ability=Ability.UNABLE, ability_on=BEGAN)
    return case_id


def _as_signed_up(signer: Signer) -> Someone:
    """The person under the account that signing up has made."""
    return Someone(signer.someone.person_id, signer.account_id, signer.someone.name)
