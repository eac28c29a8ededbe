"""One pupil's protection, and those that one answers for. No page here holds a place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.queries import account_people
from welfare.non_disclosures.models import Protection
from welfare.non_disclosures.queries import family_of, named_by, protections_of, standing_of
from welfare.non_disclosures.words import SOURCE_WORDS
from welfare.people.hiding import is_family_hidden
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.rules.non_disclosure import ProtectionPart, ProtectionState, has_run_out, needs_care
from welfare.rules.permissions import Permission, decide
from welfare.ui.fields import Option
from welfare.ui.formats import date_text, moment_text

Look = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ProtectionPage:
    """How a pupil is protected, and what the reader may do."""

    student_id: UUID
    student: str
    is_marked: bool
    """Whether the pupil or a guardian is hidden, be it by the roster alone."""
    state: ProtectionState | None
    words: str
    look: Look
    hidden_alone: str
    """The guardians whom the roster marks while the pupil is not hidden."""
    last_day: str
    facts: Sequence[tuple[str, str]]
    proposal: Sequence[tuple[str, str]]
    may_confirm: bool
    may_see_looks: bool
    may_act: bool

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "ProtectionPage":
        """Open the names and what was written."""
        row = standing_of(work.session, student.id)
        named = named_by(work.session, row) if row else {part: [] for part in ProtectionPart}
        names = _Names.of(work, [student.id, *(each for ids in named.values() for each in ids)], row)
        words, look = _state_of(row, work.facts.on, is_marked=student.is_restricted)
        is_family_marked = is_family_hidden(work.session, student.id, work.facts.on)
        alone = _hidden_alone(work, student) if row is None else ()
        if alone:
            words, look = _("Only a guardian is hidden"), ("soon", "lock")
        return cls(
            student_id=student.id,
            student=names.person(student.id),
            is_marked=is_family_marked,
            state=row.state if row else None,
            words=words,
            look=look,
            hidden_alone=", ".join(alone),
            last_day=_last_day(row) if row else "",
            facts=_facts(work, row, names, named) if row else (),
            proposal=_proposal(work, row, names) if row else (),
            may_confirm=_may(work, Permission.NON_DISCLOSURE_END),
            may_see_looks=_may(work, Permission.NON_DISCLOSURE_LOOKS),
            may_act=_may(work, Permission.NON_DISCLOSURE_SET),
        )

    @property
    def is_ending(self) -> bool:
        """Whether a second person is waited for."""
        return self.state is ProtectionState.ENDING


@dataclass(frozen=True, slots=True)
class ProtectionLine:
    """One of those that one answers for."""

    student_id: UUID
    student: str
    words: str
    look: Look
    until_on: date | None


@dataclass(frozen=True, slots=True)
class ProtectionsPage:
    """Those that stand, the soonest to be looked at first."""

    lines: Sequence[ProtectionLine]
    leads_to_looks: bool
    """An officer sees who has looked, and nothing else."""

    @classmethod
    def of(cls, work: UnitOfWork) -> "ProtectionsPage":
        """Open the names of the pupils."""
        rows = protections_of(work.session, work.actor, work.facts)
        names = _Names.of(work, [row.student_id for row in rows], None)
        lines = [_line(row, names, work.facts.on) for row in rows]
        is_near_work = decide(work.actor, Permission.SEARCH, work.facts).is_granted
        return cls(sorted(lines, key=lambda line: line.until_on or date.max), not is_near_work)


@dataclass(frozen=True, slots=True)
class _Names:
    people: dict[UUID, str]
    accounts: dict[UUID, str]

    @classmethod
    def of(cls, work: UnitOfWork, person_ids: Iterable[UUID], row: Protection | None) -> "_Names":
        ids = {id for id in (row.recorded_by, row.proposed_by) if id} if row else set()
        accounts = account_people(work.session, ids)
        wanted = {*person_ids, *filter(None, accounts.values())}
        people = work.session.scalars(select(Person).where(Person.id.in_(wanted))).all()
        names = {id: name.full for id, name in names_of(work, people).items()}
        return cls(names, {id: names.get(person_id, "") for id, person_id in accounts.items() if person_id})

    def person(self, person_id: UUID) -> str:
        return self.people.get(person_id, "")

    def several(self, person_ids: Iterable[UUID]) -> str:
        return ", ".join(sorted(filter(None, map(self.person, person_ids))))

    def account(self, account_id: UUID | None) -> str:
        return self.accounts.get(account_id, "") if account_id else ""


def family_options(work: UnitOfWork, student: Person) -> tuple[list[Option], list[Option]]:
    """Guardians and siblings, to be chosen among."""
    guardians, siblings = family_of(work.session, student.id, work.facts)
    names = names_of(work, [*guardians, *siblings])

    def options(people: Sequence[Person], plain: str, hidden: str) -> list[Option]:
        rows = sorted(people, key=lambda each: names[each.id].sort_key)
        return [Option(each.id, names[each.id].full, hidden if each.is_restricted else plain) for each in rows]

    return (
        options(guardians, _("Guardian"), _("Guardian, hidden already")),
        options(siblings, _("Pupil"), _("Pupil, hidden already")),
    )


def _hidden_alone(work: UnitOfWork, student: Person) -> Sequence[str]:
    """The names of hidden guardians, unless the pupil is hidden as well."""
    if student.is_restricted:
        return ()
    guardians, _siblings = family_of(work.session, student.id, work.facts)
    return [name.full for name in names_of(work, [each for each in guardians if each.is_restricted]).values()]


def _facts(
    work: UnitOfWork, row: Protection, names: _Names, named: dict[ProtectionPart, list[UUID]]
) -> list[tuple[str, str]]:
    words = work.decrypt_document(row, Protection.document).get("words")
    hidden = names.several(named[ProtectionPart.HIDDEN_FROM])
    everybody = _("everybody without a duty")
    found = [
        (_("How it is known"), str(SOURCE_WORDS[row.source])),
        (_("Since"), date_text(row.begins_on)),
        (_("Last day"), _last_day(row)),
        (_("Hidden from"), f"{hidden}, {everybody}" if hidden else everybody.capitalize()),
        (_("In the same home"), names.several(named[ProtectionPart.HOUSEHOLD]) or _("Nobody else is covered")),
        (_("Written down"), f"{moment_text(row.recorded_at)}, {names.account(row.recorded_by)}"),
    ]
    return [*found, (_("Document and details"), words)] if words else found


def _last_day(row: Protection) -> str:
    return date_text(row.until_on) if row.until_on else _("Not told")


def _proposal(work: UnitOfWork, row: Protection, names: _Names) -> list[tuple[str, str]]:
    if row.proposed_at is None:
        return []
    return [
        (_("Proposed"), f"{moment_text(row.proposed_at)}, {names.account(row.proposed_by)}"),
        (_("Why"), work.decrypt_document(row, Protection.proposal).get("words") or ""),
    ]


def _line(row: Protection, names: _Names, today: date) -> ProtectionLine:
    words, look = _state_of(row, today, is_marked=True)
    return ProtectionLine(row.student_id, names.person(row.student_id), words, look, row.until_on)


def _state_of(row: Protection | None, today: date, *, is_marked: bool) -> tuple[str, Look]:
    if row is None:
        if is_marked:
            return _("Hidden by the mark of the roster; nobody has written down from whom"), ("soon", "lock")
        return _("No protection"), ("", "")
    if row.state is ProtectionState.ENDING:
        return _("Its end waits for a second person"), ("soon", "clock")
    if has_run_out(row.until_on, today):
        return _("The last day is past, and it still protects: renew it or propose its end"), ("late", "alert")
    if needs_care(row.until_on, today):
        return _("The last day is near: ask the family"), ("soon", "clock")
    return _("In force"), ("good", "lock")


def _may(work: UnitOfWork, permission: Permission) -> bool:
    return decide(work.actor, permission, work.facts).is_granted
