"""The mapping from a staff title to a role, from policy: never a guess."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from welfare.rules.actors import Role

NEVER_BY_TITLE = frozenset({Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.STUDENT, Role.GUARDIAN})
"""Roles that somebody must give by hand, or that are no posts: a file from outside cannot make an administrator."""


class TitlesError(ValueError):
    """The mapping is unusable: an unknown or forbidden role, or one title for two roles. The message says which."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles, folded, with the role each gives."""

    roles: dict[str, Role]

    def role_of(self, title: str) -> Role | None:
        """The role of a title as written in the roster, or None when the mapping does not know it."""
        return self.roles.get(_folded(title))


def titles_from(text: str) -> Titles:
    """Read a mapping from TOML. Raises TitlesError."""
    try:
        entries = tomllib.loads(text)["role"]
        pairs = [(_folded(title), Role(entry["name"])) for entry in entries for title in entry["titles"]]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, ValueError) as error:
        message = f"the titles cannot be read: {error}"
        raise TitlesError(message) from error
    if refused := NEVER_BY_TITLE.intersection(role for _, role in pairs):
        message = f"no title can give the role {min(refused)}"
        raise TitlesError(message)
    roles: dict[str, Role] = {}
    for title, role in pairs:
        if roles.setdefault(title, role) is not role:
            message = f"the title {title!r} is given to both {roles[title]} and {role}"
            raise TitlesError(message)
    return Titles(roles)


@lru_cache(maxsize=1)
def policy_titles() -> Titles:
    """Read the mapping of this installation, config/policy/titles.toml. Raises TitlesError."""
    return titles_from((files("config") / "policy" / "titles.toml").read_text(encoding="utf-8"))


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())
