"""What the act asks of an entry and what is still lacking, as a writer is shown it (OHL 20 § 4-5)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.journal.content import Document, filled_by
from welfare.journal.queries import Directory
from welfare.journal.words import FIELD_WORDS, GROUP_WORDS
from welfare.rules.journal import SIX_POINTS, EntryKind, Field, FieldGroup, IdentifiedBy, checklist
from welfare.ui.locale import current_locale

Target = Callable[[Field], str | None]
"""The id of the control that fills a field, if the page has one."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Something the act asks for, and the control that fills it, if the form has one."""

    words: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the checklist."""

    words: str
    lacks: tuple[Lack, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """The points of the act for one text, those entered besides, and where it says so."""

    points: tuple[Point, ...]
    further: tuple[Point, ...]
    law: str

    @property
    def filled_count(self) -> int:
        """Points of the act that are in order."""
        return sum(not point.lacks for point in self.points)

    @classmethod
    def of(cls, kind: EntryKind, document: Document, directory: Directory, target_of: Target) -> "Checklist":
        """How far a document of a kind has come."""
        filled = filled_by(document) | directory.holds
        found = checklist(kind, filled, student_is_minor=directory.student_is_minor)
        points = {group: point_of(group, lacks, target_of, directory) for group, lacks in found.items()}
        return cls(
            points=tuple(point for group, point in points.items() if _is_of_the_law(group, kind)),
            further=tuple(point for group, point in points.items() if not _is_of_the_law(group, kind)),
            law=law_of(kind),
        )


def words_of_missing(missing: Iterable[Field]) -> str:
    """What the act still asks for, as one sentence."""
    lacking = ", ".join(str(FIELD_WORDS[field]) for field in missing)
    return _("The law still asks for: %(fields)s.", fields=lacking)


def point_of(group: FieldGroup, lacking: tuple[Field, ...], target_of: Target, directory: Directory) -> Point:
    """One point, with a way to the control of each thing it lacks."""
    note = ""
    if group is FieldGroup.STUDENT:
        note = _note_on_student(lacking, directory)
    elif group is FieldGroup.AUTHORSHIP:
        note = _("entered when you save")
    return Point(str(GROUP_WORDS[group]), tuple(Lack(str(FIELD_WORDS[f]), target_of(f)) for f in lacking), note)


def law_of(kind: EntryKind) -> str:
    """Where the act says so."""
    return kind.law.alone(current_locale())


def _note_on_student(lacking: tuple[Field, ...], directory: Directory) -> str:
    if Field.IDENTITY_CODE in lacking:
        return _("Ask the school office to complete the pupil’s data: the code, or the birth date until there is one.")
    if lacking:
        return _("Ask the school office to complete the pupil’s data.")
    if directory.identified_by is IdentifiedBy.BIRTH_DATE:
        return _("no Finnish identity code yet, so the birth date stands in its place; the roster brings the code")
    return _("from the pupil directory")


def _is_of_the_law(group: FieldGroup, kind: EntryKind) -> bool:
    return group in SIX_POINTS or kind is EntryKind.DISCLOSURE
