"""Giving data to someone who takes no part in the student's welfare: written down as it is done (OHL 20 § 5)."""

from collections.abc import Collection
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.actions.writing import NewEntry, check_whole, put_into_record
from welfare.journal.content import Document, filled_by
from welfare.journal.models import JournalEntry
from welfare.journal.queries import disclosure_consents
from welfare.rules.disclosure import RULES, DisclosureFacts, DisclosureGround, DisclosureLack, what_is_missing
from welfare.rules.journal import EntryKind
from welfare.rules.registers import Register
from welfare.rules.standing import Standing


class DisclosureRefusedError(ValueError):
    """Something the law asks of a disclosure is lacking (OHL 22-23 §; rules 24 and 25)."""

    def __init__(self, lacks: Collection[DisclosureLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


def disclose(work: UnitOfWork, case: Case, new: NewEntry) -> JournalEntry:
    """Write a disclosure that has its ground. A consent is looked at anew, as it stands at this moment.

    Raises DisclosureRefusedError, IncompleteEntryError, ForeignOfficeError.
    """
    ground = _ground(new.document)
    standing = _standing(work, case, new.document, ground)
    lacks = what_is_missing(facts_of(new.document, standing))
    if lacks:
        raise DisclosureRefusedError(lacks)
    check_whole(work, case, EntryKind.DISCLOSURE, filled_by(new.document))
    entry = put_into_record(work, case, new)
    consents = [("consent", id) for id in standing.grounds] if standing else []
    work.note(case.controller_id, Register.WELFARE, *consents, ground=str(ground))
    return entry


def facts_of(document: Document, consent: Standing | None) -> DisclosureFacts:
    """Whether things are said, for the rule: never what they say."""
    return DisclosureFacts(
        ground=_ground(document),
        has_what=bool(document.get("what")),
        has_recipient=bool(document.get("to_whom")),
        has_necessity=bool(document.get("necessity")),
        has_question=bool(document.get("question")),
        consent=consent,
    )


def _ground(document: Document) -> DisclosureGround | None:
    code = document.get("ground")
    return DisclosureGround(code) if code else None


def _standing(work: UnitOfWork, case: Case, document: Document, ground: DisclosureGround | None) -> Standing | None:
    """How the named consent stands, if it is of this matter and of the kind that the ground asks for."""
    asked = RULES[ground].consent if ground else None
    named = document.get("consent")
    if asked is None or not named:
        return None
    of_kind = [each for each in disclosure_consents(work, case) if each.expression.kind is asked]
    return next((each.standing for each in of_kind if each.expression.id == UUID(named)), None)
