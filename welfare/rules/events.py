"""What rooms tell and ask each other without knowing each other: ``work.tell(event)`` runs every listener at once.

An event is in the past tense and frozen. A question ends in *Asked* and carries a place for its answer: the room that
asks stands on a lower floor than the room that knows, and if nobody knows, the answer stays as it was asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from welfare.rules.actors import Actor


@dataclass(frozen=True, slots=True)
class ProhibitionAssessed:
    """A professional assessed a minor's wish to leave a guardian out, or the wish was taken back (OHL 18 § 2)."""

    student_id: UUID
    prohibition_stands: bool


@dataclass(slots=True)
class GuardiansShutOutAsked:
    """Whom a minor's prohibition shuts out of the student's welfare as a whole (OHL 18 § 2; rule 13).

    Asked of the room that keeps expressions of will; it adds their ids.
    """

    student_id: UUID
    on: date
    guardian_ids: set[UUID] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class CalendarChanged:
    """The school year, terms or closed days of a provider or a school were entered or changed (OHL 15 § 1)."""

    organisation_id: UUID


@dataclass(frozen=True, slots=True)
class WillRecorded:
    """An expression of will was recorded in a matter: a yes, a no, or the end of a yes (IND §6)."""

    case_id: UUID
    will_id: UUID
    is_to_join: bool = False
    """The recorder wishes the one named to take part at once, if the consent stands with this answer."""


@dataclass(frozen=True, slots=True)
class MembershipEnded:
    """Somebody's place in the group of a matter ended, and the sight of the matter with it (OHL 19 § 2)."""

    case_id: UUID
    account_id: UUID


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """A matter that a group had worked on was closed, with an evaluation."""

    case_id: UUID


@dataclass(frozen=True, slots=True)
class UnfinishedMinutes:
    """The minutes of one item of a meeting that are not final, or final with proposals that wait for an answer."""

    meeting_id: UUID
    item_id: UUID
    began_at: datetime
    is_final: bool


@dataclass(slots=True)
class UnfinishedAsked:
    """What a group has begun in a matter and could not bring to its end once the matter is closed (OHL 20 § 3).

    Asked of the room that keeps meetings; it adds the minutes, the oldest first, and when the meetings to come begin.
    """

    case_id: UUID
    minutes: list[UnfinishedMinutes] = field(default_factory=list)
    coming: list[datetime] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PeopleEnded:
    """People left the school for good: neither pupils nor guardians nor staff any more."""

    person_ids: tuple[UUID, ...]


@dataclass(slots=True)
class ConflictAsked:
    """Whether a conflict of interest shuts a worker out of any matter of a student (HL 27-28 §)."""

    student_id: UUID
    person_id: UUID
    is_excluded: bool = False


@dataclass(slots=True)
class LocksAsked:
    """Which of these entries are locked, and by which digest: those of meetings whose round of amendments is over.

    Asked of the room that keeps meetings; it adds the digests by the ids of the entries.
    """

    entry_ids: tuple[UUID, ...]
    digests: dict[UUID, str] = field(default_factory=dict)


@dataclass(slots=True)
class CopiesReadyAsked:
    """Until which days copies of a student's data wait to be fetched by whoever asks now (GDPR 15(3)).

    Asked of the room that keeps copies; it adds the days.
    """

    student_id: UUID
    until: list[date] = field(default_factory=list)


@dataclass(slots=True)
class ContestedAsked:
    """Which of these records are said to be wrong and wait to be assessed: marked as such meanwhile (GDPR 18(1)(a)).

    Asked of the room that keeps requests to correct; it adds the day on which each came by the id of the record.
    """

    record_ids: tuple[UUID, ...]
    since: dict[UUID, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkerExcluded:
    """A conflict of interest shut a worker out of a matter of a student (HL 27-28 §)."""

    student_id: UUID
    person_id: UUID


@dataclass(frozen=True, slots=True)
class NotesDisclosed:
    """Notes of a service were given out, by the disclosure of this id: all that ever joins the registers (rule 22)."""

    disclosure_id: UUID
    note_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """An unfinished text, by ids and codes: whose it is, what for, and what it is about."""

    id: UUID
    account_id: UUID
    purpose: str
    subject_id: UUID
    page: str | None = None
    """The address of the page whose form it is, where the purpose does not tell."""


@dataclass(slots=True)
class DraftsAsked:
    """Which of all drafts nobody may go on with today.

    Asked of every room that has forms: the room of accounts tells who their owners are today, and each other adds the
    drafts of its own purposes whose owners may not send them any more.
    """

    on: date
    drafts: tuple[KeptDraft, ...]
    actors: dict[UUID, Actor] = field(default_factory=dict)
    ended: set[UUID] = field(default_factory=set)

    def of(self, *purposes: str) -> Iterator[tuple[KeptDraft, Actor]]:
        """The drafts of some purposes, or of their kinds after a colon, that have not been found ended; and whose."""
        for draft in self.drafts:
            is_asked = draft.purpose.partition(":")[0] in purposes and draft.id not in self.ended
            if is_asked and draft.account_id in self.actors:
                yield draft, self.actors[draft.account_id]


@dataclass(frozen=True, slots=True)
class JobRevived:
    """Somebody had a job tried again that had been given up; whoever keeps how far it has come follows."""

    kind: str
    payload: Mapping[str, str | int]


@dataclass(slots=True)
class StillToComeAsked:
    """Which of these may still change, so that people may have to be told of them again.

    Asked of every room whose mails carry an appointment; it adds the ids of its own.
    """

    about_ids: tuple[UUID, ...]
    coming: set[UUID] = field(default_factory=set)
