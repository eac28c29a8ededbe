"""Every room that has forms answers for its drafts: notes of services, plans, answers to an assessment, any page."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from tests.builders import Someone, Village, system_work
from tests.builders_assessments import a_process, an_assessment, observation_of
from tests.builders_cases import a_will, leaves_employment
from tests.builders_journal import Matter, a_matter, another_post
from tests.builders_services import a_client, a_cover, a_note
from tests.clock import NOW, Clock
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.drafts.actions import purge_ended_drafts, save_draft
from welfare.drafts.models import Draft
from welfare.rules.actors import Actor, Role, World
from welfare.rules.assessments import Informant
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.registers import Register

TODAY = NOW.date()


@furnishes
def matter(village: Village) -> Matter:
    """Aada's matter: Saara, a curator, leads it; Mirja, a nurse, is a member."""
    return a_matter(village)


def keep(ledger: Ledger, who: Someone, purpose: str, subject: UUID) -> None:
    with system_work(ledger, Actor(who.account_id, who.person_id, World.STAFF, full_sign_in=True)) as work:
        save_draft(work, purpose, {"information": ["Kesken"]}, subject)


def kept(ledger: Ledger) -> set[tuple[UUID, str]]:
    with ledger.transaction() as transaction:
        found = transaction.session.scalars(select(Draft)).all()
        return {(row.account_id, row.purpose.partition(":")[0]) for row in found}


def purge(village: Village) -> int:
    with village.work() as work:
        return purge_ended_drafts(work)


def withdrawn(matter: Matter, who: Someone) -> None:
    """The consent that let somebody into the group is taken back."""
    kind, said = ConsentKind.GROUP_MEMBER, Answer.WITHDRAWN
    a_will(matter.village, matter.case_id, matter.student, kind, said, named=who, given_on=date(2026, 11, 23))


def test_of_a_cover_the_notes_that_were_begun_go_with_its_last_day(
    village: Village, ledger: Ledger, clock: Clock, matter: Matter
) -> None:
    aulis = village.staff(Role.DOCTOR, "Aulis Holmström")
    file_id = a_client(village, matter.student, matter.mirja, Register.HEALTH)
    note_id = a_note(village, matter.mirja, file_id)
    a_cover(village, matter.mirja, aulis, TODAY, TODAY, Register.HEALTH)
    for who in (matter.mirja, aulis):
        keep(ledger, who, "service_note:note", file_id)
        keep(ledger, who, "service_note:correction", note_id)
    assert purge(village) == 0
    clock.forward(days=1)
    assert purge(village) == 2
    assert kept(ledger) == {(matter.mirja.account_id, "service_note")}


def test_with_another_post_left_the_notes_of_the_former_service_go(
    village: Village, ledger: Ledger, clock: Clock, matter: Matter
) -> None:
    file_id = a_client(village, matter.student, matter.mirja, Register.HEALTH)
    keep(ledger, matter.mirja, "service_note:note", file_id)
    leaves_employment(village, matter.mirja, TODAY + timedelta(days=1))
    assert purge(village) == 0
    clock.forward(days=1)
    another_post(village, matter.mirja, Role.TEACHER)
    assert purge(village) == 1


def test_a_plan_goes_with_the_place_in_the_group(village: Village, ledger: Ledger, matter: Matter) -> None:
    for who in (matter.saara, matter.mirja):
        keep(ledger, who, "plan", matter.case_id)
    assert purge(village) == 0
    withdrawn(matter, matter.mirja)
    assert purge(village) == 1
    assert kept(ledger) == {(matter.saara.account_id, "plan")}


def test_answers_to_an_assessment_go_when_one_may_not_give_them_any_more(
    village: Village, ledger: Ledger, matter: Matter
) -> None:
    asked = [(Informant.PROFESSIONAL, matter.mirja)]
    assessment = an_assessment(village, matter.case_id, a_process(village, matter.saara), matter.saara, asked)
    keep(ledger, matter.mirja, "observation", observation_of(village, assessment, matter.mirja))
    assert purge(village) == 0
    withdrawn(matter, matter.mirja)
    assert purge(village) == 1


def test_the_draft_of_a_page_goes_when_its_writer_would_not_be_shown_the_page(
    village: Village, ledger: Ledger, matter: Matter, visit: Visit
) -> None:
    page = f"/cases/{matter.case_id}/notices/new"
    for who in (matter.saara, matter.mirja):
        client = visit(who)
        typed = client.get(page).form("Record it").fill(kept_in="Kuraattorin asiakasrekisteri").data
        client.post(f"/drafts/page?page={page}", typed, status=204)
    assert purge(village) == 0
    withdrawn(matter, matter.mirja)
    assert purge(village) == 1
    assert kept(ledger) == {(matter.saara.account_id, "page")}
