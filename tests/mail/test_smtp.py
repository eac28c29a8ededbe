"""Mail servers that are down, slow, refusing or not who they say: the mail waits, and the organiser sees it."""

import ssl
from collections.abc import Callable
from pathlib import Path

import pytest

from config.mail import MailServer, MailUrlError, Security
from tests.builders import Someone
from tests.clock import Clock
from tests.mail.office import SENDER, Office, read
from tests.mail.postbox import HERE, Postbox, certificate, free_port, identity_of, let_in, open_postbox
from welfare.jobs.waiting import MOST_TRIES
from welfare.mail.models import MailState
from welfare.mail.transports.smtp import Patience, SmtpTransport

IMPATIENT = Patience(answer=5, mail=10)


def plain(port: int, patience: Patience = IMPATIENT) -> SmtpTransport:
    return SmtpTransport(MailServer(HERE, port, Security.NONE), SENDER, patience)


def trusting(path: Path) -> Callable[[], ssl.SSLContext]:
    return lambda: ssl.create_default_context(cafile=str(path))


def test_a_server_takes_a_mail_with_its_calendar_part(office: Office, tiina: Someone) -> None:
    mail_id = office.order(tiina, appointment=office.appointment())
    with open_postbox(postbox := Postbox()) as port:
        assert office.deliver(plain(port)).done == 1
        assert office.deliver(plain(port)).done == 0
    ((to, content),) = postbox.taken
    mail = read(content)
    assert to == "tiina@example.org"
    assert mail["Message-ID"] == f"<{mail_id.hex}@kunta.example>"
    part = mail.get_body(("related",)) or next(p for p in mail.walk() if p.get_content_type() == "text/calendar")
    assert part.get_param("method") == "REQUEST"
    assert office.only().is_delivered


