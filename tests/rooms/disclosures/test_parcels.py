"""A package goes from one provider to another by consent, and is opened once, by the right one, for the right pupil."""

import json
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import select

from tests.builders import Someone, Village, system_work
from tests.builders_journal import Matter, a_disclosure_consent, a_matter
from tests.client import Client, Page, PageForm
from tests.rooms.disclosures.conftest import FIRST, SECOND
from tests.rooms.journal.conftest import in_english
from tests.rooms.journal.trail import events_of
from welfare.consents.models import ExpressionOfWill
from welfare.crypto.parcels import Keys, open_parcel, read_parcel, seal_parcel
from welfare.disclosures.actions.parcels import add_partner, make_keys
from welfare.disclosures.card_text import card_text, in_groups
from welfare.disclosures.models import TransferArrival, TransferKeys, TransferPartner
from welfare.disclosures.transfer_record import record_in, schema
from welfare.people.models import Person
from welfare.rules.actors import Actor, Role, World
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.journal import EntryKind

Enter = Callable[[Someone], Client]


@dataclass(frozen=True)
class Two:
    """Two providers that know each other, and the same pupil at both."""

    old: Matter
    new: Matter
    consent: UUID
    partner: UUID


@pytest.fixture
def two(app: Flask, village: Village) -> Two:
    """Aada goes from the one to the other; both live in one house here, as two instances would in two."""
    old, new = a_matter(village), a_matter(Village.of(app))
    old.note(old.saara, f"{FIRST} {SECOND}")
    cards = {}
    for matter in (old, new):
        with system_work(village.ledger, lead_of(matter)) as work:
            cards[matter.village.provider_id] = make_keys(work, matter.village.provider_id).card
    with system_work(village.ledger, lead_of(old)) as work:
        partner = add_partner(work, village.provider_id, "Uusi kunta", cards[new.village.provider_id]).id
    with system_work(village.ledger, lead_of(new)) as work:
        add_partner(work, new.village.provider_id, "Rannan kunta", cards[village.provider_id])
    consent = a_disclosure_consent(old, "Kaislan koulu", kind=ConsentKind.TRANSFER)
    return Two(old, new, consent, partner)


def lead_of(matter: Matter) -> Actor:
    return Actor(account_id=matter.saara.account_id, person_id=matter.saara.person_id, world=World.STAFF)


def filled(client: Client, two: Two, **changes: str) -> PageForm:
    page = client.get(f"/cases/{two.old.case_id}/disclosures/new")
    chosen = page.form("Give it").options["passages"][FIRST]
    answers = {
        "how": "parcel",
        "partner": str(two.partner),
        "ground": "transfer_consent",
        "consent": str(two.consent),
        "necessity": "Työ jatkuu uudessa koulussa.",
    }
    return page.form("Give it").fill(passages=[chosen], **answers | changes)


def give(client: Client, two: Two, status: int = 200, **changes: str) -> Page:
    return filled(client, two, **changes).submit(status=status)


@pytest.fixture
def sender(two: Two, sign_in: Enter) -> Client:
    """The lead at the old school."""
    return in_english(sign_in(two.old.saara))


@pytest.fixture
def receiver(two: Two, sign_in: Enter) -> Client:
    """The lead at the new school."""
    return in_english(sign_in(two.new.saara))


@pytest.fixture
def file(two: Two, sender: Client) -> bytes:
    """The package as it leaves the old school."""
    return bytes(give(sender, two).form("Get the package").submit().response.data)


def take_in(receiver: Client, two: Two, file: bytes, status: int = 200) -> Page:
    page = receiver.get(f"/cases/{two.new.case_id}/packages/new")
    return page.form("Open the package").submit(file=(BytesIO(file), "package.welfare"), status=status)


def notes(matter: Matter) -> list[EntryKind]:
    return [row.kind for row in matter.rows() if row.kind is EntryKind.NOTE]


def test_what_was_sent_by_consent_stands_in_the_receivers_journal(two: Two, file: bytes, receiver: Client) -> None:
    page = take_in(receiver, two, file)
    assert page.has("Received from Rannan kunta")
    assert page.has(f"Note 3 Nov 2026: {FIRST}")
    assert page.has("Sent by Saara Lehtovirta, curator, Rannan kunta, by consent 2026–27/L/")
    assert SECOND not in page.text
    assert events_of(two.new, "transfer:receive")[-1]["codes"]["parcel"] == "opened"


