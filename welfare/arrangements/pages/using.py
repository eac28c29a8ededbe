"""Arrangements on the page of their matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from welfare.arrangements.models import ArrangementUse, ArrangementVersion
from welfare.arrangements.queries import CATALOGUE, uses_in
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.ui.fields import Option
from welfare.ui.formats import date_range_text, date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class UseLine:
    """One arrangement agreed on."""

    id: UUID
    name: str
    period: str
    state: str
    look: tuple[str, str]
    terms: str
    """The provider's general conditions, in the version agreed on."""
    conditions: str
    outcome: str
    is_ended: bool


def use_lines(work: UnitOfWork, case: Case) -> Sequence[UseLine]:
    """Everything agreed on in a matter."""
    rows = uses_in(work.session, case.id)
    work.prefetch(use for use, _version in rows)
    return [_line(work, use, version) for use, version in rows]


def cited_lines(work: UnitOfWork, case: Case, first: date, last: date) -> Sequence[UseLine]:
    """What is agreed on in a matter for days from one to another: what a plan of these days cites."""
    rows = [
        (use, version)
        for use, version in uses_in(work.session, case.id)
        if use.starts_on <= last and (use.ends_on is None or use.ends_on >= first)
    ]
    work.prefetch(use for use, _version in rows)
    return [_line(work, use, version) for use, version in rows]


def opened_use(work: UnitOfWork, use: ArrangementUse) -> dict[str, Any]:
    """What was agreed on, opened."""
    return work.decrypt_document(use, ArrangementUse.document)


def offered_options(work: UnitOfWork, case: Case) -> list[Option]:
    """What the matter's provider offers at present."""
    locale = current_locale()
    return [
        Option(arrangement.id, version.name(locale))
        for arrangement, version in CATALOGUE.offered(work.session, case.controller_id)
    ]


def _line(work: UnitOfWork, use: ArrangementUse, version: ArrangementVersion) -> UseLine:
    words, locale = opened_use(work, use), current_locale()
    state, look = _state(use, work.facts.on)
    return UseLine(
        id=use.id,
        name=version.name(locale),
        period=_period(use),
        state=state,
        look=look,
        terms=version.conditions(locale),
        conditions=words["conditions"],
        outcome=words.get("outcome", ""),
        is_ended=use.ended_at is not None,
    )


def _period(use: ArrangementUse) -> str:
    if use.ends_on is None:
        return _("from %(day)s", day=date_text(use.starts_on))
    return date_range_text(use.starts_on, use.ends_on)


def _state(use: ArrangementUse, on: date) -> tuple[str, tuple[str, str]]:
    if use.ended_at is not None or (use.ends_on is not None and use.ends_on < on):
        return _("Has ended"), ("", "clock")
    if use.starts_on > on:
        return _("Not begun yet"), ("soon", "clock")
    return _("In use"), ("good", "check")