def test_while_the_server_is_down_the_mail_waits_and_goes_when_it_is_back(
    office: Office, tiina: Someone, clock: Clock
) -> None:
    office.order(tiina)
    port = free_port()
    for tries in range(1, 4):
        assert office.deliver(plain(port)).failed == 1
        delivery = office.only()
        assert (delivery.state, delivery.failure, delivery.tries) == (MailState.PLANNED, "unreachable", tries)
        assert office.deliver(plain(port)).failed == 0, "not at once again"
        clock.forward(hours=1)
    with open_postbox(postbox := Postbox()) as back:
        assert office.deliver(plain(back)).done == 1
    assert len(postbox.taken) == 1
    assert (office.only().is_delivered, office.only().failure) == (True, "")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"RCPT": "450 try later"}, "recipient_450"),
        ({"DATA": "451 try later"}, "message_451"),
        ({"DATA": "421 closing"}, "message_421"),
    ],
)
def test_a_passing_refusal_is_tried_again(
    office: Office, tiina: Someone, clock: Clock, answers: dict[str, str], code: str
) -> None:
    office.order(tiina)
    with open_postbox(postbox := Postbox(answers)) as port:
        assert office.deliver(plain(port)).failed == 1
        assert (office.only().state, office.only().failure) == (MailState.PLANNED, code)
        postbox.answers.clear()
        clock.forward(minutes=1)
        assert office.deliver(plain(port)).done == 1


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("answers", "code"),
    [({"RCPT": "550 nobody here"}, "recipient_550"), ({"DATA": "554 not wanted"}, "message_554")],
)
def test_a_final_refusal_is_not(
    office: Office, tiina: Someone, clock: Clock, answers: dict[str, str], code: str
) -> None:
    office.order(tiina)
    with open_postbox(postbox := Postbox(answers)) as port:
        assert office.deliver(plain(port)).given_up == 1
        postbox.answers.clear()
        clock.forward(days=1)
        assert office.deliver(plain(port)).done == 0
    assert (office.only().state, office.only().failure) == (MailState.FAILED, code)
    assert postbox.taken == []


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("patience", [Patience(answer=0.3, mail=60), Patience(answer=60, mail=0.3)])
def test_a_server_that_dawdles_is_left_and_tried_again(office: Office, tiina: Someone, patience: Patience) -> None:
    """Over one answer, or answer by answer over the whole mail."""
    office.order(tiina)
    with open_postbox(Postbox(dawdles=2)) as port:
        assert office.deliver(plain(port, patience)).failed == 1
    assert (office.only().state, office.only().failure) == (MailState.PLANNED, "disconnected")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_mail_that_nobody_takes_for_half_a_day_has_failed(office: Office, tiina: Someone, clock: Clock) -> None:
    office.order(tiina)
    port = free_port()
    for _ in range(MOST_TRIES):
        office.deliver(plain(port))
        clock.forward(hours=7)
    assert (office.only().state, office.only().tries) == (MailState.FAILED, MOST_TRIES)
    assert office.only().ended_at is not None


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("password", ["right", "wrong"])
def test_over_starttls_it_signs_in(office: Office, tiina: Someone, tmp_path: Path, password: str) -> None:
    office.order(tiina)
    pem = certificate(tmp_path)
    options = {"tls_context": identity_of(pem), "require_starttls": True, "authenticator": let_in}
    with open_postbox(postbox := Postbox(), **options) as port:
        server = MailServer(HERE, port, Security.STARTTLS, "post", password)
        office.deliver(SmtpTransport(server, SENDER, IMPATIENT, trusting(pem)))
    assert len(postbox.taken) == (password == "right")
    assert office.only().failure == ("" if password == "right" else "sign_in")
    assert office.only().state is not MailState.FAILED


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_server_whose_certificate_nobody_vouches_for_gets_nothing(
    office: Office, tiina: Someone, tmp_path: Path, security: Security
) -> None:
    office.order(tiina)
    pem = certificate(tmp_path)
    name = "ssl_context" if security is Security.TLS else "tls_context"
    with open_postbox(postbox := Postbox(), **({name: identity_of(pem)} if name == "tls_context" else {})) as port:
        office.deliver(SmtpTransport(MailServer(HERE, port, security), SENDER, IMPATIENT))
    assert postbox.taken == []
    assert office.only().failure == "tls"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_server_that_offers_no_tls_gets_nothing(office: Office, tiina: Someone) -> None:
    office.order(tiina)
    with open_postbox(postbox := Postbox()) as port:
        office.deliver(SmtpTransport(MailServer(HERE, port, Security.STARTTLS), SENDER, IMPATIENT))
    assert postbox.taken == []
    assert office.only().failure == "not_offered"


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://u:p%40ss@mail.example", MailServer("mail.example", 587, Security.STARTTLS, "u", "p@ss")),
        ("smtp://mail.example:25", MailServer("mail.example", 25, Security.STARTTLS)),
        ("smtps://u:p@mail.example", MailServer("mail.example", 465, Security.TLS, "u", "p")),
        ("smtp://127.0.0.1:2525?tls=none", MailServer("127.0.0.1", 2525, Security.NONE)),
        ("smtp://localhost?tls=none", MailServer("localhost", 25, Security.NONE)),
    ],
)
def test_a_server_is_read_from_one_address(url: str, server: MailServer) -> None:
    assert MailServer.from_url(url) == server
    assert "p@ss" not in repr(MailServer.from_url(url))


@pytest.mark.parametrize(
    "url",
    [
        "mail.example",
        "http://mail.example",
        "smtp://",
        "smtp://mail.example:port",
        "smtp://mail.example/path",
        "smtp://mail.example?tls=none",
        "smtps://localhost?tls=none",
        "smtp://localhost?tls=perhaps",
        "smtp://[::1",
    ],
)
def test_a_malformed_or_open_address_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(MailUrlError) as refused:
        MailServer.from_url(url.replace("//", "//u:geheim@"))
    assert "geheim" not in str(refused.value)