def test_the_senders_journal_and_log_tell_of_it(two: Two, file: bytes, sender: Client) -> None:
    assert b"Aada" not in file
    page = sender.get(two.old.url)
    assert page.has("To whom Uusi kunta (Kaislan koulu)")
    assert page.has("How A sealed package")
    assert page.has("Consent to transfer to a new school")
    assert events_of(two.old, "disclosure:hand_over")[-1]["codes"] == {"parcel": "sealed"}


def test_the_package_holds_the_record_its_schema_and_the_paper_and_no_place(two: Two, file: bytes) -> None:
    with two.new.village.work() as work:
        row = work.session.scalars(
            select(TransferKeys).where(TransferKeys.controller_id == two.new.village.provider_id)
        )
        document = work.decrypt_document(row.one(), TransferKeys.document)
        partner = work.session.scalars(
            select(TransferPartner).where(TransferPartner.controller_id == two.new.village.provider_id)
        ).one()
        keys = Keys(bytes.fromhex(document["box"]), bytes.fromhex(document["sign"]))
        content = open_parcel(read_parcel(file), keys, partner.card)
    found = json.loads(content)
    assert found["schema"] == schema()
    assert [each.text for each in record_in(content).passages] == [FIRST]
    assert PdfReader(BytesIO(b64decode(found["pdf"]))).pages
    for words in ("Kaislapolku", "69999", "Koivurannan", SECOND):
        assert words not in content.decode()


def test_without_a_consent_to_transfer_nothing_is_sealed(two: Two, sender: Client) -> None:
    page = give(sender, two, ground="consent", consent="", status=422)
    assert "goes by a consent to transfer" in page.field_error("ground")
    page = give(sender, two, consent="", status=422)
    assert "needs a valid written consent" in page.field_error("ground")
    page = give(sender, two, partner="", status=422)
    assert page.field_error("partner") == "Error: Choose for which education provider it is sealed."
    assert give(sender, two).form("Get the package").buttons == ["Get the package"]


def test_a_withdrawn_consent_seals_nothing_more(two: Two, sender: Client) -> None:
    form = filled(sender, two)
    a_disclosure_consent(
        two.old,
        "Kaislan koulu",
        kind=ConsentKind.TRANSFER,
        answer=Answer.WITHDRAWN,
        outsider_id=outsider_of(two),
        given_on=date(2026, 11, 23),
    )
    assert form.submit(status=422).errors
    assert [row.kind for row in two.old.rows() if row.kind is EntryKind.DISCLOSURE] == []


def outsider_of(two: Two) -> UUID:
    with two.old.village.ledger.transaction() as transaction:
        found = transaction.session.get_one(ExpressionOfWill, two.consent).named_id
    assert found is not None
    return found


def test_a_package_is_opened_once(two: Two, file: bytes, sender: Client, receiver: Client) -> None:
    take_in(receiver, two, file)
    for again in (file, fetched_anew(sender, two)):
        page = take_in(receiver, two, again, status=422)
        assert "This package was opened here on" in page.field_error("file")
    assert len(notes(two.new)) == 1
    assert events_of(two.new, "transfer:receive")[-1]["codes"]["parcel"] == "AlreadyOpenedError"


def fetched_anew(sender: Client, two: Two) -> bytes:
    page = sender.get(f"/cases/{two.old.case_id}").follow("Uusi kunta (Kaislan koulu)")
    return bytes(page.form("Get the package").submit().response.data)


def test_a_changed_package_is_refused(two: Two, file: bytes, receiver: Client) -> None:
    renumbered = json.dumps(json.loads(file) | {"number": "0" * 32}).encode()
    page = take_in(receiver, two, renumbered, status=422)
    assert "The package has been changed" in page.field_error("file")
    assert notes(two.new) == []
    assert take_in(receiver, two, file).has(FIRST)


def test_a_package_for_another_provider_is_refused(two: Two, file: bytes, sender: Client) -> None:
    page = sender.get(f"/cases/{two.old.case_id}/packages/new").form("Open the package")
    answer = page.submit(file=(BytesIO(file), "package.welfare"), status=422)
    assert "sealed for another education provider" in answer.field_error("file")


