"""A consent may name somebody of the school: that person, and nobody else, reads here on that ground (OHL 22 § 2)."""

from collections.abc import Callable

from sqlalchemy import select

from tests.builders import Someone
from tests.builders_journal import Matter
from tests.client import Client, Page
from tests.recording import record_answer
from tests.rooms.disclosures.conftest import FIRST, SECOND
from tests.rooms.journal.conftest import in_english
from welfare.disclosures.models import Disclosure
from welfare.rules.actors import Role
from welfare.rules.disclosure import DisclosureGround

Enter = Callable[[Someone], Client]


def consent_to(saara: Client, matter: Matter, receiver: Someone) -> str:
    """What the pupil says, recorded as the responsible person does it; the consent as the next form offers it."""
    named = str(receiver.person_id)
    record_answer(saara, matter.case_id, "disclosure", matter.student, member=named, scope="Aamujen järjestelyt")
    return offered(saara, matter).form("Give it").options["consent"][receiver.name]


def offered(saara: Client, matter: Matter) -> Page:
    return saara.get(f"/cases/{matter.case_id}/disclosures/new")


def give(saara: Client, matter: Matter, reader: Someone, consent: str, status: int = 200) -> Page:
    form = offered(saara, matter).form("Give it")
    values = {"how": "read_here", "ground": "consent", "consent": consent, "reader": str(reader.account_id)}
    return form.fill(passages=[form.options["passages"][FIRST]], **values).submit(status=status)


def rows(matter: Matter) -> list[DisclosureGround]:
    with matter.village.ledger.transaction() as transaction:
        return list(transaction.session.scalars(select(Disclosure.ground)))


def test_whom_the_consent_names_reads_what_was_given(
    matter: Matter, saara: Client, erja: Someone, sign_in: Enter
) -> None:
    give(saara, matter, erja, consent_to(saara, matter, erja))
    page = in_english(sign_in(erja)).get("/received").follow(matter.student.name)
    assert page.has(FIRST)
    assert SECOND not in page.text
    assert rows(matter) == [DisclosureGround.CONSENT]
    assert saara.get(matter.url).has("Erja Saari, special teacher")


def test_nobody_else_is_given_it_on_that_ground(matter: Matter, saara: Client, erja: Someone) -> None:
    other = matter.village.staff(Role.STUDY_COUNSELLOR, "Oili Ohjaaja")
    consent = consent_to(saara, matter, erja)
    page = give(saara, matter, other, consent, status=422)
    assert page.errors
    assert rows(matter) == []
    give(saara, matter, erja, consent)
    assert rows(matter) == [DisclosureGround.CONSENT]
