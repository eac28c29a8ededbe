from datetime import date

from tests.rules.wills import ADULT_FROM, ELIAS, MOTHER, NURSE, TODAY, said
from welfare.rules.answers import ConsentStatus, status_of_will
from welfare.rules.consent import Answer, ConsentKind


def test_each_card_tells_what_became_of_its_own_expression() -> None:
    first = said(ELIAS, on=date(2026, 9, 1))
    second = said(ELIAS, on=date(2026, 10, 1), until=date(2026, 11, 30))
    coming = said(ELIAS, on=date(2026, 11, 20), begins=date(2026, 12, 1))
    about_another = said(ELIAS, Answer.REFUSED, kind=ConsentKind.GROUP_MEMBER, person=NURSE)
    of_the_mother = said(MOTHER, Answer.WITHDRAWN)
    wills = (first, second, coming, about_another, of_the_mother)

    cards = [status_of_will(will, wills, TODAY, ADULT_FROM) for will in wills]

    assert cards == [
        ConsentStatus.SUPERSEDED,
        ConsentStatus.VALID,
        ConsentStatus.COMING,
        ConsentStatus.REFUSED,
        ConsentStatus.WITHDRAWN,
    ]
    assert status_of_will(coming, wills, date(2026, 12, 1), ADULT_FROM) is ConsentStatus.VALID
    assert status_of_will(said(MOTHER), (), ADULT_FROM, ADULT_FROM) is ConsentStatus.EXPIRED
