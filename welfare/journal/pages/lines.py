"""An opened document as labelled lines of text: what pages show, searches look through and corrections compare."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from welfare.audit.gap import Gap, GapDocument
from welfare.cases.words import INITIATOR_WORDS
from welfare.journal.content import Document
from welfare.journal.words import GROUND_WORDS
from welfare.rules.cases import Initiator
from welfare.rules.disclosure import DisclosureGround, citation
from welfare.rules.journal import EntryKind
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


class Look(StrEnum):
    """How a line is drawn."""

    BODY = "body"
    FACT = "fact"
    VOICE = "voice"


class Sign(StrEnum):
    """What a stretch of a line is marked as, by the name of its element."""

    PLAIN = ""
    FOUND = "mark"
    REMOVED = "del"
    ADDED = "ins"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text and its mark."""

    text: str
    sign: Sign = Sign.PLAIN


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled text of an entry, whole or in marked stretches."""

    name: str
    label: str
    text: str
    look: Look = Look.FACT
    stretches: tuple[Stretch, ...] = field(default=())

    @property
    def shown(self) -> tuple[Stretch, ...]:
        """What is drawn, in order."""
        return self.stretches or (Stretch(self.text),)

    def marked(self, stretches: Iterable[Stretch]) -> "Line":
        """The same line with marks."""
        return Line(self.name, self.label, self.text, self.look, tuple(stretches))


def _plain(document: Document, name: str) -> str:
    text: str = document.get(name) or ""
    return text


def _initiator(document: Document, name: str) -> str:
    code = document.get(name)
    return str(INITIATOR_WORDS[Initiator(code)]) if code else ""


def _ground(document: Document, name: str) -> str:
    code = document.get(name)
    if not code:
        return ""
    ground = DisclosureGround(code)
    words = f"{GROUND_WORDS[ground]}, {citation(ground, current_locale())}"
    number = document.get("consent_number")
    return _("%(ground)s (consent %(number)s)", ground=words, number=number) if number else words


def _participants(document: Document, name: str) -> str:
    return "\n".join(f"{each['name']}, {each['position']}" for each in document.get(name) or ())


def _measures(document: Document, name: str) -> str:
    return "\n".join(_measure(each) for each in document.get(name) or ())


def _measure(kept: Document) -> str:
    words = _(
        "%(what)s – carried out by: %(by)s, followed up by: %(followed_by)s",
        what=kept["what"],
        by=kept["by"],
        followed_by=kept["followed_by"],
    )
    if not kept.get("until"):
        return words
    return _("%(measure)s, by %(day)s", measure=words, day=date_text(date.fromisoformat(kept["until"])))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a word of a document comes in an entry, under which label, and how it is written out."""

    name: str
    label: LazyString | str
    look: Look = Look.FACT
    write: Callable[[Document, str], str] = _plain


_MATTER = (
    _Place("subject", _l("Subject")),
    _Place("background", _l("Background")),
    _Place("initiator", _l("Initiator"), write=_initiator),
)
_INFORMATION = _Place("information", _l("Information on measures"))
PLACES = {
    EntryKind.NOTE: (_Place("information", "", Look.BODY),),
    EntryKind.OWN_WORDS: (_Place("information", "", Look.VOICE),),
    EntryKind.OPENING: _MATTER,
    EntryKind.MEETING: (
        _Place("handling", "", Look.BODY),
        _Place("student_view", _l("The pupil’s view"), Look.VOICE),
        _Place("student_view_absent", _l("Why the pupil’s view is missing")),
        _Place("guardian_view", _l("The guardian’s view")),
        _Place("measures", _l("Plan of measures"), write=_measures),
        _INFORMATION,
        _Place("participants", _l("Participants"), write=_participants),
        *_MATTER,
    ),
    EntryKind.DISCLOSURE: (
        _Place("question", _l("Question")),
        _Place("what", _l("What")),
        _Place("to_whom", _l("To whom")),
        _Place("how", _l("How")),
        _Place("ground", _l("Ground"), write=_ground),
        _Place("necessity", _l("Why necessary")),
    ),
}


def lines_of(kind: EntryKind, document: Document) -> tuple[Line, ...]:
    """The lines of an entry that hold anything; a single gap where the document could not be opened."""
    if isinstance(document, GapDocument):
        return (Line("gap", "", Gap(), Look.BODY),)
    heading = document.get("heading")
    first = (Line("heading", _("Heading"), heading, Look.BODY),) if heading else ()
    lines = (Line(p.name, str(p.label), p.write(document, p.name), p.look) for p in PLACES[kind])
    return first + tuple(line for line in lines if line.text)
