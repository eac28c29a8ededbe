"""What invented families say: one answer becomes as many expressions of will as there are people who decide."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.consents.actions import RecordWill
from welfare.rules.ability import Ability
from welfare.rules.actors import Role
from welfare.rules.answers import default_valid_to
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way
from welfare.web.seeding.company import Pupil

SCOPE = "Asian käsittelyssä tarpeelliset tiedot: koulunkäynti, poissaolot ja hyvinvointi"
PURPOSE = "Oppilaan tukeminen asiantuntijaryhmässä"
FINDING = "Keskusteltu oppilaan kanssa: suostumuksen merkitys ei vielä hahmotu."


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a family: which consent, naming whom, and until when a yes would hold."""

    kind: ConsentKind
    named_id: UUID | None = None
    valid_to: date | None = None
    is_to_join: bool = False


def handling(given_on: date) -> Question:
    """Whether the matter may be handled in an expert group."""
    return Question(ConsentKind.GROUP_HANDLING, valid_to=default_valid_to(given_on))


def membership(person_id: UUID, valid_to: date | None) -> Question:
    """Whether this expert may take part."""
    return Question(ConsentKind.GROUP_MEMBER, person_id, valid_to, is_to_join=True)


def answers(pupil: Pupil, question: Question, given_on: date, answer: Answer = Answer.GIVEN) -> list[RecordWill]:
    """The same answer by everybody who decides: the pupil, or of a small one each guardian. One no is enough."""
    if pupil.is_able or not pupil.guardian_ids:
        return [_will(pupil.id, GiverCapacity.SELF, question, given_on, answer)]
    givers = pupil.guardian_ids if answer is Answer.GIVEN else pupil.guardian_ids[:1]
    return [_will(giver, GiverCapacity.GUARDIAN, question, given_on, answer) for giver in givers]


def prohibition(pupil: Pupil, guardian_id: UUID, given_on: date) -> RecordWill:
    """A minor leaves a guardian out, for a weighty reason."""
    return RecordWill(
        kind=ConsentKind.MINOR_PROHIBITION,
        answer=Answer.GIVEN,
        giver_id=pupil.id,
        capacity=GiverCapacity.SELF,
        named_person_id=guardian_id,
        given_on=given_on,
        way=Way.PAPER,
        language="fi",
        words={"scope": "Kaikki tämän asian tiedot", "weighty_reason": "Kotona on siitä riitaa, ja pelkään sitä."},
    )


def _will(giver_id: UUID, capacity: GiverCapacity, question: Question, given_on: date, answer: Answer) -> RecordWill:
    is_yes, is_guardian = answer is Answer.GIVEN, capacity is GiverCapacity.GUARDIAN
    finding = {"ability_grounds": FINDING, "ability_profession": Role.CURATOR.value} if is_guardian else {}
    return RecordWill(
        kind=question.kind,
        answer=answer,
        giver_id=giver_id,
        capacity=capacity,
        named_person_id=question.named_id,
        given_on=given_on,
        valid_to=question.valid_to if is_yes else None,
        way=Way.PAPER,
        language="fi",
        ability=Ability.UNABLE if is_guardian else None,
        ability_on=given_on if is_guardian else None,
        words={"purpose": PURPOSE, "scope": SCOPE, **finding} if is_yes else finding,
        is_to_join=question.is_to_join and is_yes,
    )
