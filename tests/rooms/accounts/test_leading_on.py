"""Where a sign-in may lead: only inside this service."""

from urllib.parse import urlsplit

import pytest

from tests.builders_accounts import Signer
from tests.client import Client
from welfare.ui.paths import local_path

OUTSIDE = [
    "https://evil.example/",
    "http:evil.example",
    "//evil.example",
    "///evil.example",
    "////evil.example/%2e%2e",
    "\\\\evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\\/evil.example",
    "\t//evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\nLocation: https://evil.example",
    "\x00//evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "@evil.example",
    "user@evil.example",
    "https:/evil.example",
    "https:evil.example",
    "HTTPS://EVIL.EXAMPLE",
    " https://evil.example",
    "/ /evil.example\u2028",
    "//evil\u3002example",
    "//[::1]",
    "http://[bad",
    "?next=//evil.example",
    "",
    "#",
]
INSIDE = ["/", "/account", "/account?part=1", "/a/b-c", "/%2f%2fevil.example", "/a@b", "/å"]


@pytest.mark.parametrize("target", OUTSIDE)
def test_an_address_outside_is_never_led_to(target: str) -> None:
    assert local_path(target, "/home") == "/home"


@pytest.mark.parametrize("target", INSIDE)
def test_an_address_inside_is(target: str) -> None:
    assert local_path(target, "/home") == target


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example", "/%0d%0aX:y"])
def test_a_sign_in_stays_in_the_house(stranger: Client, aino: Signer, target: str) -> None:
    page = stranger.get("/sign-in", query_string={"next": target})
    data = page.form("#sign-in").fill(username=aino.username, password=aino.password).data
    answer = stranger.flask.post("/sign-in", data=data, query_string={"next": target})
    location = answer.headers["Location"]
    assert answer.status_code == 303
    assert not urlsplit(location).netloc
    assert location.startswith("/")
    assert not location.startswith("//")
    assert "\n" not in location
