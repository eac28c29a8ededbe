"""Mails to outside participants: silent, to the address that they themselves have allowed, or to nobody."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.builders import Village
from tests.builders_minutes import is_running
from tests.client import Client, Page
from tests.clock import Clock
from tests.mail.office import Office
from tests.rooms.meetings.asking import Desk
from tests.rooms.meetings.letters import Got, LetterBoxes
from tests.signing_in import Visit
from welfare.cases.models import OutsideParticipant
from welfare.consents.models import ExpressionOfWill
from welfare.mail.delivering import DeliveryFailedError
from welfare.mail.models import MailText
from welfare.mail.queries import Delivery, deliveries_about
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind
from welfare.rules.registers import Register

NELLI = "nelli.nuotio@example.org"
YES: Mapping[str, Any] = {
    "outsider_name": "Nelli Nuotio",
    "outsider_role": "youth worker",
    "answer": "given",
    "way": "paper",
    "language": "sv",
    "scope": "The mornings.",
}
ADDRESS: Mapping[str, Any] = {"outsider_email": NELLI, "outsider_mail_agreed": "yes"}


class Refusing:
    """A mail server that takes nothing."""

    def deliver(self, name: str, to: str, message: object) -> None:
        """Say no, for good."""
        assert name
        assert to
        assert message
        code = "recipient_550"
        raise DeliveryFailedError(code, is_final=True)


@pytest.fixture
def boxes(village: Village, tmp_path: Path) -> LetterBoxes:
    return LetterBoxes(village, tmp_path / "letters")


@pytest.fixture
def saara(visit: Visit, desk: Desk) -> Client:
    return visit(desk.saara)


def record(saara: Client, desk: Desk, status: int = 200, **typed: Any) -> Page:  # noqa: ANN401 - any field
    """Record that Aada lets Nelli take part."""
    page = saara.get(f"/cases/{desk.case}/consents/new/outsider-participation")
    form = page.form("Record the answer").fill(**YES, giver=str(desk.aada.person_id))
    return form.submit(status=status, **typed)


def withdraw(saara: Client, desk: Desk) -> None:
    with desk.ledger.transaction() as transaction:
        kind = ExpressionOfWill.kind == ConsentKind.OUTSIDER_PARTICIPATION
        consent = transaction.session.scalars(select(ExpressionOfWill.id).where(kind)).one()
    form = saara.get(f"/cases/{desk.case}/consents/{consent}/withdraw").form("Record the withdrawal")
    form.submit(way="paper")


def nellis_mails(desk: Desk) -> list[Delivery]:
    with desk.ledger.transaction() as transaction:
        (nelli,) = transaction.session.scalars(select(OutsideParticipant.outsider_id)).all()
        return [each for each in deliveries_about(transaction.session, desk.meeting) if each.person_id == nelli]


def in_order(boxes: LetterBoxes) -> list[Got]:
    """Nelli's mails by their count: the clock of a test stands still."""
    return sorted(boxes.got(NELLI), key=lambda got: got.sequence)


def everything_in(got: Got) -> str:
    return got.subject + got.text + got.calendar.replace("\r\n ", "")


def test_the_participant_gets_the_same_silent_mail_and_appointment_without_a_way_in(
    saara: Client, desk: Desk, boxes: LetterBoxes
) -> None:
    record(saara, desk, **ADDRESS)
    desk.invite_all(saara)
    found = boxes.all()
    hers, mirjas = found[NELLI], found["mirja@example.org"]
    assert (hers.method, hers.sequence, hers.event.status) == ("REQUEST", 0, "CONFIRMED")
    assert (hers.span, hers.event.uid) == (mirjas.span, mirjas.event.uid)
    assert hers.subject == "Du har ett möte"
    assert "/meetings/" not in everything_in(hers)
    assert "http" not in hers.text
    for word in ("Aada", "Metsäpelto", "Nelli", "Saara", "Mirja", "Honka", "Koivuranta", "KOI", "8B", "kuraat"):
        assert word not in everything_in(hers).replace(NELLI, "")


def test_a_new_time_and_the_end_of_the_meeting_reach_the_participant_too(
    saara: Client, desk: Desk, boxes: LetterBoxes
) -> None:
    record(saara, desk, **ADDRESS)
    desk.invite_all(saara)
    saara.get(f"/meetings/{desk.meeting}/move").form("Save").fill(clock="14").submit()
    saara.get(f"/meetings/{desk.meeting}/call-off").form("Call the meeting off").fill(sure="y").submit()
    first, second, last = in_order(boxes)
    assert [each.sequence for each in (first, second, last)] == [0, 1, 2]
    assert second.span != first.span
    assert (last.method, last.event.status) == ("CANCEL", "CANCELLED")
    assert len({each.event.uid for each in (first, second, last)}) == 1


def test_a_consent_taken_back_takes_the_appointment_away(saara: Client, desk: Desk, boxes: LetterBoxes) -> None:
    record(saara, desk, **ADDRESS)
    desk.invite_all(saara)
    withdraw(saara, desk)
    assert [each.method for each in in_order(boxes)] == ["REQUEST", "CANCEL"]


