"""The letters that stand for a school in case numbers, unlike any other school's of the provider."""

from collections.abc import Collection
from itertools import count
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation

SHORTEST, LONGEST = 3, 6
NORDIC = "ÅÄÖ"
NAMELESS = "KOU"
"""Stands for a name in which no letter can be used."""


def abbreviation_for(session: Session, name: str, provider_id: UUID | None) -> str:
    """A free abbreviation for a school of this name at a provider."""
    return free_abbreviation(name, taken_abbreviations(session, provider_id))


def taken_abbreviations(session: Session, provider_id: UUID | None) -> set[str]:
    """The abbreviations of a provider's schools, of ended ones too: their numbers live on."""
    return set(session.scalars(select(Organisation.short_name).where(Organisation.provider_id == provider_id)))


def free_abbreviation(name: str, taken: Collection[str]) -> str:
    """The first letters of the name, as few as tell it apart; else its first letters and a number."""
    letters = "".join(sign for sign in name.upper() if sign.isalpha() and (sign.isascii() or sign in NORDIC))
    for width in range(min(SHORTEST, len(letters)), min(LONGEST, len(letters)) + 1):
        candidate = letters[:width]
        if width >= SHORTEST and candidate not in taken:
            return candidate
    stem = letters[:SHORTEST] if len(letters) >= SHORTEST else NAMELESS
    return next(name for number in count(2) if (name := f"{stem}{number}") not in taken)
