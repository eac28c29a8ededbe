"""A mail says that there is a meeting and where to read more, in its reader's language; nothing else can be put in."""

from dataclasses import fields
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path
from typing import get_type_hints
from uuid import UUID, uuid4

import pytest

from config.settings import Settings
from tests.audit.books import open_books
from tests.builders import Someone, Village
from tests.clock import Clock
from tests.mail.office import SENDER, Office, files_in, give_address, read, text_of
from welfare.audit.findings import ExitCode
from welfare.mail.addresses import BadAddressError, sendable
from welfare.mail.letters import Letter, message_of
from welfare.mail.models import MailState
from welfare.mail.planning import NoSuchRecipientError
from welfare.mail.queries import text_of as text_of_mail
from welfare.mail.queries import undelivered_about
from welfare.mail.transports.folder import FolderTransport
from welfare.rules.orders import Link, MailKind, MailOrder, Page

SECRETS = ("Kanarialintu", "Wilma", "Tiina", "Koivurannan", "8B", "Ranta", "curator", "kuraattori")


def sent(office: Office, folder: Path) -> EmailMessage:
    """The one mail in the outbox, as it was delivered."""
    assert office.deliver(FolderTransport(folder / "outbox")).done == 1
    (file,) = files_in(folder / "outbox")
    return read(file.read_bytes())


def test_a_mail_says_that_there_is_a_meeting_and_where_to_read_more(
    office: Office, tiina: Someone, tmp_path: Path
) -> None:
    office.order(tiina)
    mail = sent(office, tmp_path)
    assert (mail["From"], mail["To"], mail["Subject"]) == (SENDER, "tiina@example.org", "Sinulla on kokous")
    assert text_of(mail).splitlines() == [
        "Sinulla on kokous. Täällä voit lukea siitä lisää ja vastata kutsuun:",
        f"http://127.0.0.1:8000/meetings/{office.meeting_id}",
        "",
        "Tämän viestin lähetti kone. Siihen tulevia vastauksia ei lueta.",
    ]
    assert mail["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("kind", MailKind)
@pytest.mark.parametrize(("locale", "word"), [("fi", "lähetti"), ("sv", "skickats"), ("en", "was sent")])
def test_every_kind_speaks_the_recipients_language_and_names_nobody(
    office: Office, village: Village, tiina: Someone, tmp_path: Path, kind: MailKind, locale: str, word: str
) -> None:
    give_address(village, tiina, "tiina@example.org", locale)
    office.order(tiina, kind, appointment=office.appointment())
    mail = sent(office, tmp_path)
    assert mail["Content-Language"] == locale
    assert word in text_of(mail)
    whole = mail.as_string() + text_of(mail) + str(mail["Subject"])
    assert [secret for secret in SECRETS if secret in whole] == []


def test_an_order_has_no_field_that_could_hold_a_word() -> None:
    """Ids, moments, numbers and enumerated codes: enforced by type, here and by mypy for every caller."""
    silent = {UUID, UUID | None, bool, int}
    for order in (MailOrder, Link):
        hints = get_type_hints(order)
        for each in fields(order):
            hint = hints[each.name]
            is_code = isinstance(hint, type) and issubclass(hint, StrEnum)
            assert hint in silent or is_code or "Link" in str(hint) or "Appointment" in str(hint), each.name


@pytest.mark.parametrize("name", ["kind", "link"])
def test_a_word_smuggled_in_as_a_code_is_refused(office: Office, tiina: Someone, name: str) -> None:
    word = "wilma-kanarialintu"
    codes: dict[str, object] = {"kind": MailKind.TASK_DUE, "link": Link()}
    smuggled = codes | {name: word if name == "kind" else Link(word)}  # type: ignore[arg-type]
    order = MailOrder(person_id=tiina.person_id, about_id=uuid4(), **smuggled)  # type: ignore[arg-type]
    with pytest.raises((ValueError, LookupError)), office.village.work() as work:
        work.plan_mail(order)


def test_address_and_text_lie_sealed(office: Office, tiina: Someone, settings: Settings, clock: Clock) -> None:
    mail_id = office.order(tiina)
    with office.ledger.transaction() as transaction:
        text = text_of_mail(transaction.session, mail_id)
        assert b"tiina" not in (text.recipient.blob or b"")
        assert b"meetings" not in (text.content.blob or b"")
    with open_books(settings, clock) as books:
        assert books.verify(data=True).exit_code is ExitCode.GOOD


def test_a_mail_of_a_deed_that_failed_does_not_exist(office: Office, tiina: Someone, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="failed"):
        order_and_fall(office, tiina)
    assert office.deliver(FolderTransport(tmp_path / "outbox")).done == 0
    assert office.deliveries() == []
    office.order(tiina)
    assert office.deliver(FolderTransport(tmp_path / "outbox")).done == 1


def order_and_fall(office: Office, who: Someone) -> None:
    with office.village.work() as work:
        work.plan_mail(MailOrder(kind=MailKind.TASK_DUE, person_id=who.person_id, about_id=office.meeting_id))
        message = "the deed failed"
        raise RuntimeError(message)


def test_the_organiser_sees_what_is_not_yet_delivered(office: Office, tiina: Someone, tmp_path: Path) -> None:
    office.order(tiina)
    assert not office.only().is_delivered
    assert (office.only().state, office.only().kind) == (MailState.PLANNED, MailKind.MEETING_INVITED)
    with office.ledger.transaction() as transaction:
        assert len(undelivered_about(transaction.session, office.meeting_id)) == 1
        assert undelivered_about(transaction.session, uuid4()) == []
    sent(office, tmp_path)
    with office.ledger.transaction() as transaction:
        assert undelivered_about(transaction.session, office.meeting_id) == []
    assert office.only().is_delivered
    assert office.only().ended_at is not None


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("", "no_address"),
        ("tiina@example.org\r\nBcc: other@example.org", "bad_address"),
        ("tiina@example.org\nSubject: Wilma", "bad_address"),
        ("a@b.example, c@d.example", "bad_address"),
        ("tiina kanarialintu@example.org", "bad_address"),
        ("tiïna@example.org", "bad_address"),
    ],
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_to_an_address_that_cannot_be_used_nothing_is_sent_and_the_organiser_sees_it(
    office: Office, village: Village, tiina: Someone, tmp_path: Path, address: str, code: str
) -> None:
    give_address(village, tiina, address)
    office.order(tiina)
    assert (office.only().state, office.only().failure) == (MailState.FAILED, code)
    assert office.deliver(FolderTransport(tmp_path / "outbox")).done == 0
    assert files_in(tmp_path / "outbox") == []


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_somebody_the_directory_never_held_an_address_of_has_none(office: Office, village: Village) -> None:
    office.order(village.guardian("Nobody Special", village.student("Eetu Aho", village.a_class())))
    assert office.only().failure == "no_address"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_mail_for_nobody_is_refused(office: Office) -> None:
    with pytest.raises(NoSuchRecipientError):
        office.order(Someone(uuid4(), uuid4(), "nobody"))


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("tiina@example.org", "tiina@example.org"),
        ("O'Brien+school@Sub.Example.ORG", "O'Brien+school@sub.example.org"),
        ("tiina@hyvinvointialue-åland.example", "tiina@xn--hyvinvointialue-land-10b.example"),
    ],
)
def test_ordinary_addresses_pass(address: str, found: str) -> None:
    assert sendable(address).rpartition("@")[0] == found.rpartition("@")[0]
    assert sendable(address).isascii()


