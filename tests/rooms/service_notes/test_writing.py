"""Writing about a client in a browser: whole, kept as a draft, in two windows, corrected; times, hand-overs, covers."""

from datetime import timedelta

import pytest

from tests.builders_cases import leaves_employment
from tests.builders_services import Services, a_cover, a_note, an_appointment, an_offer
from tests.client import Client, Page
from tests.clock import NOW
from tests.rooms.service_notes.conftest import Files
from tests.signing_in import Visit
from welfare.rules.service_records import NoteKind

PASTE = "Sana ja toinen. " * 2500
"""Forty thousand signs."""


@pytest.fixture
def saara(services: Services, visit: Visit) -> Client:
    """Her browser."""
    return visit(services.saara)


def the_form(client: Client, files: Files, kind: str = "note") -> Page:
    """The page of a new note."""
    return client.get(f"/clients/{files.social}/notes/new/{kind}")


def test_a_plan_is_written_by_its_template_with_the_sections_that_ask_for_it(saara: Client, files: Files) -> None:
    page = the_form(saara, files, "plan")
    assert page.heading == "Client plan"
    assert page.has("Social Welfare Act, section 39; Client Data Act, section 43")
    refused = page.form("Save the note").submit(student_view="En jaksa.", need="Tukea.", status=422)
    assert refused.errors == [
        "Write the goals.",
        "Write the measures.",
        "Write who does what.",
        "Write who looks at the plan again, and when.",
    ]
    whole = {"goals": "Ajoissa.", "measures": "Tapaaminen.", "doers": "Kuraattori.", "follow_up": "Tammikuussa."}
    done = refused.form("Save the note").fill(**whole).submit()
    for words in ("En jaksa.", "Tukea.", *whole.values()):
        assert done.has(words)


def test_a_contact_is_told_by_way_and_people(saara: Client, files: Files) -> None:
    form = the_form(saara, files, "contact").form("Save the note")
    form.choose(way="By phone").fill(with_whom=["guardian", "school"])
    page = form.submit(information="Sovittiin tapaaminen.", source="Huoltaja")
    assert page.has("By phone")
    assert page.has("A guardian, School staff")
    assert page.has("From whom the information is")


def test_a_paste_of_forty_thousand_signs_is_refused_and_given_back_whole(saara: Client, files: Files) -> None:
    page = the_form(saara, files).form("Save the note").submit(information=PASTE, status=422)
    assert page.errors == [
        "What is necessary to record? – The text is too long: at most 10000 signs, now 39999. Shorten it."
    ]
    assert page.form("Save the note").data["information"] == PASTE
    assert page.form("Save the note").submit(information=PASTE[:9000]).has("The note is in the record.")


def test_a_day_to_come_and_an_identity_code_are_refused_with_the_text_kept(saara: Client, files: Files) -> None:
    form = the_form(saara, files).form("Save the note")
    page = form.submit(occurred_on="24.11.2026", information="Tunnus 050512A912S.", status=422)
    assert len(page.errors) == 2
    assert page.form("Save the note").data["information"] == "Tunnus 050512A912S."


def test_a_draft_is_kept_sealed_gone_on_with_and_gone_when_entered(saara: Client, files: Files) -> None:
    kept = the_form(saara, files).form("Save the note").fill(information="Kesken").press("Save the draft")
    assert kept.flashes[0] == "The draft is kept. Only you can see it."
    client = saara.get(f"/clients/{files.social}")
    assert "Kesken" not in client.text
    page = client.follow("Go on with the draft: Note")
    assert page.form("Save the note").data["information"] == "Kesken"
    page.form("Save the note").submit(information="Valmis.")
    assert "Go on with the draft: Note" not in saara.get(f"/clients/{files.social}").links


def test_a_colleague_who_stands_in_has_a_draft_of_the_own(
    services: Services, files: Files, saara: Client, visit: Visit
) -> None:
    the_form(saara, files).form("Save the note").fill(information="Kesken").press("Save the draft")
    a_cover(services.village, services.saara, services.kirsi, NOW.date(), NOW.date())
    other = the_form(visit(services.kirsi), files)
    assert other.form("Save the note").data["information"] == ""


def test_two_windows_show_both_texts_and_lose_none(saara: Client, files: Files) -> None:
    first, second = the_form(saara, files), the_form(saara, files)
    first.form("Save the note").fill(information="Ensimmäinen teksti.").press("Save the draft")
    conflict = second.form("Save the note").fill(information="Toinen teksti.").press("Save the draft", status=409)
    assert conflict.has("Ensimmäinen teksti.")
    assert conflict.has("Toinen teksti.")
    merged = conflict.form("Save the merged text")
    assert merged.data["information"] == "Toinen teksti. Ensimmäinen teksti."
    kept = merged.press("Save the merged text")
    assert kept.form("Save the note").data["information"] == "Toinen teksti. Ensimmäinen teksti."
    kept.form("Save the note").submit()
    form = kept.form("Save the note").fill(information="Myöhäinen.")
    form.data["idempotency_key"] = "another-key-of-this-test"
    late = form.press("Save the note", status=409)
    assert late.has("This text was entered or thrown away in another window.")
    assert late.form("Save the note").data["information"] == "Myöhäinen."


