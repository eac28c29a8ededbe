"""An administrator hands a roster over, sees what it would do, confirms, and looks at what it has left."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, update

from tests.builders import Someone, Village, system_work
from tests.client import Client, Page
from tests.conftest import Clock
from tests.databases import Store
from tests.rooms.people.roster.applied import carry_out, contents, count, rows_of
from tests.rooms.people.roster.small import PUPIL, SmallRoster, zipped
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.organisations.models import Organisation
from welfare.people.actions.deliveries import remove_old
from welfare.people.models import (
    DeliveryState,
    Person,
    RosterDelivery,
    RosterDeliveryPart,
    RosterImport,
    RosterPreview,
    RosterReview,
)
from welfare.people.roster.demo import LAKEUSKOSKI
from welfare.people.roster.errands import Errands
from welfare.people.roster.turn import take_turn
from welfare.rules.actors import Role

CODE = "metadata.personalIdentityCode"
SignIn = Callable[[Someone], Client]


@pytest.fixture
def chief(village: Village, sign_in: SignIn) -> Client:
    """The administrator of the municipality whose roster the small one is, reading English."""
    with village.work() as work:
        work.session.get_one(Organisation, village.provider_id).municipality_code = "999"
        work.session.get_one(Organisation, village.county_id).official_code = "18"
    client = sign_in(village.staff(Role.ADMINISTRATOR, "Ville Ylläpito"))
    client.flask.set_cookie("language", "en")
    return client


def packed(folder: Path) -> bytes:
    return zipped(folder, folder.parent / f"{folder.name}.zip").read_bytes()


def hand_over(client: Client, content: bytes, name: str = "roster.zip", *, status: int = 200) -> Page:
    """Upload, wait until it has been read, and look again."""
    page = client.get("/roster").form("Show what would change").submit(file=(BytesIO(content), name), status=status)
    settle(client.app)
    return client.get(page.url) if status == 200 else page


def settle(app: Flask) -> None:
    """Wait until the server's own threads are ready."""
    errands: Errands | None = app.extensions.get("roster_errands")
    if errands is not None:
        errands.wait()


def confirm(page: Page, **answers: str) -> Page:
    after = page.form("Import the roster").fill(**answers).submit()
    settle(page.client.app)
    return page.client.get(after.url)


def test_a_roster_is_handed_over_shown_confirmed_and_imported(
    chief: Client, small: SmallRoster, ledger: Ledger
) -> None:
    page = hand_over(chief, packed(small.write()))
    assert page.heading == "New roster"
    assert page.has("People 17 0 0 0 0")
    assert count(ledger, Person) == 1
    page = confirm(page)
    assert page.has("The roster has been imported.")
    assert page.has("People 17 0 0 0 0")
    assert count(ledger, Person) == 18
    page = chief.get("/roster")
    assert page.has("Imports so far")
    assert page.has("17 0 0")
    again = hand_over(chief, packed(small.folder))
    assert again.has("Nothing has changed since the last roster.")
    assert "Import the roster" not in again.text


def test_nothing_of_the_file_outlives_its_use(chief: Client, small: SmallRoster, ledger: Ledger) -> None:
    page = hand_over(chief, packed(small.write()))
    assert count(ledger, RosterDeliveryPart) == 1
    assert count(ledger, RosterPreview) == 1
    confirm(page)
    assert count(ledger, RosterDeliveryPart) == 0
    assert count(ledger, RosterPreview) == 0


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_file_that_waits_is_sealed(chief: Client, small: SmallRoster, store: Store) -> None:
    content = packed(small.write())
    hand_over(chief, content)
    held = b"".join(path.read_bytes() for path in store.instance.rglob("*") if path.is_file())
    assert content[:60] not in held
    assert b"users.csv" not in held


