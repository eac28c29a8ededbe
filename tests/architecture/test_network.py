"""The suite runs in a cellar without a cable: it needs the network for nothing, and tells nobody that it ran."""

import socket

import pytest

from tests.network import NetworkForbiddenError

# Set aside for documentation (RFC 5737): nobody answers there, whatever happens.
NOBODY = "192.0.2.1"


@pytest.mark.parametrize("host", [NOBODY, "database.example"])
def test_a_connection_to_another_machine_is_refused(host: str) -> None:
    with socket.socket() as caller, pytest.raises(NetworkForbiddenError, match=host):
        caller.connect((host, 443))


def test_a_connection_to_this_machine_is_not() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.socket() as caller:
        caller.connect(listener.getsockname())
        assert caller.getpeername() == listener.getsockname()
