"""Answers to invitations: given by the invited, changed at will until the meeting begins, read by those who invite."""

from datetime import UTC, date, datetime

import pytest

from tests.builders import Village
from tests.builders_cases import a_will, an_assessment
from tests.builders_minutes import is_running
from tests.client import Client, Page
from tests.rooms.meetings.asking import Desk
from tests.rooms.meetings.conftest import Sitting
from tests.signing_in import Visit
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.invitations import Reply


@pytest.fixture
def desk(village: Village, visit: Visit) -> Desk:
    """Saara's meeting, to which everybody has been invited."""
    found = Desk.of(village)
    found.invite_all(visit(found.saara))
    return found


def answer(client: Client, desk: Desk, words: str, **typed: str) -> Page:
    form = client.get(f"/meetings/{desk.meeting}").follow("Answer the invitation").form("Save the answer")
    return form.choose(answer=words).fill(**typed).submit()


@pytest.mark.parametrize("name", ["aada", "tiina"])
@pytest.mark.parametrize(("words", "reply"), [("I am coming", Reply.ACCEPTED), ("I am not coming", Reply.DECLINED)])
def test_the_family_answers_in_its_own_pages(visit: Visit, desk: Desk, name: str, words: str, reply: Reply) -> None:
    page = answer(visit(getattr(desk, name)), desk, words)
    assert page.has("Your answer is saved.")
    assert page.has("Change your answer")
    assert desk.row(getattr(desk, name)).reply is reply


def test_a_member_answers_by_the_number_of_the_matter(visit: Visit, desk: Desk) -> None:
    client = visit(desk.mirja)
    form = client.get(desk.reply_url(desk.mirja)).form("Save the answer")
    assert form.choose(answer="I am coming").submit().has("Comes")
    assert desk.row(desk.mirja).reply is Reply.ACCEPTED


def test_another_time_is_proposed_and_the_lead_reads_it_with_the_note(visit: Visit, desk: Desk) -> None:
    words = {"on": "1.12.2026", "clock": "9.15", "note": "Maanantaisin olen töissä."}
    answer(visit(desk.tiina), desk, "I propose another time", **words)
    assert desk.row(desk.tiina).proposed_at == datetime(2026, 12, 1, 7, 15, tzinfo=UTC)
    line = desk.line(visit(desk.saara).get(desk.url), desk.tiina)
    assert "Proposes another time" in line
    assert "1 Dec 2026" in line
    assert "Maanantaisin olen töissä." in line


def test_neither_note_nor_proposal_is_told_to_others(visit: Visit, desk: Desk) -> None:
    words = {"on": "1.12.2026", "clock": "9.15", "note": "Maanantaisin olen töissä."}
    answer(visit(desk.tiina), desk, "I propose another time", **words)
    for who in (desk.mirja, desk.aada):
        page = visit(who).get(f"/meetings/{desk.meeting}")
        assert page.has("Proposes another time")
        assert not page.has("Maanantaisin")
        assert not page.has("1 Dec")


