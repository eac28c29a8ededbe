"""One request for a copy: what is asked, how far the review is, and how it was decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.access_copies.kinds import KINDS
from welfare.access_copies.models import AccessCopy, CopyPart
from welfare.access_copies.pages.binding import withheld_in
from welfare.access_copies.pages.lists import state_words
from welfare.access_copies.queries import is_older, is_right_lost, parts_of
from welfare.access_copies.words import LIMIT_SHORT, LIMIT_WORDS, OUTCOME_WORDS, STATE_LOOKS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import IdentityWay
from welfare.datarights.pages.head import reasons_of
from welfare.datarights.pages.lists import LightView, Look, light_view
from welfare.datarights.pages.request import asker_words, mandate_words
from welfare.datarights.queries import hides_places, may_be_told
from welfare.datarights.words import IDENTITY_WORDS, LANGUAGE_WORDS, SENT_WORDS
from welfare.organisations.models import Organisation
from welfare.oversight.words import REGISTER_WORDS
from welfare.rules.access_copies import CopyOutcome, CopyState, law_of
from welfare.ui.formats import date_text, moment_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class PartLine:
    """One record in the list: its kind and day, and whether it has been looked at; no word of it."""

    id: UUID
    number: int
    kind: str
    day: str
    is_looked_at: bool
    left_out: str
    """What is left out: the whole on a ground, or some passages."""


@dataclass(frozen=True, slots=True)
class CopyPage:
    """Everything of one request."""

    id: UUID
    number: str
    name: str
    language: str
    state: str
    look: Look
    light: LightView
    facts: tuple[tuple[str, str], ...]
    decision: tuple[tuple[str, str], ...]
    lines: tuple[PartLine, ...]
    hides_places: bool
    may_be_told: bool
    is_sure: bool
    is_older: bool
    lacks_mandate: bool
    may_extend: bool
    is_extended: bool
    has_decision: bool
    """Whether a decision has been written that may go: for what is refused, as a whole or in part."""
    stage: CopyState
    outcome: CopyOutcome | None

    @property
    def looked_at(self) -> int:
        """How many parts have been looked at."""
        return sum(line.is_looked_at for line in self.lines)

    @property
    def next(self) -> UUID | None:
        """The first part that has not been."""
        return next((line.id for line in self.lines if not line.is_looked_at), None)

    @property
    def is_ready(self) -> bool:
        """Whether it can be decided on."""
        return self.stage is CopyState.REVIEW and self.next is None and not self.is_older

    @property
    def is_left_out(self) -> bool:
        """Whether anything is left out."""
        return self.hides_places or any(line.left_out for line in self.lines)

    @property
    def is_given(self) -> bool:
        """Whether a copy was put together and is there still."""
        return self.outcome in {CopyOutcome.WHOLE, CopyOutcome.PARTLY} and self.stage is not CopyState.CLOSED

    @property
    def is_lost(self) -> bool:
        """Whether the right went between the decision and the handing over."""
        return self.stage is CopyState.DECIDED and self.is_given and not self.may_be_told

    @classmethod
    def of(cls, work: UnitOfWork, row: AccessCopy) -> "CopyPage":
        """Open what was asked and decided."""
        words = work.decrypt_document(row, AccessCopy.document)
        return cls(
            id=row.id,
            number=row.number,
            name=words["name"],
            language=row.language,
            state=state_words(row),
            look=STATE_LOOKS[row.state],
            light=light_view(row, work.facts.on),
            facts=tuple(_facts(work, row, words)),
            decision=tuple(_decision(work, row)),
            lines=tuple(part_lines(work, parts_of(work.session, row))),
            hides_places=hides_places(work.session, row),
            may_be_told=may_be_told(work.session, row, work.facts),
            is_sure=row.identity_way is not IdentityWay.NOT_SURE,
            is_older=row.state is CopyState.REVIEW and is_older(work.session, row, work.facts.on),
            lacks_mandate=row.lacks_mandate,
            may_extend=row.may_take_longer(work.facts.on),
            is_extended=row.extended_at is not None,
            has_decision=row.decision is not None and not is_right_lost(work.session, row, work.facts),
            stage=row.state,
            outcome=row.outcome,
        )


def part_lines(work: UnitOfWork, parts: Sequence[CopyPart]) -> list[PartLine]:
    """The list of contents."""
    return [
        PartLine(
            id=part.id,
            number=number,
            kind=str(KINDS[part.kind].words),
            day=date_text(part.at.date()) if part.at else "",
            is_looked_at=part.looked_at is not None,
            left_out=_left_out(work, part),
        )
        for number, part in enumerate(parts, 1)
    ]


def _left_out(work: UnitOfWork, part: CopyPart) -> str:
    withheld = withheld_in(work, part)
    if withheld:
        return _("Left out: %(why)s", why=LIMIT_SHORT[withheld])
    return _("Some passages left out") if part.has_spans else ""


def _facts(work: UnitOfWork, row: AccessCopy, words: dict[str, str]) -> list[tuple[str, str]]:
    controller = work.session.get_one(Organisation, row.controller_id)
    found = [
        (_("Register"), f"{REGISTER_WORDS[row.register]}, {controller.name(current_locale())}"),
        (_("Who asks"), asker_words(work, row, words)),
        (_("Mandate"), mandate_words(work, row)),
        (_("Made sure"), str(IDENTITY_WORDS[row.identity_way])),
        (_("Came on"), date_text(row.received_on)),
        (_("Answer at the latest"), date_text(row.due_on)),
        (_("Longer time, told to the asker"), reasons_of(work, row)),
        (_("In the asker’s words"), words.get("words", "")),
        (_("Language of the answer"), str(LANGUAGE_WORDS[row.language])),
    ]
    return [(term, value) for term, value in found if value]


def _decision(work: UnitOfWork, row: AccessCopy) -> list[tuple[str, str]]:
    if row.decided_at is None or row.outcome is None:
        return []
    said = work.decrypt_document(row, AccessCopy.decision) if row.decision else {}
    found = [(_("Decided"), f"{moment_text(row.decided_at)}, {OUTCOME_WORDS[row.outcome]}")]
    if row.refused_why is not None:
        law = law_of(row.refused_why).short_in(current_locale())
        found.append((_("Ground"), f"{LIMIT_WORDS[row.refused_why]} ({law})"))
    if said:
        found.append((_("Grounds in words"), said["words"]))
    if row.sent_on and row.sent_by:
        found.append((_("Handed over"), f"{date_text(row.sent_on)}, {SENT_WORDS[row.sent_by]}"))
    if row.open_until:
        found.append((_("Can be fetched on the own page until"), date_text(row.open_until)))
    if row.fetched_at:
        found.append((_("Fetched"), moment_text(row.fetched_at)))
    return found
