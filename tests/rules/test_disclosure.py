import pytest

from welfare.rules.answers import ConsentStatus
from welfare.rules.consent import ConsentKind
from welfare.rules.disclosure import (
    RULES,
    DisclosureFacts,
    DisclosureGround,
    DisclosureLack,
    citation,
    what_is_missing,
)
from welfare.rules.standing import Standing

VALID, WITHDRAWN = Standing(ConsentStatus.VALID), Standing(ConsentStatus.WITHDRAWN)
BY_CONSENT = {
    DisclosureGround.CONSENT: ConsentKind.DISCLOSURE,
    DisclosureGround.TRANSFER_CONSENT: ConsentKind.TRANSFER,
}
WITHOUT_CONSENT = [ground for ground in DisclosureGround if ground not in BY_CONSENT]
NEED_NOT_BE_NECESSARY = {
    DisclosureGround.CONSENT,
    DisclosureGround.CHILD_PROTECTION,
    DisclosureGround.PARTYS_RIGHT,
}


def facts(
    ground: DisclosureGround | None,
    consent: Standing | None = None,
    *,
    said: bool = True,
    necessary: bool = True,
    asked: bool = True,
) -> DisclosureFacts:
    return DisclosureFacts(
        ground=ground,
        has_what=said,
        has_recipient=said,
        has_necessity=necessary,
        has_question=asked,
        consent=consent,
    )


@pytest.mark.parametrize("ground", WITHOUT_CONSENT)
def test_a_ground_in_law_needs_no_consent(ground: DisclosureGround) -> None:
    assert what_is_missing(facts(ground)) == ()


@pytest.mark.parametrize(("ground", "kind"), list(BY_CONSENT.items()))
def test_a_ground_of_consent_needs_that_consent_to_hold(ground: DisclosureGround, kind: ConsentKind) -> None:
    assert RULES[ground].consent is kind
    assert what_is_missing(facts(ground, VALID)) == ()
    assert what_is_missing(facts(ground, WITHDRAWN)) == (DisclosureLack.CONSENT,)
    assert what_is_missing(facts(ground)) == (DisclosureLack.CONSENT,)


@pytest.mark.parametrize("ground", DisclosureGround)
def test_where_only_the_necessary_may_go_the_necessity_is_stated(ground: DisclosureGround) -> None:
    lacks = what_is_missing(facts(ground, VALID, necessary=False))

    assert lacks == (() if ground in NEED_NOT_BE_NECESSARY else (DisclosureLack.NECESSITY,))


@pytest.mark.parametrize("ground", DisclosureGround)
def test_of_an_expert_asked_for_advice_the_question_is_kept(ground: DisclosureGround) -> None:
    lacks = what_is_missing(facts(ground, VALID, asked=False))

    assert lacks == ((DisclosureLack.QUESTION,) if ground is DisclosureGround.CONSULTATION else ())


def test_what_to_whom_and_on_what_ground_are_always_asked() -> None:
    assert what_is_missing(facts(None, said=False)) == (
        DisclosureLack.WHAT,
        DisclosureLack.TO_WHOM,
        DisclosureLack.GROUND,
    )


@pytest.mark.parametrize("ground", DisclosureGround)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_ground_cites_its_section_in_every_language(ground: DisclosureGround, language: str) -> None:
    assert ("section" if language == "en" else "§") in citation(ground, language)


@pytest.mark.parametrize(
    ("ground", "sections"),
    [
        (DisclosureGround.CONSENT, "OHL 22 § 2 mom. 1 kohta"),
        (DisclosureGround.TRANSFER_CONSENT, "OHL 23 § 3 mom."),
        (DisclosureGround.STUDENTS_WELFARE, "OHL 23 § 2 mom."),
        (DisclosureGround.TEACHING, "POL 40 § 2 mom."),
        (DisclosureGround.COMPULSORY_EDUCATION, "OVL 23 § 4 mom."),
        (DisclosureGround.UPPER_SECONDARY_TASK, "LukioL 58 §"),
        (DisclosureGround.VOCATIONAL_TASK, "AmmL 109 §"),
        (DisclosureGround.THREAT_TO_LIFE, "OHL 23 § 4 mom."),
        (DisclosureGround.CHILD_PROTECTION, "LSL 25 §"),
        (DisclosureGround.EVIDENT_SOCIAL_NEED, "SHL 35 §"),
        (DisclosureGround.SOCIAL_AUTHORITY_REQUEST, "ATL 64 §"),
        (DisclosureGround.PARTYS_RIGHT, "JulkL 11–12 §"),
        (DisclosureGround.CONSULTATION, "OHL 19 § 3 mom.; JulkL 26 § 3 mom."),
    ],
)
def test_each_ground_rests_on_the_section_of_the_handbook(ground: DisclosureGround, sections: str) -> None:
    assert "; ".join(place.short for place in RULES[ground].citations).replace("\u00a0", " ") == sections


def test_a_ground_of_two_acts_cites_both() -> None:
    text = citation(DisclosureGround.CONSULTATION, "fi").replace("\u00a0", " ")

    assert text == "oppilas- ja opiskelijahuoltolaki 19 § 3 mom.; julkisuuslaki 26 § 3 mom."
