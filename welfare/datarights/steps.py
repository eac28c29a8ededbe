"""The steps that every request takes, whatever it asks for: who asks is made sure of, the answer may take longer."""

from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import AskedOfRegister, IdentityWay
from welfare.rules.answer_times import is_within
from welfare.rules.log_requests import Mandate
from welfare.rules.registers import Register


class TakenError(ValueError):
    """The request has gone on in the meantime, or the step before it has not been taken."""


class NoRightError(ValueError):
    """Whoever asks has no right to it today, or nobody of that name is known: it can only be refused."""


class IdentityNotSureError(ValueError):
    """It has not been made sure yet who asks (GDPR 12(6)), or it is to be said how it was."""


class AskedAlreadyError(ValueError):
    """The same person waits for the answer to an earlier request."""


class TooLateToExtendError(ValueError):
    """The first month has gone, the time was made longer before, or the law knows no longer one (GDPR 12(3))."""


class NotLongerError(ValueError):
    """The new last day is no later, or later than the regulation lets it be."""


def make_sure(work: UnitOfWork, row: AskedOfRegister, way: IdentityWay) -> None:
    """Keep how it was made sure who asks (GDPR 12(6)). Raises TakenError, IdentityNotSureError."""
    _check_undecided(work, row)
    if row.identity_way is not IdentityWay.NOT_SURE:
        raise TakenError
    if way is IdentityWay.NOT_SURE:
        raise IdentityNotSureError
    row.identity_way = way
    work.session.flush()
    work.note(row.controller_id, Register.AUDIT, *row.about(), identity_way=way.value)


def keep_mandate(work: UnitOfWork, row: AskedOfRegister, mandate: Mandate, giver_id: UUID | None) -> None:
    """Keep by what mandate a representative asks, and of which guardian. Raises TakenError."""
    work.session.refresh(row, with_for_update=True)
    if row.sent_on is not None or not row.lacks_mandate:
        raise TakenError
    row.mandate, row.asker_id = mandate, giver_id
    work.session.flush()
    work.note(row.controller_id, Register.AUDIT, *row.about(), mandate=mandate.value)


def extend(work: UnitOfWork, row: AskedOfRegister, until: date, reasons: str) -> None:
    """Give the answer a longer time, and keep the reasons that the asker is told (GDPR 12(3)).

    Raises TakenError, TooLateToExtendError, NotLongerError.
    """
    _check_undecided(work, row)
    if not row.may_take_longer(work.facts.on):
        raise TooLateToExtendError
    if not is_within(row.received_on, row.due_on, until):
        raise NotLongerError
    row.due_on, row.extended_at = until, work.now
    work.encrypt_document(row, type(row).extension, {"words": reasons})
    work.session.flush()
    work.note(row.controller_id, Register.AUDIT, *row.about(), due_on=until.isoformat())


def _check_undecided(work: UnitOfWork, row: AskedOfRegister) -> None:
    work.session.refresh(row, with_for_update=True)
    if row.decided_at is not None:
        raise TakenError
