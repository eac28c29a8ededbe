"""On what ground welfare data may go to someone who takes no part (OHL 19 § 3, 22-23 §; IND §5.3; rules 24, 25 and 40).

Every disclosure writes what, to whom and on what ground into the journal (OHL 20 § 5). What a new school needs for
teaching (POL 40 §, OVL 23 § 3) is no ground here: that goes from the pupil register, never from this one.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from welfare.rules.citations import Citation, Statute
from welfare.rules.consent import ConsentKind
from welfare.rules.standing import Standing


class DisclosureGround(StrEnum):
    """The fixed list; the code is what the journal and the log keep."""

    CONSENT = "consent"
    TRANSFER_CONSENT = "transfer_consent"
    STUDENTS_WELFARE = "students_welfare"
    TEACHING = "teaching"
    COMPULSORY_EDUCATION = "compulsory_education"
    UPPER_SECONDARY_TASK = "upper_secondary_task"
    VOCATIONAL_TASK = "vocational_task"
    THREAT_TO_LIFE = "threat_to_life"
    CHILD_PROTECTION = "child_protection"
    EVIDENT_SOCIAL_NEED = "evident_social_need"
    SOCIAL_AUTHORITY_REQUEST = "social_authority_request"
    PARTYS_RIGHT = "partys_right"
    CONSULTATION = "consultation"


@dataclass(frozen=True, slots=True)
class GroundRule:
    """What a ground rests on and asks for."""

    citations: tuple[Citation, ...]
    consent: ConsentKind | None = None
    is_limited_to_necessary: bool = True
    """Only an extract goes, and the necessity is stated."""
    is_for_advice: bool = False
    """An expert is asked something, and what was asked is kept beside what was told (rule 40)."""


RULES = MappingProxyType(
    {
        DisclosureGround.CONSENT: GroundRule(
            (Citation(Statute.OHL, "22", 2, 1),), ConsentKind.DISCLOSURE, is_limited_to_necessary=False
        ),
        DisclosureGround.TRANSFER_CONSENT: GroundRule((Citation(Statute.OHL, "23", 3),), ConsentKind.TRANSFER),
        DisclosureGround.STUDENTS_WELFARE: GroundRule((Citation(Statute.OHL, "23", 2),)),
        DisclosureGround.TEACHING: GroundRule((Citation(Statute.POL, "40", 2),)),
        DisclosureGround.COMPULSORY_EDUCATION: GroundRule((Citation(Statute.OVL, "23", 4),)),
        DisclosureGround.UPPER_SECONDARY_TASK: GroundRule((Citation(Statute.LUKIOL, "58"),)),
        DisclosureGround.VOCATIONAL_TASK: GroundRule((Citation(Statute.AMML, "109"),)),
        DisclosureGround.THREAT_TO_LIFE: GroundRule((Citation(Statute.OHL, "23", 4),)),
        DisclosureGround.CHILD_PROTECTION: GroundRule((Citation(Statute.LSL, "25"),), is_limited_to_necessary=False),
        DisclosureGround.EVIDENT_SOCIAL_NEED: GroundRule((Citation(Statute.SHL, "35"),)),
        DisclosureGround.SOCIAL_AUTHORITY_REQUEST: GroundRule((Citation(Statute.ATL, "64"),)),
        DisclosureGround.PARTYS_RIGHT: GroundRule((Citation(Statute.JULKL, "11–12"),), is_limited_to_necessary=False),
        DisclosureGround.CONSULTATION: GroundRule(
            (Citation(Statute.OHL, "19", 3), Citation(Statute.JULKL, "26", 3)), is_for_advice=True
        ),
    }
)


class DisclosureLack(StrEnum):
    """What a disclosure still lacks."""

    WHAT = "what"
    TO_WHOM = "to_whom"
    GROUND = "ground"
    CONSENT = "consent"
    NECESSITY = "necessity"
    QUESTION = "question"
    RECEIVER = "receiver"  # the ground does not reach this person: rules/receivers.py
    DECIDER = "decider"  # another decides on this ground: rules/receivers.py


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureFacts:
    """A disclosure about to be made: whether things are said, never what they say."""

    ground: DisclosureGround | None
    has_what: bool = False
    has_recipient: bool = False
    has_necessity: bool = False
    has_question: bool = False
    consent: Standing | None = None
    """Of the kind the ground asks for and naming this recipient (standing.status_of)."""


def citation(ground: DisclosureGround, language: str) -> str:
    """The sections of a ground as a page shows them. Raises citations.UnknownLanguageError."""
    return "; ".join(place.text(language) for place in RULES[ground].citations)


def what_is_missing(facts: DisclosureFacts) -> tuple[DisclosureLack, ...]:
    """What keeps data from being disclosed (OHL 20 § 5, 22 § 2; rules 24, 25 and 40)."""
    rule = RULES[facts.ground] if facts.ground else None
    lacks = {
        DisclosureLack.WHAT: not facts.has_what,
        DisclosureLack.TO_WHOM: not facts.has_recipient,
        DisclosureLack.GROUND: rule is None,
        DisclosureLack.CONSENT: bool(rule and rule.consent) and not (facts.consent and facts.consent.is_valid),
        DisclosureLack.NECESSITY: bool(rule and rule.is_limited_to_necessary) and not facts.has_necessity,
        DisclosureLack.QUESTION: bool(rule and rule.is_for_advice) and not facts.has_question,
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)