def test_two_texts_wait_both_for_a_writer_who_does_not_choose_at_once(saara: Client, files: Files) -> None:
    first, second = the_form(saara, files), the_form(saara, files)
    first.form("Save the note").fill(information="Ensimmäinen.").press("Save the draft")
    conflict = second.form("Save the note").fill(information="Toinen.").press("Save the draft", status=409)
    form = conflict.form("Save the merged text")
    assert saara.flask.post(form.node.get("data-autosave"), data=form.data).status_code == 204
    page = the_form(saara, files)
    assert page.has("You have saved this draft in another window")
    page.form("Save the merged text").press("Keep the stored text")
    assert the_form(saara, files).form("Save the note").data["information"] == "Ensimmäinen."


def test_a_draft_is_thrown_away(saara: Client, files: Files) -> None:
    the_form(saara, files).form("Save the note").fill(information="Kesken").press("Save the draft")
    page = saara.get(f"/clients/{files.social}").form("Throw the draft away: Note").press("Throw the draft away: Note")
    assert page.flashes[0] == "The draft is thrown away."
    assert the_form(saara, files).form("Save the note").data["information"] == ""


def test_a_correction_shows_what_changed_and_both_stay_readable(
    services: Services, files: Files, saara: Client
) -> None:
    note_id = a_note(services.village, services.saara, files.social, "Sovittiin aamuista.")
    page = saara.get(f"/clients/{files.social}/notes/{note_id}").follow("Correct this note")
    refused = page.form("Save the correction").submit(information="Sovittiin illoista.", status=422)
    assert refused.errors == ["Write why the note is corrected."]
    done = refused.form("Save the correction").submit(reason="Sana oli väärä.")
    assert [node.text for node in done.tree.all("ins")] == ["illoista."]
    assert [node.text for node in done.tree.all("del")] == ["aamuista."]
    assert done.has("Sana oli väärä.")
    assert done.has("Sovittiin aamuista.")
    earlier = saara.get(f"/clients/{files.social}/notes/{note_id}")
    assert earlier.has("This note has been corrected.")
    assert "Correct this note" not in earlier.links


def test_the_slower_of_two_correctors_sees_the_newest_text_and_keeps_the_own(
    services: Services, files: Files, saara: Client, visit: Visit
) -> None:
    note_id = a_note(services.village, services.saara, files.social, "Sovittiin aamuista.")
    a_cover(services.village, services.saara, services.kirsi, NOW.date(), NOW.date())
    url = f"/clients/{files.social}/notes/{note_id}/correction"
    mine, theirs = saara.get(url), visit(services.kirsi).get(url)
    theirs.form("Save the correction").submit(information="Sovittiin päivistä.", reason="Kuulin väärin.")
    late = mine.form("Save the correction").submit(information="Sovittiin illoista.", reason="Sana.", status=409)
    assert late.has("Somebody corrected this note while you were writing.")
    assert late.has("päivistä.")
    form = late.form("Save the correction")
    assert form.data["information"] == "Sovittiin illoista."
    assert form.submit().has("Sovittiin illoista.")


def test_a_kind_that_cannot_be_entered_now_keeps_its_text(services: Services, files: Files, saara: Client) -> None:
    page = the_form(saara, files)
    a_note(services.village, services.saara, files.social, "Valmista.", NoteKind.ENDED)
    late = page.form("Save the note").submit(information="Vielä tämä.", status=409)
    assert late.has("this kind of note cannot be entered now")
    assert late.form("Save the note").data["information"] == "Vielä tämä."


def test_an_appointment_is_agreed_on_moved_and_called_off(saara: Client, files: Files) -> None:
    form = saara.get(f"/clients/{files.social}").follow("New appointment").form("Save the appointment")
    past = form.choose(way="Face to face").submit(on="23.11.2026", clock="8.00", status=422)
    assert past.errors == ["The time has passed. Write a time that is to come"]
    page = past.form("Save the appointment").submit(on="1.12.2026", clock="9.15", place="Huone 114")
    assert page.has("Huone 114")
    moving = page.follow("Move: 1 Dec 2026 at 9:15")
    gone = moving.form("Save the appointment").submit(on="22.11.2026", status=422)
    assert gone.errors == ["The day has passed. Write a day that is to come"]
    moved = gone.form("Save the appointment").submit(on="2.12.2026")
    stale = moving.form("Save the appointment").fill(on="3.12.2026")
    stale.data["idempotency_key"] = "another-key-of-this-test"
    assert stale.submit(status=409).has("The appointment has changed since you opened the page")
    done = moved.form("Call off: 2 Dec 2026 at 9:15").press("Call off: 2 Dec 2026 at 9:15")
    assert done.has("No time is agreed on.")


