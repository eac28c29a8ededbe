"""How whoever asked may be reached: what the answers forbid, and that no answer forbids nothing (OHL 18 § 1)."""

import pytest

from welfare.rules.safe_contact import UNASKED, UNREADABLE, ContactWay, HomeContact, SafeContact, safe_contact_of
from welfare.rules.talks import TalkWay

AT_SCHOOL, PHONE = (ContactWay.AT_SCHOOL,), (ContactWay.PHONE, ContactWay.AT_SCHOOL)


@pytest.mark.parametrize(
    ("safe", "may_call", "may_reach_home", "is_limited"),
    [
        (UNASKED, True, True, False),
        (SafeContact(ways=PHONE, phone="040 555 0199"), True, True, False),
        (SafeContact(ways=AT_SCHOOL), False, True, True),
        (SafeContact(home=HomeContact.FINE), True, True, False),
        (SafeContact(home=HomeContact.NEVER), True, False, True),
        (SafeContact(kept_from="Isoveli"), True, True, True),
        (UNREADABLE, False, False, True),
    ],
)
def test_an_answer_forbids_what_it_says_and_silence_nothing(
    safe: SafeContact, *, may_call: bool, may_reach_home: bool, is_limited: bool
) -> None:
    assert (safe.may_call, safe.may_reach_home, safe.is_limited) == (may_call, may_reach_home, is_limited)
    assert (TalkWay.PHONE in safe.talk_ways) is may_call
    assert TalkWay.IN_PERSON in safe.talk_ways


@pytest.mark.parametrize("safe", [UNASKED, UNREADABLE, SafeContact(ways=PHONE, phone="1", kept_from="Isä")])
def test_what_is_sealed_is_read_back(safe: SafeContact) -> None:
    assert safe_contact_of(safe.as_document()) == safe


@pytest.mark.parametrize("document", [{}, {"safe_ways": ["owl"], "home_contact": "maybe"}])
def test_what_was_written_before_anybody_was_asked_forbids_nothing(document: dict[str, object]) -> None:
    assert safe_contact_of(document) == UNASKED