def test_a_package_of_a_stranger_is_refused(two: Two, file: bytes, receiver: Client) -> None:
    del file
    with two.new.village.ledger.transaction() as transaction:
        own = select(TransferKeys).where(TransferKeys.controller_id == two.new.village.provider_id)
        card = transaction.session.scalars(own).one().card
    forged = seal_parcel(b"{}", "1" * 32, "2026-11-23", Keys.made(), card)
    page = take_in(receiver, two, forged, status=422)
    assert "The sender is not known here." in page.field_error("file")


def test_a_package_about_another_pupil_is_refused(two: Two, file: bytes, receiver: Client) -> None:
    with two.new.village.work() as work:
        work.encrypt(work.session.get_one(Person, two.new.student.person_id), Person.identity_code, "010113A901T")
    page = take_in(receiver, two, file, status=422)
    assert "about another pupil" in page.field_error("file")
    assert notes(two.new) == []


def test_a_newcomer_without_a_code_is_known_by_name_and_birth_date(two: Two, file: bytes, receiver: Client) -> None:
    with two.new.village.work() as work:
        work.session.get_one(Person, two.new.student.person_id).identity_code = None
    assert take_in(receiver, two, file).has(FIRST)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("content", [b"", b"{}", b"%PDF-1.7", b"\xff" * 99])
def test_what_is_no_package_is_called_so(two: Two, receiver: Client, content: bytes) -> None:
    page = take_in(receiver, two, content, status=422)
    assert "This is no package" in page.field_error("file")


def test_only_the_lead_takes_a_package_in(two: Two, file: bytes, sign_in: Enter, receiver: Client) -> None:
    del file
    address = f"/cases/{two.new.case_id}/packages/new"
    in_english(sign_in(two.new.mirja)).get(address, status=404)
    receiver.get(address)


def test_an_arrival_is_one_row_and_the_file_is_not_kept(two: Two, file: bytes, receiver: Client) -> None:
    take_in(receiver, two, file)
    with two.new.village.ledger.transaction() as transaction:
        row = transaction.session.scalars(select(TransferArrival)).one()
        assert row.number == json.loads(file)["number"]
        assert {column.key for column in TransferArrival.__table__.columns} >= {"number", "entry_id", "partner_id"}


@pytest.fixture
def ville(village: Village) -> Someone:
    """The administrator of the provider."""
    return village.staff(Role.ADMINISTRATOR, "Ville Ylläpito")


def test_the_administrator_makes_the_keys_once_and_knows_others_by_their_card(
    village: Village, ville: Someone, sign_in: Enter
) -> None:
    client, address = in_english(sign_in(ville)), f"/organisations/{village.provider_id}/packages"
    page = client.get("/organisations").follow("Packages between providers: Rannan kunta")
    late = client.get(address).form("Make the keys")
    made = page.form("Make the keys").submit()
    assert made.has("Fingerprint, to be read aloud")
    assert late.submit().has("The keys have been made already.")
    other = Keys.made().card
    form = made.form("Know this provider").fill(card=card_text("Uusi kunta", other))
    wrong = form.submit(fingerprint="0" * 32, status=422)
    assert "another fingerprint" in wrong.field_error("fingerprint")
    known = wrong.form("Know this provider").submit(fingerprint=in_groups(other.fingerprint).upper())
    assert known.has("Uusi kunta")
    again = known.form("Know this provider").fill(card=card_text("Uusi kunta", other))
    assert "know already" in again.submit(fingerprint=other.fingerprint, status=422).field_error("card")
    gone = client.get(address).form("Remove: Uusi kunta").submit()
    assert not gone.has("Uusi kunta")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("card", ["x", "{}", '{"format": "welfare-card", "version": 1}', "[[["])
def test_what_is_no_card_is_called_so(village: Village, ville: Someone, sign_in: Enter, card: str) -> None:
    client = in_english(sign_in(ville))
    form = client.get(f"/organisations/{village.provider_id}/packages").form("Know this provider")
    assert "This is no card." in form.submit(card=card, fingerprint="1", status=422).field_error("card")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_pages_speak_finnish_and_swedish(two: Two, ville: Someone, receiver: Client, sign_in: Enter) -> None:
    admin = in_english(sign_in(ville))
    for language in ("fi", "sv"):
        for client in (admin, receiver):
            client.flask.set_cookie("language", language)
        assert receiver.get(f"/cases/{two.new.case_id}/packages/new").language == language
        assert admin.get(f"/organisations/{two.old.village.provider_id}/packages").language == language