def test_errors_are_listed_with_file_row_column_and_remedy_and_the_file_is_gone(
    chief: Client, small: SmallRoster, ledger: Ledger
) -> None:
    small.change("users", PUPIL, CODE, "010115-9991")
    small.change("users", "s000001", "metadata.title", "hovimestari")
    page = hand_over(chief, packed(small.write()))
    assert page.has("The roster has errors.")
    row = small.number("users", PUPIL)
    assert page.has(f"users.csv, row {row}, {CODE}")
    assert page.has("Check the personal identity code against the population register")
    assert page.has("No role is known for this title, so the person gets none. hovimestari")
    assert "010115" not in page.html
    assert "Import the roster" not in page.text
    assert count(ledger, RosterDeliveryPart) == 0
    assert count(ledger, Person) == 1


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "roster.zip", "This is not a ZIP file."),
        (b"%PDF-1.7", "roster.zip", "This is not a ZIP file."),
        (b"PK\x03\x04", "roster.csv", "Choose a file of the kind .zip."),
    ],
)
def test_what_is_no_zip_file_is_refused_at_the_field(chief: Client, content: bytes, name: str, words: str) -> None:
    assert words in hand_over(chief, content, name, status=422).field_error("file")


def test_a_broken_zip_file_is_a_problem_and_no_accident(chief: Client) -> None:
    page = hand_over(chief, b"PK\x03\x04" + bytes(400))
    assert page.has("The ZIP file is broken or made in an unusual way.")
    assert page.has("The whole roster")


def test_no_file_at_all_is_asked_for(chief: Client) -> None:
    page = chief.get("/roster").form("Show what would change").submit(status=422)
    assert "Choose the ZIP file." in page.field_error("file")


def test_many_problems_are_paged(chief: Client, ledger: Ledger) -> None:
    roster = SmallRoster(Path(str(ledger.engine.url.database or "x") + "-many"))
    row = roster.row("users", "s000000")
    roster.rows["users"] += [
        row | {"sourcedId": f"s9{n}", "username": f"u{n}", CODE: "", "metadata.title": "x"} for n in range(70)
    ]
    page = hand_over(chief, packed(roster.write()))
    assert page.has("1–50 of 70")
    assert page.follow("Next").has("51–70 of 70")
    chief.get(page.url + "?page=99&people=zz")


def test_ending_unusually_many_needs_a_tick(chief: Client, small: SmallRoster, ledger: Ledger) -> None:
    carry_out(ledger, LAKEUSKOSKI)
    page = hand_over(chief, packed(small.write()))
    assert page.has("3269 people would be ended.")
    assert page.has("That is unusually many of the 3,269 who are here.")
    assert page.has("1–50 of 500")
    assert page.has("Only the first 500 are shown by name.")
    refused = page.form("Import the roster").submit(status=422)
    assert "Tick the box" in refused.field_error("sure")
    assert count(ledger, Person, Person.ended_on.is_not(None)) == 0
    assert confirm(page, sure="yes").has("The roster has been imported.")
    assert count(ledger, Person, Person.ended_on.is_not(None)) == 3269


def test_a_file_can_be_left_and_is_gone(chief: Client, small: SmallRoster, ledger: Ledger) -> None:
    page = hand_over(chief, packed(small.write()))
    assert "See how it stands" in chief.get("/roster").links
    left = page.form("Remove the file without importing").submit()
    assert left.has("The file has been removed. Nothing was changed.")
    assert count(ledger, RosterDelivery) == 0
    chief.get(page.url, status=404)


def test_after_an_hour_the_file_is_not_imported_and_is_swept_away(
    chief: Client, small: SmallRoster, ledger: Ledger, clock: Clock, village: Village, sign_in: SignIn
) -> None:
    page = hand_over(chief, packed(small.write()))
    form = page.form("Import the roster")
    clock.forward(minutes=61)
    later = sign_in(village.staff(Role.ADMINISTRATOR, "Toinen Ylläpito"))
    later.flask.set_cookie("language", "en")
    form.page.client = later
    refused = later.get(page.url).form("Import the roster").submit(status=422)
    assert refused.has("The preview is over an hour old.")
    with system_work(ledger) as work:
        remove_old(work)
    assert count(ledger, RosterDelivery) == count(ledger, RosterDeliveryPart) == count(ledger, RosterPreview) == 0
    assert count(ledger, Person, Person.ended_on.is_(None)) == 2


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


def pretend(ledger: Ledger, state: DeliveryState, done: int = 0, total: int = 0) -> None:
    """Put a delivery into a state that only lasts a moment in life."""
    with system_work(ledger) as work:
        work.session.execute(update(RosterDelivery).values(state=state, done=done, total=total))
