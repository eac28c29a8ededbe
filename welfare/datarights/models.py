"""The table of log requests."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.sealed import Subject
from welfare.datarights.asked import AskedOfRegister
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.answer_times import may_extend_log
from welfare.rules.log_requests import LogRefusal, LogState


class LogRequest(AskedOfRegister):
    """One request for log information. ``document`` = {name, asker, words, special}.

    ``decision`` holds the reasons of a refusal, or the account of lawfulness that was asked for, as {words}. The report
    tells of what was done up to ``decided_at``.
    """

    __tablename__ = "log_request"
    __table_args__ = (Index(None, "controller_id", "state", "due_on"),)

    wants_account: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    """Something looks odd: the controller is to give a reasoned account of whether it was lawful (ATL 11 § 4)."""
    since_on: Mapped[date] = column(INTERNAL, nullable=False)
    state: Mapped[LogState] = column(INTERNAL, coded(LogState), nullable=False)
    refused_why: Mapped[LogRefusal | None] = column(INTERNAL, coded(LogRefusal))
    decision: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    def about(self) -> tuple[Subject, ...]:
        """The request and whom it is about."""
        person: tuple[Subject, ...] = (("person", self.subject_id),) if self.subject_id else ()
        return (("log_request", self.id), *person)

    def may_take_longer(self, on: date) -> bool:
        """Not where the county's two months are the whole time that there is (ATL 11 § 1)."""
        return self.decided_at is None and may_extend_log(self.register, self.received_on, self.due_on, on)
