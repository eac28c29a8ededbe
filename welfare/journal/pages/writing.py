"""What a writer is given: the form with what is known already, and what the act still asks for."""

from dataclasses import dataclass
from datetime import datetime

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.content import filled_by, filled_by_correction
from welfare.journal.forms import EntryForm
from welfare.journal.models import JournalEntry
from welfare.journal.pages.drafts import permission_to_write
from welfare.journal.pages.entries import EntryView, OpenedRecord
from welfare.journal.pages.law import Checklist, Point, law_of, point_of
from welfare.journal.pages.matter import MatterHead
from welfare.journal.queries import Directory, directory_of, drafts_of, entries_of, line_of
from welfare.journal.words import KIND_ICONS, KIND_NOTES, KIND_WORDS
from welfare.rules.journal import EntryKind, Field, FieldGroup, checklist
from welfare.rules.permissions import decide

CHOICES = (EntryKind.NOTE, EntryKind.MEETING, EntryKind.OWN_WORDS, EntryKind.OPENING, EntryKind.DISCLOSURE)


@dataclass(frozen=True, slots=True)
class KindChoice:
    """One kind of entry that may be written."""

    kind: EntryKind
    words: str
    note: str
    icon: str
    has_draft: bool


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """Which kind of entry to write."""

    matter: MatterHead
    choices: tuple[KindChoice, ...]

    @classmethod
    def of(cls, work: UnitOfWork, case: Case) -> "ChoicePage":
        """The kinds this actor may write in this matter."""
        drafts = drafts_of(work.session, work.actor.account_id, case.id, ())
        begun = {draft.purpose.partition(":")[2] for draft in drafts}
        may = [each for each in CHOICES if decide(work.actor, permission_to_write(each), work.facts).is_granted]
        choices = (KindChoice(k, str(KIND_WORDS[k]), str(KIND_NOTES[k]), KIND_ICONS[k], k.value in begun) for k in may)
        return cls(MatterHead.of(work, case), tuple(choices))


@dataclass(frozen=True, slots=True)
class WritingPage:
    """A form of an entry with its checklist. ``corrected`` is the entry that a correction is about."""

    matter: MatterHead
    kind: EntryKind
    """Whose fields the form has."""
    title: str
    points: tuple[Point, ...]
    further: tuple[Point, ...]
    law: str
    saved_at: datetime | None = None
    corrected: EntryView | None = None

    @property
    def filled_count(self) -> int:
        """Points of the act that are in order."""
        return sum(not point.lacks for point in self.points)

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, kind: EntryKind, form: EntryForm) -> "WritingPage":
        """The page of a new entry of a kind."""
        law = Checklist.of(kind, form.document(), directory_of(work, case), form.target_of)
        return cls(
            matter=MatterHead.of(work, case),
            kind=kind,
            title=str(KIND_WORDS[kind]),
            points=law.points,
            further=law.further,
            law=law.law,
            saved_at=_saved_at(work, case, kind),
        )

    @classmethod
    def of_correction(cls, work: UnitOfWork, case: Case, entry: JournalEntry, form: EntryForm) -> "WritingPage":
        """The page of an entry's correction."""
        rows = entries_of(work.session, case.id)
        kind = line_of(entry, rows)[0].kind
        directory, document = directory_of(work, case), form.document()
        points = _points_of_correction(document, kind, directory)
        return cls(
            matter=MatterHead.of(work, case),
            kind=kind,
            title=str(KIND_WORDS[EntryKind.CORRECTION]),
            points=tuple(point_of(group, lacks, form.target_of, directory) for group, lacks in points.items()),
            further=(),
            law=law_of(EntryKind.CORRECTION),
            corrected=OpenedRecord.of(work, rows).view(entry),
        )


def _points_of_correction(
    document: dict[str, dict[str, str]], kind: EntryKind, directory: Directory
) -> dict[FieldGroup, tuple[Field, ...]]:
    is_minor = directory.student_is_minor
    own = checklist(EntryKind.CORRECTION, filled_by_correction(document), student_is_minor=is_minor)
    text = checklist(kind, filled_by(document["corrected"]) | directory.holds, student_is_minor=is_minor)
    return {FieldGroup.CORRECTION: own[FieldGroup.CORRECTION], **text}


def _saved_at(work: UnitOfWork, case: Case, kind: EntryKind) -> datetime | None:
    drafts = drafts_of(work.session, work.actor.account_id, case.id, ())
    return next((draft.saved_at for draft in drafts if draft.purpose.endswith(f":{kind.value}")), None)
