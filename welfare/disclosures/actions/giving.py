"""Giving something to somebody who takes no part: into the journal as it is done, and a copy for the receiver."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.accounts.actors import actor_behind
from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at, place_of
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.consents.queries import said_about
from welfare.disclosures.models import Disclosure
from welfare.disclosures.passages import Excerpt
from welfare.disclosures.queries import inside_receiver
from welfare.journal.actions import DisclosureRefusedError, NewEntry, disclose
from welfare.rules.clauses import is_responsible
from welfare.rules.disclosure import DisclosureGround, DisclosureLack
from welfare.rules.giving import How
from welfare.rules.receivers import last_day_open, may_decide, reaches
from welfare.rules.registers import Register


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody with an account who will read a copy."""

    account_id: UUID
    person_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveDisclosure:
    """What is given: ``entry`` is the journal's line of it, ``words`` and ``excerpts`` what the receiver sees."""

    entry: NewEntry
    ground: DisclosureGround
    how: How
    words: str = ""
    excerpts: Sequence[Excerpt] = ()
    reader: Reader | None = None
    open_until: date | None = None
    partner_id: UUID | None = None


def give(work: UnitOfWork, case: Case, command: GiveDisclosure) -> Disclosure:
    """Disclose, and keep what was given as it was given.

    Raises DisclosureRefusedError, welfare.journal.actions.IncompleteEntryError and ForeignOfficeError.
    """
    consent = _consent(work, command)
    _check_decider(work, command)
    _check_receiver(work, case, command, consent)
    entry = disclose(work, case, command.entry)
    row = Disclosure(
        id=uuid4(),
        **place_of(case),
        entry_id=entry.id,
        ground=command.ground,
        consent_id=consent.id if consent else None,
        how=command.how,
        receiver_account_id=command.reader.account_id if command.reader else None,
        receiver_person_id=command.reader.person_id if command.reader else None,
        partner_id=command.partner_id,
        given_at=work.now,
        given_by=account_at(work),
        given_by_person_id=work.actor.person_id,
        open_until=_last_day(work, case, command, consent),
    )
    document = {
        "to_whom": command.entry.document["to_whom"],
        "words": command.words,
        "passages": [excerpt.to_keep() for excerpt in command.excerpts],
    }
    work.encrypt_document(row, Disclosure.document, document)
    work.session.add(row)
    work.session.flush()
    work.note(case.controller_id, Register.WELFARE, ("disclosure", row.id), how=command.how.value)
    return row


def _consent(work: UnitOfWork, command: GiveDisclosure) -> ExpressionOfWill | None:
    named = command.entry.document.get("consent")
    return work.session.get(ExpressionOfWill, UUID(named)) if named else None


def _check_decider(work: UnitOfWork, command: GiveDisclosure) -> None:
    if not may_decide(command.ground, is_lead=is_responsible(work.actor, work.facts)):
        raise DisclosureRefusedError((DisclosureLack.DECIDER,))


def _check_receiver(work: UnitOfWork, case: Case, command: GiveDisclosure, consent: ExpressionOfWill | None) -> None:
    """A copy goes to those whom the ground reaches, as they stand today."""
    if command.reader is None:
        return
    account = work.session.get_one(Account, command.reader.account_id)
    actor = actor_behind(work.session, account, work.facts.on)
    if not reaches(command.ground, inside_receiver(work.session, actor, case.student_id, work.facts.on, consent)):
        raise DisclosureRefusedError((DisclosureLack.RECEIVER,))


def _last_day(work: UnitOfWork, case: Case, command: GiveDisclosure, consent: ExpressionOfWill | None) -> date | None:
    if command.how is not How.READ_HERE:
        return None
    on, consent_to = work.facts.on, None
    if consent is not None:
        consent_to = said_about(work.session, case, on).standing(consent.kind, consent.named_id).valid_to
    return last_day_open(command.open_until, on, consent_to)
