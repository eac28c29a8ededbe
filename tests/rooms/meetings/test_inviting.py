"""The consent desk: who may be invited on the meeting's day, by which consent, and what ends an invitation."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import Village
from tests.builders_cases import a_place, a_will
from tests.rooms.meetings.asking import Desk
from tests.rooms.meetings.conftest import Sitting
from tests.signing_in import Visit
from welfare.meetings.models import Meeting
from welfare.rules.actors import Role
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.invitations import NotInvited
from welfare.rules.meetings import MeetingState
from welfare.rules.orders import MailKind

TODAY = date(2026, 11, 23)
MEETS_ON = date(2026, 11, 30)


def test_one_button_invites_everybody_whom_consents_or_the_law_let_come(visit: Visit, desk: Desk) -> None:
    page = desk.invite_all(visit(desk.saara))
    assert page.has("5 people are invited.")
    everybody = (desk.aada, desk.tiina, desk.saara, desk.mirja, desk.petri)
    assert desk.invited() == {who.person_id for who in everybody}
    assert "Take the invitation back" in desk.line(page, desk.tiina)
    assert not page.has("Invite all who may be invited")


def test_the_one_who_invites_comes_and_the_others_are_asked(visit: Visit, desk: Desk) -> None:
    page = desk.invite_all(visit(desk.saara))
    assert "Comes" in desk.line(page, desk.saara)
    assert "No answer yet" in desk.line(page, desk.mirja)


def test_one_person_is_invited_alone(visit: Visit, desk: Desk) -> None:
    page = visit(desk.saara).get(desk.url).form("Invite: Mirja Kanervala").submit()
    assert page.has("One person is invited.")
    assert desk.invited() == {desk.mirja.person_id}


@pytest.mark.parametrize(
    ("answer", "days", "words", "step"),
    [
        (Answer.GIVEN, {"valid_to": MEETS_ON - timedelta(days=1)}, "The consent ends before the meeting", "Ask anew"),
        (Answer.REFUSED, {"given_on": TODAY}, "Consent refused", "Ask anew"),
        (Answer.WITHDRAWN, {"given_on": TODAY}, "Consent refused", "Ask anew"),
    ],
)
def test_whom_no_consent_covers_on_that_day_is_not_invited_and_the_next_step_is_to_ask(
    village: Village, visit: Visit, desk: Desk, answer: Answer, days: dict[str, Any], words: str, step: str
) -> None:
    changes: dict[str, Any] = {"given_on": TODAY - timedelta(days=1)} | days
    a_will(village, desk.case, desk.aada, ConsentKind.GROUP_MEMBER, answer, named=desk.mirja, **changes)
    client = visit(desk.saara)
    page = client.get(desk.url)
    assert words in desk.line(page, desk.mirja)
    assert "Invite:" not in desk.line(page, desk.mirja)
    assert page.follow(f"{step}: Mirja Kanervala").has("Mirja Kanervala")
    desk.invite_all(client)
    assert desk.mirja.person_id not in desk.invited()
    assert desk.petri.person_id in desk.invited()


def test_a_consent_that_reaches_the_very_day_lets_come(village: Village, visit: Visit, desk: Desk) -> None:
    kind = ConsentKind.GROUP_MEMBER
    a_will(village, desk.case, desk.aada, kind, named=desk.mirja, given_on=TODAY, valid_to=MEETS_ON)
    page = visit(desk.saara).get(desk.url)
    assert "The consent is valid to 30 Nov 2026" in desk.line(page, desk.mirja)
    assert "Invite:" in desk.line(page, desk.mirja)


def test_whoever_has_a_place_without_a_consent_is_not_invited(village: Village, visit: Visit, desk: Desk) -> None:
    teacher = village.staff(Role.TEACHER, "Henrik Ståhlnäs")
    a_place(village, desk.case, desk.aada, teacher)
    page = visit(desk.saara).get(desk.url)
    assert "Consent missing" in desk.line(page, teacher)
    form = page.follow("Record a consent: Henrik Ståhlnäs").form("Record the answer")
    assert form.data["member"] == str(teacher.person_id)


def test_who_joins_the_group_after_the_planning_appears_and_is_invited(
    village: Village, visit: Visit, desk: Desk
) -> None:
    client = visit(desk.saara)
    desk.invite_all(client)
    teacher = village.staff(Role.TEACHER, "Henrik Ståhlnäs")
    a_place(village, desk.case, desk.aada, teacher)
    a_will(village, desk.case, desk.aada, ConsentKind.GROUP_MEMBER, named=teacher)
    assert "Invite: Henrik Ståhlnäs" in desk.line(client.get(desk.url), teacher)
    assert desk.invite_all(client).has("One person is invited.")
    assert teacher.person_id in desk.invited()


def test_a_name_slipped_into_the_form_invites_nobody(village: Village, visit: Visit, desk: Desk) -> None:
    stranger = village.staff(Role.TEACHER, "Ulla Vieras")
    form = visit(desk.saara).get(desk.url).form("Invite: Mirja Kanervala")
    assert form.submit(who=str(stranger.person_id)).has("Nobody was invited")
    assert desk.invited() == set()


def test_without_the_consent_to_handle_the_matter_on_that_day_only_the_family_is_invited(
    village: Village, visit: Visit, desk: Desk
) -> None:
    kind = ConsentKind.GROUP_HANDLING
    a_will(village, desk.case, desk.aada, kind, given_on=TODAY, valid_to=MEETS_ON - timedelta(days=1))
    page = desk.invite_all(visit(desk.saara))
    assert page.has("The matter cannot be handled on that day")
    assert desk.invited() == {desk.aada.person_id, desk.tiina.person_id}


def test_a_guardian_who_is_left_out_needs_a_reason_and_the_words_are_kept_sealed(visit: Visit, desk: Desk) -> None:
    client = visit(desk.saara)
    form = client.get(desk.url).follow("Leave out: Tiina Metsäpelto").form("Leave out")
    refused = form.submit(words="Soitettu kolmesti.", status=422)
    assert "Choose the reason." in refused.field_error("why")
    page = refused.form("Leave out").choose(why="could not be reached").submit()
    assert "Left out: could not be reached. Soitettu kolmesti." in desk.line(page, desk.tiina)
    assert desk.row(desk.tiina).not_invited is NotInvited.UNREACHABLE
    desk.invite_all(client)
    assert desk.tiina.person_id not in desk.invited()
    assert client.get(desk.url).form("Invite: Tiina Metsäpelto").submit().has("One person is invited.")
    assert desk.row(desk.tiina).not_invited is None


def test_an_experts_invitation_is_taken_back_without_a_reason(visit: Visit, desk: Desk) -> None:
    client = visit(desk.saara)
    page = desk.invite_all(client).follow("Take the invitation back: Mirja Kanervala")
    page.form("Take the invitation back").submit()
    assert desk.mirja.person_id not in desk.invited()
    assert [mail.kind for mail in desk.mails(desk.mirja)] == [MailKind.MEETING_INVITED, MailKind.MEETING_CANCELLED]


def test_only_the_lead_of_the_item_invites(visit: Visit, sitting: Sitting) -> None:
    address = f"/meetings/{sitting.meeting}/items/{sitting.aadas}/invitations"
    for who in (sitting.mirja, sitting.petri, sitting.aada, sitting.tiina, sitting.henrik):
        visit(who).get(address, status=404)
    assert visit(sitting.saara).get(address).has("Petri Hongisto")


def test_a_desk_knows_nobody_of_another_item(visit: Visit, sitting: Sitting) -> None:
    page = visit(sitting.saara).get(f"/meetings/{sitting.meeting}/items/{sitting.aadas}/invitations")
    for name in ("Elias", "Jari", "Henrik"):
        assert not page.has(name)
    visit(sitting.saara).get(
        f"/meetings/{sitting.meeting}/items/{sitting.aadas}/invitations/{sitting.jari.person_id}/leave-out", status=404
    )


def test_nobody_is_invited_to_what_has_begun(visit: Visit, village: Village, desk: Desk) -> None:
    client = visit(desk.saara)
    form = client.get(desk.url).form("Invite all who may be invited")
    with village.work() as work:
        work.session.get_one(Meeting, desk.meeting).state = MeetingState.RUNNING
    form.submit(status=404)
    client.get(desk.url, status=404)
    assert desk.invited() == set()


def test_an_outside_participant_without_an_address_comes_by_a_specific_consent_and_gets_no_mail(
    visit: Visit, desk: Desk
) -> None:
    client = visit(desk.saara)
    form = client.get(desk.url).follow("Ask for the consent for somebody from outside").form()
    form.fill(
        giver=str(desk.aada.person_id),
        answer="given",
        outsider_name="Nelli Nuotio",
        outsider_role="Nuorisotyöntekijä",
        given_on="20.11.2026",
        valid_from="20.11.2026",
        valid_to="20.5.2027",
        way="paper",
        language="fi",
        place="Huone 114",
        interpreter="Ei tarvittu",
        scope="Aamut.",
        excluded="Koti.",
    ).submit()
    page = desk.invite_all(client)
    outsider = next(row for row in desk.rows() if row.outsider_id is not None)
    assert outsider.invited_at is not None
    assert "No e-mail address: tell in another way." in page.by_id(f"who-{outsider.outsider_id}").text


def test_the_desk_tells_who_must_be_told_in_another_way_and_whose_mail_is_on_its_way(visit: Visit, desk: Desk) -> None:
    page = desk.invite_all(visit(desk.saara))
    assert "No e-mail address: tell in another way." in desk.line(page, desk.petri)
    assert "The mail is not delivered yet." in desk.line(page, desk.mirja)


def test_a_consulted_expert_is_not_invited_but_written_down(visit: Visit, desk: Desk) -> None:
    page = visit(desk.saara).get(desk.url).follow("Ask an expert for advice")
    assert page.url.endswith(f"/cases/{desk.case}/disclosures/new")
