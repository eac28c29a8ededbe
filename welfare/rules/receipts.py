"""Receipt number of a request: what the sender keeps, and may read aloud on the telephone.

Made from the request's id alone, so it needs no counter and tells neither the day, the school nor how many there are.
"""

import re

from welfare.rules.ids import RequestId

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are heard or read as others."""
MISREADINGS = str.maketrans("ILO", "110")
LENGTH = 10
BITS_A_CHARACTER = 5
SHAPE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


class ReceiptNumberError(ValueError):
    """The text is not a receipt number."""


def receipt_number(request_id: RequestId) -> str:
    """The receipt number of a request, as in ``7KQ4M-2XHB3``."""
    positions = range((LENGTH - 1) * BITS_A_CHARACTER, -1, -BITS_A_CHARACTER)
    letters = "".join(ALPHABET[(request_id.int >> position) % len(ALPHABET)] for position in positions)
    return f"{letters[:5]}-{letters[5:]}"


def read_receipt_number(text: str) -> str:
    """Bring a typed receipt number to its one spelling. Raises ReceiptNumberError."""
    letters = re.sub(r"[\s-]", "", text).upper().translate(MISREADINGS)
    if not SHAPE.fullmatch(letters):
        raise ReceiptNumberError
    return f"{letters[:5]}-{letters[5:]}"
