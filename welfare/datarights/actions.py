"""A request for log information from its coming to its end. Steps are taken once, in their order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import IdentityWay, SentBy
from welfare.datarights.asking import Asking, oneself, write_down
from welfare.datarights.models import LogRequest
from welfare.datarights.own_registers import open_requests, own_registers
from welfare.datarights.queries import may_be_told
from welfare.datarights.steps import AskedAlreadyError, IdentityNotSureError, NoRightError, TakenError
from welfare.people.models import Person
from welfare.rules.log_requests import (
    NEXT,
    LogRefusal,
    LogState,
    answer_due,
    looked_back_to,
    needs_special_reason,
    refusals_for,
)
from welfare.rules.registers import Register


class SpecialReasonMissingError(ValueError):
    """So old events are given for a special reason alone (ATL 11 § 2; rule 29)."""


class NoSuchRegisterError(ValueError):
    """No county serves the student's school, so that it has no such register."""


class NoSuchGroundError(ValueError):
    """The register does not know this ground of refusal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogAsked(Asking):
    """What somebody asks for. Without a first day the log of two years is given."""

    since_on: date | None = None
    special_reason: str = ""
    words: str = ""
    wants_account: bool = False

    def said(self) -> Mapping[str, str]:
        """The wish, and why older events are asked for."""
        return {"words": self.words, "special": self.special_reason}


def ask_for_log(work: UnitOfWork, asked: LogAsked) -> LogRequest:
    """Write a request down, with its last day. Raises SpecialReasonMissingError."""
    since_on = asked.since_on or looked_back_to(asked.received_on)
    if needs_special_reason(asked.register, since_on, asked.received_on) and not asked.special_reason:
        raise SpecialReasonMissingError
    due_on = answer_due(asked.register, asked.received_on)
    own = {"wants_account": asked.wants_account, "since_on": since_on, "state": LogState.RECEIVED}
    return write_down(work, LogRequest, asked, due_on, own)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOnOwnPage:
    """Something looks odd to whoever asks: the log is wanted, and whether all of it was lawful (ATL 11 § 4)."""

    name: str
    """Of the student."""
    language: str
    register: Register = Register.WELFARE
    words: str = ""


def ask_on_own_page(work: UnitOfWork, student: Person, asked: AskedOnOwnPage) -> LogRequest:
    """Write down what a student, or a guardian, asks of one register; it goes to the desk of the register's controller.

    Raises AskedAlreadyError, NoSuchRegisterError.
    """
    work.session.refresh(student, with_for_update=True)
    controller_id = own_registers(work.session, student).get(asked.register)
    if controller_id is None:
        raise NoSuchRegisterError
    if asked.register in {row.register for row in open_requests(work.session, work.actor, student)}:
        raise AskedAlreadyError
    return ask_for_log(
        work,
        LogAsked(
            **oneself(work, student),
            controller_id=controller_id,
            register=asked.register,
            name=asked.name,
            language=asked.language,
            words=asked.words,
            wants_account=True,
        ),
    )


def grant(work: UnitOfWork, row: LogRequest, account: str = "") -> None:
    """Decide to give it: the report tells of what was done up to now.

    Raises TakenError, NoRightError, IdentityNotSureError.
    """
    _check_step(work, row, LogState.GRANTED)
    if row.identity_way is IdentityWay.NOT_SURE:
        raise IdentityNotSureError
    if not may_be_told(work.session, row, work.facts):
        raise NoRightError
    row.state = LogState.GRANTED
    _decide(work, row, account)


def refuse(work: UnitOfWork, row: LogRequest, why: LogRefusal, grounds: str) -> None:
    """Decide not to give it, in writing and with grounds (ATL 11 § 3). Raises TakenError, NoSuchGroundError.

    What has been granted is refused only where the right was lost before the answer went.
    """
    if why not in refusals_for(row.register):
        raise NoSuchGroundError
    _check_step(work, row, LogState.REFUSED)
    if row.state is LogState.GRANTED and may_be_told(work.session, row, work.facts):
        raise TakenError
    row.state, row.refused_why = LogState.REFUSED, why
    _decide(work, row, grounds)


def send(work: UnitOfWork, row: LogRequest, on: date, by: SentBy) -> None:
    """Keep that the answer went, when and how; a log goes to whoever has the right to it still.

    Raises TakenError, NoRightError.
    """
    _check_step(work, row, LogState.SENT)
    if row.state is LogState.GRANTED and not may_be_told(work.session, row, work.facts):
        raise NoRightError
    row.state, row.sent_on, row.sent_by = LogState.SENT, on, by
    work.session.flush()


def close(work: UnitOfWork, row: LogRequest) -> None:
    """Nothing more is to be done. Raises TakenError."""
    _check_step(work, row, LogState.CLOSED)
    row.state, row.closed_at = LogState.CLOSED, work.now
    work.session.flush()


def _check_step(work: UnitOfWork, row: LogRequest, became: LogState) -> None:
    work.session.refresh(row, with_for_update=True)
    if became not in NEXT[row.state]:
        raise TakenError


def _decide(work: UnitOfWork, row: LogRequest, words: str) -> None:
    row.decided_at, row.decided_by = work.now, work.actor.account_id
    if words:
        work.encrypt_document(row, LogRequest.decision, {"words": words})
    work.session.flush()
