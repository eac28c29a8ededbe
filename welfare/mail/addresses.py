"""Addresses a mail can go to: one, plain, and without anything that would begin another line of a header."""

import re

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")
_LONGEST = 254


class BadAddressError(ValueError):
    """Not an address that mail can be sent to."""


def sendable(address: str) -> str:
    """The address as a server takes it: letters of other alphabets are spelled out in the domain, refused before it.

    Raises BadAddressError, which does not repeat the address.
    """
    local, _, domain = address.strip().rpartition("@")
    try:
        spelled = domain.encode("idna").decode().lower()
    except UnicodeError:
        raise BadAddressError from None
    found = f"{local}@{spelled}"
    is_dotted_well = not local.startswith(".") and not local.endswith(".") and ".." not in local
    if not (_LOCAL.fullmatch(local) and is_dotted_well and _DOMAIN.fullmatch(spelled) and len(found) <= _LONGEST):
        raise BadAddressError
    return found