def test_a_hand_over_waits_for_its_answer(services: Services, files: Files, saara: Client, visit: Visit) -> None:
    page = saara.get(f"/clients/{files.social}").follow("Hand over to a colleague")
    offered = page.form("Offer the client").choose(to="Kirsi Kollega, curator").submit(reason="Vaihdan koulua.")
    assert offered.has("Offered to Kirsi Kollega.")
    kirsi = visit(services.kirsi)
    assert kirsi.get("/").has("Answer: a client is offered to you")
    offer = kirsi.get("/clients").follow("Aada Metsäpelto")
    assert offer.has("Vaihdan koulua.")
    assert not offer.has("Aamut.")
    refused = offer.form("Decline").submit(status=422)
    assert refused.errors == ["Write why you decline."]
    refused.form("Decline").submit(note="En ehdi.")
    declined = saara.get(f"/clients/{files.social}")
    assert declined.has("Kirsi Kollega declined the client. En ehdi.")
    an_offer(services.village, services.saara, files.social, services.kirsi)
    accepted = kirsi.get("/clients").follow("Aada Metsäpelto").form("Accept: the client becomes mine").submit()
    assert accepted.has("Aamut.")
    saara.get(f"/clients/{files.social}", status=404)


def test_an_offer_is_taken_back(services: Services, files: Files, saara: Client, visit: Visit) -> None:
    offer_id = an_offer(services.village, services.saara, files.social, services.kirsi)
    page = saara.get(f"/clients/{files.social}")
    assert page.form("Take the offer back").submit().flashes[0] == "The offer has been taken back."
    visit(services.kirsi).get(f"/clients/offers/{offer_id}", status=404)
    second = page.form("Take the offer back")
    second.data["idempotency_key"] = "another-key-of-this-test"
    assert second.submit().flashes[0] == "There is no offer that waits for an answer."


def test_a_colleague_who_left_meanwhile_is_refused_with_the_reason_kept(
    services: Services, files: Files, saara: Client
) -> None:
    page = saara.get(f"/clients/{files.social}/hand-over")
    leaves_employment(services.village, services.kirsi, NOW.date())
    form = page.form("Offer the client").choose(to="Kirsi Kollega, curator")
    refused = form.submit(reason="Vaihdan koulua.", status=422)
    assert refused.field_error("to")
    assert refused.form("Offer the client").data["reason"] == "Vaihdan koulua."


def test_an_offer_to_one_who_left_cannot_be_accepted(services: Services, files: Files, visit: Visit) -> None:
    offer_id = an_offer(services.village, services.saara, files.social, services.kirsi)
    kirsi = visit(services.kirsi)
    assert kirsi.get(f"/clients/offers/{offer_id}").has("Aada Metsäpelto")
    leaves_employment(services.village, services.kirsi, NOW.date())
    kirsi.get(f"/clients/offers/{offer_id}", status=404)
    assert visit(services.saara).get(f"/clients/{files.social}").has("Aamut.")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("4.12.2026", "1.12.2026", "The last day comes before the first. Check the days."),
        ("1.11.2026", "2.11.2026", "The days have passed. Write days that are to come."),
        ("24.11.2026", "27.11.2026", "You have a cover for some of these days already."),
        ("1.12.2026", "31.12.2027", "A cover lasts a year at most."),
    ],
)
def test_days_that_cannot_be_covered_are_said_at_their_field(
    services: Services, saara: Client, first: str, last: str, words: str
) -> None:
    a_cover(services.village, services.saara, services.kirsi, NOW.date(), NOW.date() + timedelta(days=2))
    form = saara.get("/clients").follow("Covers").form("Arrange the cover")
    form.choose(cover="Kirsi Kollega, curator").fill(note="Avain.")
    refused = form.submit(first_on=first, last_on=last, status=422)
    assert refused.errors[0].startswith(words)
    assert refused.form("Arrange the cover").data["note"] == "Avain."
    done = refused.form("Arrange the cover").submit(first_on="1.12.2026", last_on="4.12.2026")
    assert done.flashes[0] == "The cover is arranged. It begins and ends by itself."


def test_a_cover_is_ended_on_its_page(services: Services, files: Files, saara: Client, visit: Visit) -> None:
    a_cover(services.village, services.saara, services.kirsi, NOW.date(), NOW.date())
    kirsi = visit(services.kirsi)
    assert kirsi.get(f"/clients/{files.social}").has("Aamut.")
    assert kirsi.get("/clients/covers").has("Avain kansliassa.")
    page = saara.get("/clients/covers")
    page.form("End now: Kirsi Kollega").press("End now: Kirsi Kollega")
    kirsi.get(f"/clients/{files.social}", status=404)


def test_an_appointment_of_another_client_is_not_moved_here(
    services: Services, files: Files, visit: Visit, saara: Client
) -> None:
    foreign = an_appointment(services.village, services.mirja, files.health, NOW + timedelta(days=1))
    saara.get(f"/clients/{files.social}/appointments/{foreign}", status=404)
    assert visit(services.mirja).get(f"/clients/{files.health}/appointments/{foreign}").has("Aada Metsäpelto")
