"""An administrator hands a roster over, sees what it would do, confirms, and looks at what it has left."""

from pathlib import Path

import pytest

from tests.builders import Village, system_work
from tests.client import Client
from tests.clock import Clock
from tests.databases import Store
from tests.rooms.people.roster.applied import carry_out, count
from tests.rooms.people.roster.pages_scene import CODE, SignIn, confirm, hand_over, packed
from tests.rooms.people.roster.small import PUPIL, SmallRoster
from welfare.audit.ledger import Ledger
from welfare.people.actions.deliveries import remove_old
from welfare.people.models import (
    Person,
    RosterDelivery,
    RosterDeliveryPart,
    RosterPreview,
)
from welfare.people.roster.demo import LAKEUSKOSKI
from welfare.rules.actors import Role


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


def test_many_problems_are_paged(chief: Client, tmp_path: Path) -> None:
    roster = SmallRoster(tmp_path / "many")
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
