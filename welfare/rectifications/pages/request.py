"""One request: what is said to be wrong, what it should be, and what came of it."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import IdentityWay
from welfare.datarights.pages.head import reasons_of
from welfare.datarights.pages.lists import LightView, light_view
from welfare.datarights.pages.request import asker_words, mandate_words
from welfare.datarights.words import IDENTITY_WORDS, SENT_WORDS
from welfare.rectifications.models import Rectification
from welfare.rectifications.pages.records import record_words
from welfare.rectifications.queries import is_right_lost, may_be_answered
from welfare.rectifications.records import record_of
from welfare.rectifications.words import OUTCOME_WORDS, REFUSAL_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.rules.rectifications import RecordKind, RectificationState, law_of
from welfare.ui.formats import date_text, local
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class RectificationPage:
    """Everything of one request."""

    id: UUID
    case_id: UUID | None
    is_known: bool
    """Whether there is a record to assess."""
    is_of_directory: bool
    number: str
    name: str
    state: str
    look: tuple[str, str]
    light: LightView
    facts: tuple[tuple[str, str], ...]
    decision: tuple[tuple[str, str], ...]
    lacks_mandate: bool
    may_extend: bool
    is_extended: bool
    is_open: bool
    is_decided: bool
    is_sure: bool
    may_be_told: bool
    is_right_lost: bool
    """Whether it was decided, and whoever asked may not be told of the record any more."""

    @classmethod
    def of(cls, work: UnitOfWork, row: Rectification) -> "RectificationPage":
        """Open what was asked and decided."""
        words = work.decrypt_document(row, Rectification.document)
        return cls(
            id=row.id,
            case_id=row.case_id,
            is_known=record_of(work.session, row) is not None,
            is_of_directory=row.kind is RecordKind.DIRECTORY,
            number=row.number,
            name=words["name"],
            state=str(STATE_WORDS[row.state]),
            look=STATE_LOOKS[row.state],
            light=light_view(row, work.facts.on),
            facts=tuple(_facts(work, row, words)),
            decision=tuple(decision_lines(work, row)),
            lacks_mandate=row.lacks_mandate,
            may_extend=row.may_take_longer(work.facts.on),
            is_extended=row.extended_at is not None,
            is_open=row.state is RectificationState.RECEIVED,
            is_decided=row.state is RectificationState.DECIDED,
            is_sure=row.identity_way is not IdentityWay.NOT_SURE,
            may_be_told=may_be_answered(work.session, row, work.facts),
            is_right_lost=row.state is RectificationState.DECIDED and is_right_lost(work.session, row, work.facts),
        )


def decision_lines(work: UnitOfWork, row: Rectification) -> list[tuple[str, str]]:
    """What came of it."""
    if row.decided_at is None or row.outcome is None:
        return []
    found = [
        (_("Decided"), date_text(local(row.decided_at).date())),
        (_("What came of it"), str(OUTCOME_WORDS[row.outcome])),
    ]
    if row.refused_why is not None:
        law = law_of(row.refused_why).short_in(current_locale())
        found.append((_("Ground"), f"{REFUSAL_WORDS[row.refused_why]} ({law})"))
    if row.decision:
        found.append((_("Grounds in words"), work.decrypt_document(row, Rectification.decision)["words"]))
    if row.sent_on and row.sent_by:
        found.append((_("Told to the asker"), f"{date_text(row.sent_on)}, {SENT_WORDS[row.sent_by]}"))
    return found


def _facts(work: UnitOfWork, row: Rectification, words: dict[str, str]) -> list[tuple[str, str]]:
    record = record_of(work.session, row)
    found = [
        (_("Who asks"), asker_words(work, row, words)),
        (_("Mandate"), mandate_words(work, row)),
        (_("Made sure"), str(IDENTITY_WORDS[row.identity_way])),
        (_("Came on"), date_text(row.received_on)),
        (_("Answer at the latest"), date_text(row.due_on)),
        (_("Longer time, told to the asker"), reasons_of(work, row)),
        (_("What it is about"), record_words(record) if record else ""),
        (_("What is said to be wrong"), words.get("wrong", "")),
        (_("What it should be"), words.get("right", "")),
    ]
    return [(term, value) for term, value in found if value]
