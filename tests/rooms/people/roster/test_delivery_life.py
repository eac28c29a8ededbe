"""The life of a delivered roster: accidents, second thoughts, others' deliveries, and what is left to look at."""

import pytest
from sqlalchemy import select

from tests.builders import Village
from tests.client import Client
from tests.rooms.people.roster.applied import carry_out, contents, count, rows_of
from tests.rooms.people.roster.pages_scene import SignIn, confirm, hand_over, packed, pretend
from tests.rooms.people.roster.small import PUPIL, SmallRoster
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.people.models import (
    DeliveryState,
    RosterDelivery,
    RosterImport,
    RosterReview,
)
from welfare.people.roster.turn import take_turn
from welfare.rules.actors import Role


def test_one_roster_at_a_time(chief: Client, small: SmallRoster, ledger: Ledger) -> None:
    content = packed(small.write())
    waiting = hand_over(chief, content)
    turn = take_turn(ledger.engine)
    refused = hand_over(chief, content, status=422)
    assert "Another roster is being handled right now." in refused.field_error("file")
    assert waiting.form("Import the roster").submit(status=422).has("Another roster is being handled right now.")
    turn.give_back()
    assert confirm(waiting).has("The roster has been imported.")


def test_work_under_way_shows_how_far_it_is(chief: Client, small: SmallRoster, ledger: Ledger) -> None:
    page = hand_over(chief, packed(small.write()))
    pretend(ledger, DeliveryState.WRITING, done=30, total=120)
    turn = take_turn(ledger.engine)
    running = chief.get(page.url)
    assert running.has("Importing")
    assert running.by_id("delivery").get("data-poll") == page.url
    bar = running.tree.first("progress")
    assert bar is not None
    assert (bar.get("value"), bar.get("max")) == ("30", "120")
    assert "See how far it is" in running.links
    chief.post(f"{page.url}/remove", page.form("Remove the file without importing").data)
    assert count(ledger, RosterDelivery) == 1
    turn.give_back()


def test_after_a_crash_it_says_that_nothing_was_changed(chief: Client, small: SmallRoster, ledger: Ledger) -> None:
    page = hand_over(chief, packed(small.write()))
    pretend(ledger, DeliveryState.WRITING)
    crashed = chief.get(page.url)
    assert crashed.has("The work was interrupted. Nothing was changed.")
    assert crashed.by_id("delivery").get("data-poll") == ""
    crashed.form("Remove the file without importing").submit()
    assert count(ledger, RosterDelivery) == 0


def test_an_accident_while_importing_changes_nothing_and_is_told(
    chief: Client, small: SmallRoster, ledger: Ledger, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page = hand_over(chief, packed(small.write()))
    before = contents(ledger)

    def stumble(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("welfare.people.roster.importing.remember", stumble)
    failed = confirm(page)
    assert failed.has("Something unexpected happened. Nothing was changed.")
    assert "RuntimeError" in caplog.text
    monkeypatch.undo()
    kept = {
        name: rows for name, rows in contents(ledger).items() if name in {"person", "organisation", "roster_record"}
    }
    assert kept == {name: before[name] for name in kept}
    assert confirm(hand_over(chief, packed(small.folder))).has("The roster has been imported.")


def test_what_has_changed_since_the_preview_is_not_imported_unseen(
    chief: Client, small: SmallRoster, ledger: Ledger
) -> None:
    page = hand_over(chief, packed(small.write()))
    carry_out(ledger, small.folder)
    failed = confirm(page)
    assert failed.has("Meanwhile somebody else has imported a roster")
    assert count(ledger, RosterImport) == 1


def test_a_foreign_roster_is_refused(village: Village, sign_in: SignIn, small: SmallRoster, ledger: Ledger) -> None:
    carry_out(ledger, small.write())
    stranger = sign_in(village.staff(Role.ADMINISTRATOR, "Vieras Ylläpito"))
    stranger.flask.set_cookie("language", "en")
    small.change("users", PUPIL, "givenName", "Uusi")
    page = hand_over(stranger, packed(small.write()))
    assert page.has("You do not administer this education provider.")
    assert stranger.get("/roster").has("No roster has been imported yet.")


def test_what_an_import_has_left_is_looked_at(chief: Client, small: SmallRoster, ledger: Ledger) -> None:
    small.change("users", "s000001", "metadata.title", "hovimestari")
    confirm(hand_over(chief, packed(small.write())))
    gone = {"p0000002", "p0000003", "g0000002", "g0000003"}
    for file, column in (("users", "sourcedId"), ("demographics", "sourcedId"), ("enrollments", "userSourcedId")):
        small.remove(file, lambda row, column=column: row[column] not in gone)  # type: ignore[misc]
    page = hand_over(chief, packed(small.write()))
    name = small.row("users", PUPIL)
    assert page.has("People who would be ended")
    done = confirm(page)
    reviews = done.follow("Look at what it has left")
    assert reviews.has("Is no longer in the roster, and has been ended with posts and ties.")
    assert reviews.has("No role is known for this title, so the person gets none. hovimestari")
    buttons = [each for form in reviews.forms for each in form.buttons if each.startswith("Looked at")]
    assert len(buttons) == 5
    assert name["metadata.streetAddress"] not in reviews.html
    after = reviews.form(buttons[0]).submit()
    assert after.has("Marked as looked at.")
    assert count(ledger, RosterReview, RosterReview.looked_at.is_not(None)) == 1
    assert chief.get("/roster").has("4 things wait for somebody to look at them.")
    assert chief.get("/roster/reviews?shown=looked-at").has("Looked at")


def test_reviews_of_others_are_neither_seen_nor_touched(
    village: Village, sign_in: SignIn, small: SmallRoster, ledger: Ledger
) -> None:
    small.change("users", "s000001", "metadata.title", "hovimestari")
    carry_out(ledger, small.write())
    stranger = sign_in(village.staff(Role.ADMINISTRATOR, "Vieras Ylläpito"))
    stranger.flask.set_cookie("language", "en")
    assert stranger.get("/roster/reviews").has("Nothing waits")
    (review,) = rows_of(ledger, select(RosterReview))
    stranger.post(f"/roster/reviews/{review.id}/looked-at", {"csrf_token": "x"}, status=400)
    stranger.get("/roster/deliveries/00000000-0000-4000-8000-000000000000", status=404)


def test_deliveries_of_others_do_not_exist(
    chief: Client, small: SmallRoster, village: Village, sign_in: SignIn
) -> None:
    page = hand_over(chief, packed(small.write()))
    sign_in(village.staff(Role.PRINCIPAL, "Riitta Reksi")).get(page.url, status=404)
    sign_in(village.staff(Role.DATA_PROTECTION_OFFICER, "Tuula Tietosuoja")).get("/roster", status=404)


def test_reading_and_importing_leave_their_events(chief: Client, small: SmallRoster, ledger: Ledger) -> None:
    confirm(hand_over(chief, packed(small.write())))
    bodies = b"".join(rows_of(ledger, select(AuditEvent.body).where(AuditEvent.permission == "roster:import")))
    assert b'"roster_delivery_part.content"' in bodies
    assert b'"step":"preview"' in bodies
    assert b'"roster_import"' in bodies