def test_without_an_address_nobody_is_mailed_and_the_desk_says_so_and_leads_to_recording_one(
    saara: Client, desk: Desk, boxes: LetterBoxes, clock: Clock
) -> None:
    record(saara, desk)
    clock.forward(minutes=1)
    page = saara.get(desk.url)
    assert page.has("No e-mail address: tell in another way. Record an address: Nelli Nuotio")
    page = desk.invite_all(saara)
    assert page.has("No e-mail address: tell in another way.")
    assert NELLI not in boxes.all()
    assert [each.failure for each in nellis_mails(desk)] == ["no_address"]
    renewal = page.follow("Record an address: Nelli Nuotio").form("Record the answer")
    renewal.fill(answer="given", way="paper", **ADDRESS).submit()
    assert not saara.get(desk.url).has("Record an address")


def test_with_an_address_the_desk_says_how_the_invitation_goes_and_then_that_it_has_gone(
    saara: Client, desk: Desk, boxes: LetterBoxes
) -> None:
    record(saara, desk, **ADDRESS)
    page = saara.get(desk.url)
    assert page.has("The invitation goes to the participant’s e-mail.")
    assert NELLI not in page.html
    desk.invite_all(saara)
    assert boxes.got(NELLI)
    page = saara.get(desk.url)
    assert page.main.count("The mail is delivered.") == len(desk.invited()) - 1  # Petri has no address


def test_an_address_is_kept_only_with_the_participants_own_leave(saara: Client, desk: Desk) -> None:
    refused = record(saara, desk, 422, outsider_email=NELLI)
    assert "Ask the participant first" in refused.field_error("outsider_mail_agreed")
    assert refused.form("Record the answer").data.get("outsider_email") == NELLI
    assert refused.form("Record the answer").submit(outsider_mail_agreed="yes").has("Nelli Nuotio")


@pytest.mark.parametrize("typed", ["nelli", "nelli@", "a@example.org, b@example.org", "n Bcc: x@example.org"])
def test_what_is_no_address_is_refused_at_its_field(saara: Client, desk: Desk, typed: str) -> None:
    refused = record(saara, desk, 422, outsider_email=typed, outsider_mail_agreed="yes")
    assert "Write one e-mail address" in refused.field_error("outsider_email")


def test_of_one_who_may_not_take_part_no_address_is_kept(village: Village, saara: Client, desk: Desk) -> None:
    record(saara, desk, answer="refused", **ADDRESS)
    with village.work() as work:
        kind = ExpressionOfWill.kind == ConsentKind.OUTSIDER_PARTICIPATION
        row = work.session.scalars(select(ExpressionOfWill).where(kind)).one()
        assert "outsider_email" not in work.decrypt_document(row, ExpressionOfWill.document)


def test_the_address_lies_under_the_matters_own_key(village: Village, saara: Client, desk: Desk) -> None:
    record(saara, desk, **ADDRESS)
    desk.invite_all(saara)
    with village.work() as work:
        texts = work.session.scalars(select(MailText).where(MailText.register == Register.WELFARE)).all()
        assert [(text.key_subject_id, text.about()[1]) for text in texts] == [(desk.case, ("case", desk.case))]
        known = work.session.scalars(select(MailText).where(MailText.register == Register.DIRECTORY)).all()
        assert desk.case not in {text.key_subject_id for text in known}


def test_a_mail_that_the_server_refuses_is_the_administrators_to_try_again(
    village: Village, visit: Visit, saara: Client, desk: Desk
) -> None:
    record(saara, desk, **ADDRESS)
    form = saara.get(desk.url).form("Invite: Nelli Nuotio")
    form.submit()
    Office(village.ledger, village, desk.meeting).deliver(Refusing())
    assert saara.get(desk.url).has("The mail could not be delivered: tell in another way.")
    page = visit(village.staff(Role.ADMINISTRATOR, "Ville Ylläpito")).get("/upkeep")
    assert page.has("The mail server refused the recipient (550)")
    assert "elli" not in page.main


def answer_of_nelli(saara: Client, desk: Desk) -> Page:
    record(saara, desk)
    return desk.invite_all(saara).follow("Record the answer: Nelli Nuotio")


def test_what_a_participant_without_an_account_answers_is_recorded_for_her(saara: Client, desk: Desk) -> None:
    form = answer_of_nelli(saara, desk).form("Save the answer")
    typed = {"on": "1.12.2026", "clock": "9.15", "note": "Soitti: maanantai ei käy."}
    page = form.choose(answer="Proposes another time").fill(**typed).submit()
    line = next(item.text for item in page.tree.all("li") if "Nelli Nuotio" in item.text)
    for words in ("Proposes another time", "1 Dec 2026", "Soitti: maanantai ei käy."):
        assert words in line
    again = page.follow("Record the answer: Nelli Nuotio").form("Save the answer")
    assert again.data["answer"] == "proposed"
    page = again.choose(answer="Is coming").submit(note="")
    assert "Comes" in next(item.text for item in page.tree.all("li") if "Nelli Nuotio" in item.text)


def test_a_proposal_without_its_day_keeps_what_was_typed(saara: Client, desk: Desk) -> None:
    form = answer_of_nelli(saara, desk).form("Save the answer")
    page = form.choose(answer="Proposes another time").fill(note="Soitti.").submit(status=422)
    assert page.has("Write the day that you propose.")
    assert page.form("Save the answer").data["note"] == "Soitti."


def test_nobody_but_whoever_invites_records_answers_and_not_once_the_meeting_runs(
    saara: Client, desk: Desk, visit: Visit
) -> None:
    url = answer_of_nelli(saara, desk).url
    visit(desk.mirja).get(url, status=404)
    visit(desk.aada).get(url, status=404)
    is_running(desk.village, desk.meeting, desk.item)
    saara.get(url, status=404)
