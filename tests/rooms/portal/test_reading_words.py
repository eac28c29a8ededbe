"""What somebody did is told in words of its own, whatever room it was done in."""

from welfare.portal.reading_words import DEEDS, KEEPS, OTHER, WHY_ELSE, WHYS, why_of
from welfare.rules.permissions import GRANTS, Permission

TELL_OF_NO_PUPIL = {
    *("account", "calendar", "catalogue", "community", "comparison", "county", "cover", "decoy", "draft", "idea"),
    *("identity_code", "job", "organisation", "programme", "provider", "session", "sign_in", "system", "worklist"),
}
"""Of these a pupil's log says that the name was seen in a list, or has nothing at all."""


def test_every_kind_of_deed_has_easy_words_or_is_known_to_need_none() -> None:
    kinds = {permission.value.partition(":")[0] for permission in Permission}
    assert kinds - set(DEEDS) == TELL_OF_NO_PUPIL
    assert OTHER not in DEEDS.values()


def test_every_reason_is_one_by_which_something_is_granted() -> None:
    granted = {clause.__name__ for rows in GRANTS.values() for row in rows for clause in row}
    assert {clause for clause, _words in WHYS} - granted == set()
    assert why_of(["is_staff", KEEPS]) != why_of(["is_staff"]) == str(WHY_ELSE)
