"""A request for a copy comes."""

from collections.abc import Mapping
from dataclasses import dataclass

from welfare.access_copies.models import AccessCopy
from welfare.access_copies.queries import OPEN, own_copies
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asking import Asking, oneself, write_down
from welfare.datarights.steps import AskedAlreadyError
from welfare.people.models import Person
from welfare.rules.access_copies import CopyState
from welfare.rules.answer_times import copy_due
from welfare.rules.registers import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyAsked(Asking):
    """What somebody asks for."""

    words: str = ""

    def said(self) -> Mapping[str, str]:
        """The wish."""
        return {"words": self.words}


def ask_for_copy(work: UnitOfWork, asked: CopyAsked) -> AccessCopy:
    """Write a request down, with its last day."""
    return write_down(work, AccessCopy, asked, copy_due(asked.received_on), {"state": CopyState.RECEIVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyWished:
    """What is asked on the own page. ``name`` is the student's."""

    name: str
    language: str
    words: str = ""


def ask_on_own_page(work: UnitOfWork, student: Person, wished: CopyWished) -> AccessCopy:
    """Write down what a student, or a guardian, asks of the welfare register. Raises AskedAlreadyError."""
    work.session.refresh(student, with_for_update=True)
    if any(row.state in OPEN for row in own_copies(work.session, work.actor, student)):
        raise AskedAlreadyError
    return ask_for_copy(
        work,
        CopyAsked(
            **oneself(work, student),
            controller_id=student.controller_id,
            register=Register.WELFARE,
            name=wished.name,
            language=wished.language,
            words=wished.words,
        ),
    )
