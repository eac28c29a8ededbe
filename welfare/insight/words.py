"""Words of the insight room."""

from welfare.accounts.words import ROLE_WORDS
from welfare.rules.actors import Role


def role_words(code: str) -> str:
    """An office by the code of its role."""
    return str(ROLE_WORDS[Role(code)])