def test_an_answer_is_changed_and_only_the_last_one_stands(visit: Visit, desk: Desk) -> None:
    client = visit(desk.tiina)
    answer(client, desk, "I propose another time", on="1.12.2026", clock="9.15", note="Töissä.")
    form = client.get(f"/meetings/{desk.meeting}").follow("Change your answer").form("Save the answer")
    assert form.data["answer"] == "proposed"
    assert form.data["note"] == "Töissä."
    assert (form.data["on"], form.data["clock"]) == ("1.12.2026", "9.15")
    form.choose(answer="I am coming").submit(note="")
    row = desk.row(desk.tiina)
    assert (row.reply, row.proposed_at, row.document) == (Reply.ACCEPTED, None, None)


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"answer": "proposed"}, "on", "Write the day that you propose."),
        ({"answer": "proposed", "on": "1.12.2026"}, "clock", "Write the time that you propose."),
        ({"answer": "proposed", "on": "1.11.2026", "clock": "9"}, "on", "The day has passed."),
        ({"answer": "proposed", "on": "28.3.2027", "clock": "3.30"}, "clock", "No clock shows this time"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said_at_its_field(
    visit: Visit, desk: Desk, typed: dict[str, str], field: str, words: str
) -> None:
    form = visit(desk.tiina).get(desk.reply_url(desk.tiina)).form("Save the answer")
    refused = form.fill(**typed).submit(status=422)
    assert words in refused.field_error(field)
    assert desk.row(desk.tiina).reply is Reply.NONE


def test_an_answer_is_asked_for(visit: Visit, desk: Desk) -> None:
    form = visit(desk.tiina).get(desk.reply_url(desk.tiina)).form("Save the answer")
    assert "Choose your answer." in form.submit(status=422).field_error("answer")


def test_nobody_answers_for_somebody_else(visit: Visit, sitting: Sitting, desk: Desk) -> None:
    for who in (desk.saara, desk.mirja, desk.aada, sitting.tiina):
        visit(who).get(desk.reply_url(desk.tiina), status=404)
    assert visit(desk.tiina).get(desk.reply_url(desk.tiina)).has("Are you coming?")


def test_whoever_is_not_invited_has_nothing_to_answer(village: Village, visit: Visit) -> None:
    other = Desk.of(village)
    visit(other.saara).get(other.url).form("Invite: Tiina Metsäpelto").submit()
    visit(other.tiina).get(other.reply_url(other.tiina))
    visit(other.mirja).get(other.reply_url(other.mirja), status=404)
    assert not visit(other.mirja).get(f"/meetings/{other.meeting}").has("Answer the invitation")


def test_when_the_meeting_has_begun_the_answer_stands(village: Village, visit: Visit, desk: Desk) -> None:
    client = visit(desk.tiina)
    form = client.get(desk.reply_url(desk.tiina)).form("Save the answer")
    is_running(village, desk.meeting, desk.item, desk.saara)
    form.choose(answer="I am coming").submit(status=404)
    client.get(desk.reply_url(desk.tiina), status=404)
    assert desk.row(desk.tiina).reply is Reply.NONE


def test_a_member_whose_consent_was_withdrawn_answers_no_more(village: Village, visit: Visit, desk: Desk) -> None:
    url = desk.reply_url(desk.mirja)
    visit(desk.mirja).get(url)
    kind, today = ConsentKind.GROUP_MEMBER, date(2026, 11, 23)
    a_will(village, desk.case, desk.aada, kind, Answer.WITHDRAWN, named=desk.mirja, given_on=today)
    visit(desk.mirja).get(url, status=404)


def test_a_guardian_who_is_shut_out_answers_no_more(village: Village, visit: Visit, desk: Desk) -> None:
    url = desk.reply_url(desk.tiina)
    kind = ConsentKind.MINOR_PROHIBITION
    will = a_will(village, desk.case, desk.aada, kind, named=desk.tiina, has_weighty_reason=True)
    visit(desk.tiina).get(url)
    an_assessment(village, will, desk.mirja)
    visit(desk.tiina).get(url, status=404)


def test_moving_the_meeting_asks_everybody_anew(visit: Visit, desk: Desk) -> None:
    answer(visit(desk.tiina), desk, "I am coming")
    saara = visit(desk.saara)
    saara.get(f"/meetings/{desk.meeting}/move").form("Save").fill(place="Tila Kuusi").submit()
    assert desk.row(desk.tiina).reply is Reply.ACCEPTED
    saara.get(f"/meetings/{desk.meeting}/move").form("Save").fill(clock="14").submit()
    assert desk.row(desk.tiina).reply is Reply.NONE
    assert desk.row(desk.saara).reply is Reply.ACCEPTED


def test_a_time_proposed_waits_on_the_leads_worklist_until_it_is_answered_otherwise(visit: Visit, desk: Desk) -> None:
    saara = visit(desk.saara)
    assert not saara.get("/").has("Another time is proposed")
    answer(visit(desk.tiina), desk, "I propose another time", on="1.12.2026", clock="9.15")
    assert not visit(desk.mirja).get("/").has("Another time is proposed")
    page = saara.get("/").follow("Another time is proposed: 2026–27/KOI/001")
    assert page.has("Proposes another time")
    saara.get(f"/meetings/{desk.meeting}/move").form("Save").fill(on="1.12.2026", clock="9.15").submit()
    assert not saara.get("/").has("Another time is proposed")
