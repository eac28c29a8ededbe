"""What ends an invitation: a consent, a place in the group, a post, a prohibition, an eighteenth birthday."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from tests.builders import Village
from tests.builders_cases import a_will, an_assessment, an_exclusion, leaves_employment
from tests.rooms.meetings.asking import Desk
from tests.signing_in import Visit
from welfare.consents.models import ExpressionOfWill
from welfare.people.models import Person
from welfare.rules.consent import ConsentKind
from welfare.rules.orders import MailKind

TODAY = date(2026, 11, 23)
MEETS_ON = date(2026, 11, 30)


def test_a_consent_withdrawn_takes_the_invitation_back_in_the_same_moment(
    village: Village, visit: Visit, desk: Desk
) -> None:
    client = visit(desk.saara)
    desk.invite_all(client)
    with village.ledger.transaction() as transaction:
        named = (ExpressionOfWill.case_id == desk.case, ExpressionOfWill.named_person_id == desk.mirja.person_id)
        consent = transaction.session.scalars(select(ExpressionOfWill.id).where(*named)).one()
    form = client.get(f"/cases/{desk.case}/consents/{consent}/withdraw").form()
    form.fill(given_on="23.11.2026", way="paper", place="Huone 114", extent="Kaikki.").submit()
    assert desk.mirja.person_id not in desk.invited()
    assert desk.petri.person_id in desk.invited()
    assert desk.mails(desk.mirja)[-1].kind is MailKind.MEETING_CANCELLED
    assert [mail.kind for mail in desk.mails(desk.petri)] == [MailKind.MEETING_INVITED]
    page = client.get(desk.url)
    assert "Consent refused" in desk.line(page, desk.mirja)


def test_the_consent_to_handle_withdrawn_takes_back_every_experts_invitation_and_no_familys(
    village: Village, visit: Visit, desk: Desk
) -> None:
    client = visit(desk.saara)
    desk.invite_all(client)
    with village.ledger.transaction() as transaction:
        asked = (ExpressionOfWill.case_id == desk.case, ExpressionOfWill.kind == ConsentKind.GROUP_HANDLING)
        consent = transaction.session.scalars(select(ExpressionOfWill.id).where(*asked)).one()
    form = client.get(f"/cases/{desk.case}/consents/{consent}/withdraw").form()
    form.fill(given_on="23.11.2026", way="paper", place="Huone 114", extent="Kaikki.").submit()
    assert desk.invited() == {desk.aada.person_id, desk.tiina.person_id}


def test_whoever_is_taken_out_of_the_group_is_not_invited_any_more(visit: Visit, desk: Desk) -> None:
    client = visit(desk.saara)
    desk.invite_all(client)
    page = client.get(f"/cases/{desk.case}").follow("Remove from the group: Mirja Kanervala")
    page.form("Remove from the group").submit(reason="Siirtyi muualle.")
    assert desk.mirja.person_id not in desk.invited()
    assert "Not in the group any more" in desk.line(client.get(desk.url), desk.mirja)


def test_a_worker_shut_out_for_kinship_is_not_invited(village: Village, visit: Visit, desk: Desk) -> None:
    an_exclusion(village, desk.case, desk.aada, desk.mirja)
    desk.invite_all(visit(desk.saara))
    assert desk.mirja.person_id not in desk.invited()
    assert desk.petri.person_id in desk.invited()


def test_whoever_left_the_work_is_not_invited(village: Village, visit: Visit, desk: Desk) -> None:
    leaves_employment(village, desk.petri, TODAY)
    desk.invite_all(visit(desk.saara))
    assert desk.petri.person_id not in desk.invited()
    assert desk.mirja.person_id in desk.invited()


def test_a_guardian_whom_the_minor_has_shut_out_is_not_on_the_desk(village: Village, visit: Visit, desk: Desk) -> None:
    client = visit(desk.saara)
    assert client.get(desk.url).has("Tiina Metsäpelto")
    an_assessment(village, _prohibition(village, desk), desk.mirja)
    assert not client.get(desk.url).has("Tiina Metsäpelto")
    desk.invite_all(client)
    assert desk.aada.person_id in desk.invited()
    assert desk.tiina.person_id not in desk.invited()


def test_a_prohibition_assessed_takes_invitation_and_sight_from_the_guardian(
    village: Village, visit: Visit, desk: Desk
) -> None:
    client = visit(desk.saara)
    desk.invite_all(client)
    visit(desk.tiina).get(f"/meetings/{desk.meeting}")
    prohibition = _prohibition(village, desk)
    assert desk.tiina.person_id in desk.invited()
    form = visit(desk.mirja).get(f"/students/{desk.aada.person_id}/prohibitions/{prohibition}/assess").form()
    form.fill(
        outcome="granted",
        told="Kielto on voimassa.",
        grounds="Ikä ja kehitystaso.",
        role="nurse",
        assessed_on="23.11.2026",
    ).submit()
    assert desk.tiina.person_id not in {row.person_id for row in desk.rows()}
    assert desk.mails(desk.tiina)[-1].kind is MailKind.MEETING_CANCELLED
    visit(desk.tiina).get(f"/meetings/{desk.meeting}", status=404)
    assert not client.get(f"/meetings/{desk.meeting}").has("Tiina Metsäpelto")


def test_from_eighteen_on_a_guardian_comes_only_by_the_students_consent(
    village: Village, visit: Visit, desk: Desk
) -> None:
    with village.work() as work:
        work.session.get_one(Person, desk.aada.person_id).of_age_on = MEETS_ON
    page = desk.invite_all(visit(desk.saara))
    assert "Consent missing" in desk.line(page, desk.tiina)
    assert desk.tiina.person_id not in desk.invited()
    assert desk.aada.person_id in desk.invited()


def _prohibition(village: Village, desk: Desk) -> UUID:
    return a_will(
        village,
        desk.case,
        desk.aada,
        ConsentKind.MINOR_PROHIBITION,
        named=desk.tiina,
        has_weighty_reason=True,
    )
