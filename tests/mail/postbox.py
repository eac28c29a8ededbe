"""A mail server of a test's own, that takes what comes or does what it is told."""

import asyncio
import os
import signal
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

HERE = "127.0.0.1"


@dataclass
class Postbox:
    """What has been taken, and what is answered instead of taking it."""

    answers: dict[str, str] = field(default_factory=dict)
    """By verb: RCPT, DATA."""
    dawdles: float = 0
    kills: int = 0
    """A process that dies the moment its mail has been taken, before it is told so."""
    taken: list[tuple[str, bytes]] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - the server calls it so
        self, server: object, session: object, envelope: Envelope, address: str, options: object
    ) -> str:
        del server, session, options
        if "RCPT" in self.answers:
            return self.answers["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: object, session: object, envelope: Envelope) -> str:  # noqa: N802 - as above
        del server, session
        await asyncio.sleep(self.dawdles)
        if "DATA" in self.answers:
            return self.answers["DATA"]
        self.taken.append((str(envelope.rcpt_tos[0]), bytes(envelope.content or b"")))  # type: ignore[arg-type]
        if self.kills:
            os.kill(self.kills, signal.SIGKILL)
        return "250 taken"


def free_port() -> int:
    """A port nobody listens at."""
    with socket.create_server((HERE, 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def open_postbox(postbox: Postbox, **options: Any) -> Iterator[int]:  # noqa: ANN401
    """The port it listens at."""
    controller = Controller(postbox, hostname=HERE, port=free_port(), **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def let_in(server: object, session: object, envelope: object, mechanism: str, data: LoginPassword) -> AuthResult:
    """Knows one name and one password."""
    del server, session, envelope, mechanism
    return AuthResult(success=(data.login, data.password) == (b"post", b"right"), handled=False)


def certificate(folder: Path) -> Path:
    """Key and certificate of this machine, signed by itself, in one file."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    now = datetime.now(UTC)
    alternative = x509.SubjectAlternativeName([x509.IPAddress(ip_address(HERE))])
    found = (
        x509.CertificateBuilder(name, name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(alternative, critical=True)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, SHA256())
    )
    path = folder / "server.pem"
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(pem + found.public_bytes(Encoding.PEM))
    return path


def identity_of(path: Path) -> ssl.SSLContext:
    """What the server shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
