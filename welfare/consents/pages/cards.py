"""Expressions as cards: what, by whom and how, and how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.models import ExpressionOfWill
from welfare.consents.pages.named import Names
from welfare.consents.prohibitions import is_review_due, status_of_row
from welfare.consents.wills import PROHIBITION, Said
from welfare.consents.words import CAPACITY_WORDS, PROHIBITION_WORDS, STATUS_WORDS, WAY_SHORT
from welfare.rules.answers import EXPIRY_WARNING_DAYS, ConsentStatus
from welfare.rules.consent import GiverCapacity
from welfare.rules.prohibition import ProhibitionStatus
from welfare.ui.formats import date_text

LOOKS = {
    ConsentStatus.VALID: "valid",
    ConsentStatus.REFUSED: "refused",
    ConsentStatus.WITHDRAWN: "withdrawn",
    ConsentStatus.MISSING: "expiring",
}
PROHIBITION_LOOKS = {
    ProhibitionStatus.STANDS: "valid",
    ProhibitionStatus.WITHDRAWN: "withdrawn",
    ProhibitionStatus.AGAINST_INTEREST: "refused",
}


@dataclass(frozen=True, slots=True)
class State:
    """A state as a chip shows it."""

    look: str
    words: str


@dataclass(frozen=True, slots=True)
class WillCard:
    """One expression as a card."""

    id: UUID
    number: str
    title: str
    by: str
    state: State


def will_cards(work: UnitOfWork, said: Said, rows: Sequence[ExpressionOfWill]) -> list[WillCard]:
    """Cards of these expressions of one matter, in the order given."""
    names = Names.of(work, rows)
    return [card_of(work, said, row, names) for row in rows]


def card_of(work: UnitOfWork, said: Said, row: ExpressionOfWill, names: Names) -> WillCard:
    """One card, with names that have been opened."""
    return WillCard(
        row.id, row.number, names.title((row.kind, row.named_id)), _by(row, names), state_of(work, said, row)
    )


def state_of(work: UnitOfWork, said: Said, row: ExpressionOfWill) -> State:
    """How one expression stands on the day."""
    if row.kind is PROHIBITION:
        return prohibition_state(work, said.on, row)
    status = said.status_of_row(row)
    if status is ConsentStatus.VALID:
        return _valid_until(said.last_day_of(row), said.on)
    look = LOOKS.get(status, "replaced")
    if status is ConsentStatus.EXPIRED:
        end = said.last_day_of(row)
        return State(look, _("Expired %(day)s", day=date_text(end)) if end else str(STATUS_WORDS[status]))
    if status is ConsentStatus.COMING:
        return State(look, _("Begins %(day)s", day=date_text(row.valid_from)))
    return State(look, str(STATUS_WORDS[status]))


def prohibition_state(work: UnitOfWork, on: date, row: ExpressionOfWill) -> State:
    """How a prohibition stands; an earlier word about the same guardian has been replaced by the newest."""
    status = status_of_row(work.session, row, on)
    if status is None:
        return State("replaced", str(STATUS_WORDS[ConsentStatus.SUPERSEDED]))
    if is_review_due(work.session, row, on):
        return State("expiring", _("In force, to be assessed anew"))
    return State(PROHIBITION_LOOKS.get(status, "expiring"), str(PROHIBITION_WORDS[status]))


def _valid_until(end: date | None, on: date) -> State:
    if end is None:
        return State("valid", _("In force until the matter closes"))
    if (end - on).days <= EXPIRY_WARNING_DAYS:
        return State("expiring", _("Expires %(day)s", day=date_text(end)))
    return State("valid", _("In force until %(day)s", day=date_text(end)))


def _by(row: ExpressionOfWill, names: Names) -> str:
    day, way, giver = date_text(row.given_on), WAY_SHORT[row.way], names.of_person(row.giver_person_id)
    if row.capacity is GiverCapacity.SELF:
        return _("%(giver)s, %(way)s %(day)s", giver=giver, way=way, day=day)
    capacity = CAPACITY_WORDS[row.capacity]
    return _("%(giver)s, %(capacity)s, %(way)s %(day)s", giver=giver, capacity=capacity, way=way, day=day)
