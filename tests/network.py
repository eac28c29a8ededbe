"""No test talks to the world: a connection that leaves this machine is an error, whoever tries."""

import socket
from ipaddress import ip_address
from typing import Any

import pytest


class NetworkForbiddenError(RuntimeError):
    """A test tried to reach something beyond this machine."""


def forbid_network(patch: pytest.MonkeyPatch) -> None:
    """Lets sockets connect to this machine alone until the patch is undone."""
    for name in ("connect", "connect_ex"):
        patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))


def _guarded(original: Any) -> Any:  # noqa: ANN401 – both methods of socket.socket, whose signatures are C's own
    def connect(self: socket.socket, address: Any) -> Any:  # noqa: ANN401
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_here(str(address[0])):
            message = f"a test tried to connect to {address!r}"
            raise NetworkForbiddenError(message)
        return original(self, address)

    return connect


def _is_here(host: str) -> bool:
    if host in {"localhost", ""}:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
