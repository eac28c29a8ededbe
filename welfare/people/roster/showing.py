"""How much of a wrong value a problem may show: enough to find the mistake, never what must not be seen.

A problem is printed in terminals, kept with the import and shown on pages to people who have no business with the
person. Identity codes and birth dates keep only their shape, and so does the home municipality, which a non-disclosure
for safety covers (661/2009 36 §). Names, contacts and addresses are not shown at all: file, row and column find them.
"""

import re

HIDDEN_COLUMNS = frozenset(
    {
        "username",
        "givenName",
        "familyName",
        "middleName",
        "email",
        "sms",
        "phone",
        "metadata.streetAddress",
        "metadata.postalCode",
        "metadata.city",
    }
)
SHAPED_COLUMNS = frozenset({"metadata.personalIdentityCode", "metadata.homeMunicipality", "birthDate"})
LONGEST_SHOWN = 60
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
LIKE_IDENTITY_CODE = re.compile(r"[0-9]{6}[-+A-Za-z][0-9]{3}[0-9A-Za-z]")
NOT_PRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(column: str, value: str) -> str:
    """The part of a cell that a problem may show; anything like an identity code keeps only its shape in any column."""
    if column in HIDDEN_COLUMNS:
        return ""
    short = value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"
    printable = NOT_PRINTABLE.sub("�", short)
    if column in SHAPED_COLUMNS:
        return _shape(printable)
    return LIKE_IDENTITY_CODE.sub(lambda found: _shape(found[0]), printable)


def _shape(text: str) -> str:
    return LETTER_OR_DIGIT.sub("•", text)
