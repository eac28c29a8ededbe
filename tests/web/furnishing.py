"""What is put beside the cast where pages are looked at: matters in every state, answers of every kind, a long name."""

from tests.builders import Village
from tests.builders_cases import a_bare_case, a_case, a_will
from tests.builders_journal import IDENTITY_CODE
from tests.web.cast import Cast
from welfare.organisations.models import RunningNumber
from welfare.people.models import Person
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind

LONG_NAME = "Maximiliane-Hannaelisabeth Vähä-Kuusilehto-Rautiainen"


def furnish(village: Village, cast: Cast) -> None:
    """Fill the rooms."""
    _identify(village, cast)
    people, case_id = cast.people, cast.things["case_id"]
    aada, saara = people["aada_herself"], people["saara_curator"]
    a_will(village, case_id, aada, ConsentKind.OUTSIDER_PARTICIPATION)
    a_will(village, case_id, aada, ConsentKind.DISCLOSURE, Answer.REFUSED)
    a_will(village, case_id, aada, ConsentKind.MINOR_PROHIBITION, named=people["aadas_guardian"], has_scope=False)
    long = village.student(LONG_NAME, village.a_class("7A-erityisluokka"))
    a_bare_case(village, long, saara)
    for state in (CaseState.FOLLOW_UP, CaseState.CLOSED):
        a_case(village, long, saara, people["oona_own_teacher"], state=state)


def _identify(village: Village, cast: Cast) -> None:
    """What the law asks of a journal's pupil, and numbers that run on from those that tests give."""
    with village.work() as work:
        aada = work.session.get_one(Person, cast.people["aada_herself"].person_id)
        guardian = work.session.get_one(Person, cast.people["aadas_guardian"].person_id)
        work.encrypt(aada, Person.identity_code, IDENTITY_CODE)
        work.encrypt_document(guardian, Person.contact, {"phone": "040 123 4567", "email": "tiina@example.org"})
        for series in ("KOI", "T"):
            numbers = RunningNumber(controller_id=village.provider_id, series=f"2026–27/{series}", last=900)
            work.session.add(numbers)
