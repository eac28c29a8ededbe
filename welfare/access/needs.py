"""What a route may declare that it needs, and how the thing it is about is found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from welfare.rules.actors import Actor, Facts
from welfare.rules.permissions import Permission


class Public(StrEnum):
    """Why a route is open to everybody; each reason is written where the route is."""

    SIGN_IN = "the way in"
    SET_UP = "the first administrator, by one-time code"
    OWN_LETTER = "coming to one's own pages, by the one-time code of a letter"
    STATIC = "style sheets, scripts and pictures without data"
    HEALTH = "whether the service is alive"
    LANGUAGE = "choosing a language"
    LEGAL = "statements that everybody may read"
    SURVEY = "a group answers a survey by its code, known to nobody"
    """The gate asks not even who is signed in: neither account, session nor address comes near the answers."""
    CALENDAR_FEED = "a person's own times, by an address that only the person's calendar knows"
    CLOCK_FEED = "the days of a unit's communal work, by an address that only a colleague's calendar knows"


Needs = Permission | Public


@dataclass(frozen=True, slots=True)
class Manner:
    """How a route is passed: whether it writes at once, goes on while nothing is saved, and lets drafts be kept."""

    writes: bool = False
    saves: bool = False
    """Refused while only reading is possible. Not so: pages, the way in and out, and questions that are posted."""
    has_drafts: bool = True
    """What is typed on the page may be kept as a draft, whose row has the page's address in clear."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a loader may use: a reading session, who asks, when, and what the route has loaded before."""

    session: Session
    actor: Actor
    now: datetime
    loaded: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A thing and the facts about it, as the asking actor stands to it."""

    thing: object
    facts: Facts


Loader = Callable[[Reading, UUID], Loaded | None]
"""Finds a thing by id; None when there is no such thing."""
