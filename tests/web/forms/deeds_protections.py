"""The deeds of non-disclosure for safety: setting, renewing, proposing the end, confirming it, opening an address."""

from collections.abc import Mapping

from tests.web.forms.deed import Answer, Deed
from tests.web.forms.deeds_accounts import code_of_app

ONE = "/students/{%s}/non-disclosure"


def _by_signer(thing: str, page: str, answers: Mapping[str, Answer], *, gives: int = 303) -> Deed:
    return Deed(who="signer", at=f"{ONE % thing}/{page}", answers={**answers, "code": code_of_app}, gives=gives)


PROTECTIONS: Mapping[str, Deed] = {
    "non_disclosures.set": _by_signer(
        "protected_id", "new", {"source": "family", "begins_on": "20.11.2026", "words": "Ote näytetty."}
    ),
    "non_disclosures.renew": _by_signer("standing_id", "renew", {"until_on": "1.12.2027", "words": "Soitettu."}),
    "non_disclosures.propose": _by_signer("standing_id", "end", {"words": "Perhe on muuttanut."}),
    "non_disclosures.confirm": _by_signer("ending_id", "confirm", {"decision": "end"}),
    "non_disclosures.open": _by_signer("protected_id", "address", {"reason": "letter"}, gives=200),
}