@pytest.mark.parametrize(
    "address", ["", "@", "a@", "@b.example", "a@b", "a\0@b.example", "a@b.example\0", ".a@b.example", "a..b@c.example"]
)
def test_what_is_no_address_does_not(address: str) -> None:
    with pytest.raises(BadAddressError) as refused:
        sendable(address)
    assert str(refused.value) == ""


def test_the_same_mail_is_made_of_the_same_bytes(office: Office, tiina: Someone) -> None:
    mail_id = office.order(tiina, appointment=office.appointment())
    calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    letter = Letter(
        mail_id, office.ledger.clock(), "tiina@example.org", "fi", "Kokous", "Teksti\n", calendar, "REQUEST"
    )
    first, again = (message_of(letter, SENDER).as_bytes() for _ in range(2))
    assert first == again
    assert read(first)["Message-ID"] == f"<{mail_id.hex}@kunta.example>"


@pytest.mark.parametrize("text", ["Kokous\r\nBcc: other@example.org", "Kokous\nX: y"])
def test_no_text_can_begin_another_header(text: str, office: Office) -> None:
    letter = Letter(uuid4(), office.ledger.clock(), "tiina@example.org", "fi", text, "Teksti\n")
    with pytest.raises(ValueError, match=r"linefeed|carriage"):
        message_of(letter, SENDER)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_file_in_the_outbox_is_for_its_own_user_and_whole(office: Office, tiina: Someone, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "outbox"
    mail_id = office.order(tiina)
    folder.mkdir(parents=True, mode=0o700)
    stamp = f"{office.ledger.clock():%Y%m%dT%H%M%SZ}"
    (folder / f".{stamp}-{mail_id.hex}.eml").write_bytes(b"half a mail of one that was killed")
    assert office.deliver(FolderTransport(folder)).done == 1
    (file,) = files_in(folder)
    assert file.name == f"{stamp}-{mail_id.hex}.eml"
    assert file.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_where_the_folder_cannot_be_written_the_mail_waits(
    office: Office, tiina: Someone, tmp_path: Path, clock: Clock
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    office.order(tiina)
    assert office.deliver(FolderTransport(tmp_path / "file")).failed == 1
    assert (office.only().state, office.only().failure, office.only().tries) == (MailState.PLANNED, "folder", 1)
    clock.forward(minutes=1)
    assert office.deliver(FolderTransport(tmp_path / "folder")).done == 1
    assert (office.only().state, office.only().failure, office.only().tries) == (MailState.DELIVERED, "", 2)


def test_a_mail_whose_key_is_gone_fails_and_names_nobody(office: Office, tiina: Someone, tmp_path: Path) -> None:
    mail_id = office.order(tiina)
    with office.ledger.transaction() as transaction:
        holder = text_of_mail(transaction.session, mail_id).key_holder()
    office.ledger.keyring.destroy([holder], office.ledger.clock())
    office.deliver(FolderTransport(tmp_path / "outbox"))
    assert files_in(tmp_path / "outbox") == []
    assert (office.only().state, office.only().failure) == (MailState.FAILED, "unreadable")


def test_pages_a_link_may_lead_to_hold_words_of_ours_and_an_id_alone() -> None:
    assert {page.value for page in Page} == {"/", "/meetings/{id}", "/communal/meetings/{id}"}
