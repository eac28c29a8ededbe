"""By a mail server (RFC 5321), over TLS with a checked certificate, and never longer than a worker may hold a job."""

import smtplib
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from socket import SHUT_RDWR
from threading import Timer

from config.mail import MailServer, Security
from welfare.mail.delivering import DeliveryFailedError


@dataclass(frozen=True)
class Patience:
    """How many seconds a server may take for one answer, and for a whole mail however it dawdles."""

    answer: float = 20
    mail: float = 120


@dataclass(frozen=True)
class SmtpTransport:
    """One server, one connection a mail."""

    server: MailServer
    sender: str
    patience: Patience = Patience()
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context

    def deliver(self, name: str, to: str, message: EmailMessage) -> None:
        """Have the server take it. Raises DeliveryFailedError."""
        del name
        try:
            with self._connected() as client:
                client.sendmail(self.sender, [to], message.as_bytes())
        except (smtplib.SMTPException, OSError) as error:
            raise _failure_of(error) from None

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        client = self._reached()
        watch = Timer(self.patience.mail, lambda: _hang_up(client))
        watch.daemon = True
        watch.start()
        try:
            if self.server.security is Security.STARTTLS:
                client.starttls(context=self.trust())
            if self.server.user:
                client.login(self.server.user, self.server.password)
            yield client
            with suppress(smtplib.SMTPException, OSError):  # it has been taken: what comes now changes nothing
                client.quit()
        finally:
            watch.cancel()
            client.close()

    def _reached(self) -> smtplib.SMTP:
        server, name, seconds = self.server, self.sender.rpartition("@")[2], self.patience.answer
        if server.security is not Security.TLS:
            return smtplib.SMTP(server.host, server.port, local_hostname=name, timeout=seconds)
        return smtplib.SMTP_SSL(server.host, server.port, local_hostname=name, timeout=seconds, context=self.trust())


def _hang_up(client: smtplib.SMTP) -> None:
    with suppress(OSError):  # closed meanwhile
        if client.sock is not None:
            client.sock.shutdown(SHUT_RDWR)


_WORDLESS: Sequence[tuple[type[Exception], str]] = (
    (smtplib.SMTPNotSupportedError, "not_offered"),  # no STARTTLS, or no way to sign in
    (smtplib.SMTPServerDisconnected, "disconnected"),
    (smtplib.SMTPException, "server"),
    (ssl.SSLError, "tls"),
    (TimeoutError, "timeout"),
    (Exception, "unreachable"),
)
"""The first that fits; smtplib's own errors are errors of the system as well."""


def _failure_of(error: Exception) -> DeliveryFailedError:
    """Only what a server says of this recipient or this mail is final; our own settings may be mended meanwhile."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return _refused("recipient", next(iter(error.recipients.values()))[0])
    if isinstance(error, smtplib.SMTPDataError):
        return _refused("message", error.smtp_code)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return DeliveryFailedError("sign_in")
    if isinstance(error, smtplib.SMTPResponseException):
        return DeliveryFailedError(f"server_{error.smtp_code}")
    return DeliveryFailedError(next(code for kind, code in _WORDLESS if isinstance(error, kind)))


def _refused(what: str, code: int) -> DeliveryFailedError:
    is_final = 500 <= code < 600  # noqa: PLR2004 - permanent, by RFC 5321 4.2.1
    return DeliveryFailedError(f"{what}_{code}", is_final=is_final)
