"""Printing a form: a number is drawn, and what was asked is kept."""

from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.actions import INFORMATION_VERSION, Where, number_in
from welfare.consents.papers.models import ConsentForm
from welfare.rules.consent import ConsentKind


class WithinMatter(Where, Protocol):
    """A matter as a place where a form is printed."""

    @property
    def id(self) -> UUID:
        """The case's id."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintForm:
    """What is asked. ``words`` are sealed."""

    kind: ConsentKind
    named_ids: tuple[UUID, ...] = ()
    language: str
    words: dict[str, Any] = field(default_factory=dict)


def print_form(work: UnitOfWork, case: WithinMatter, command: PrintForm) -> ConsentForm:
    """Draw the number of a form and keep what it asks."""
    form = ConsentForm(
        id=uuid4(),
        student_id=case.student_id,
        case_id=case.id,
        controller_id=case.controller_id,
        number=number_in(work, case, "L"),
        kind=command.kind,
        named=" ".join(each.hex for each in command.named_ids),
        language=command.language,
        information_version=INFORMATION_VERSION,
        printed_at=work.now,
        printed_by=work.actor.account_id,
    )
    words = {name: said for name, said in command.words.items() if said}
    work.encrypt_document(form, ConsentForm.document, words)
    work.session.add(form)
    work.session.flush()
    return form
