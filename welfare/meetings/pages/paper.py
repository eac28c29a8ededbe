"""An item's minutes on paper: the six points of OHL 20 § 4, as the record reads with its corrections.

Who the student is comes from the directory at the moment of printing, as on the journal's own print page; what
non-disclosure for safety covers is not even opened. The same record printed for the same purpose gives the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.documents.paper import Block, Facts, Paper, Table, Words
from welfare.journal.content import Document
from welfare.journal.models import JournalEntry
from welfare.journal.pages.entries import EntryView, OpenedRecord
from welfare.journal.pages.identity import RecordHead
from welfare.journal.pages.lines import Line, Look
from welfare.meetings.actions.planning import number_in_matter
from welfare.meetings.models import MeetingItem
from welfare.meetings.queries.records import record_digest, record_of
from welfare.rules.journal import EntryKind
from welfare.rules.printing import SECRECY
from welfare.ui.formats import date_text, long_date_text, moment_text
from welfare.ui.locale import current_locale
from welfare.ui.place import PlaceView

BEFORE = ("subject", "background", "initiator", "handling")
VIEWS = ("student_view", "student_view_absent", "guardian_view")


def minutes_paper(work: UnitOfWork, item: MeetingItem, foot: str) -> Paper:
    """The paper of one item. Raises NoRecordError."""
    case = work.session.get_one(Case, item.case_id)
    line = record_of(work.session, item)
    opened = OpenedRecord.of(work, line)
    return Paper(
        title=_("Minutes of an expert group"),
        language=current_locale(),
        number=f"{case.number}-{number_in_matter(work, item)}",
        made_at=max(filter(None, (line[-1].written_at, item.locked_at))),
        blocks=list(_blocks(work, item, case, opened)),
        under=long_date_text(line[-1].occurred_on),
        marks=[_("Secret: %(law)s", law=SECRECY.text(current_locale()))],
        foot=foot,
    )


def printed_place(view: PlaceView) -> str:
    """A place on paper: never one that is hidden."""
    return _("Non-disclosure for safety: not shown") if view.is_restricted else view.text or _("Not known")


def _blocks(work: UnitOfWork, item: MeetingItem, case: Case, opened: OpenedRecord) -> Iterator[Block]:
    rows = opened.entries
    document = opened.text_of(rows[-1])
    lines = {each.name: each for each in opened.whole(rows[-1])}
    yield _head(RecordHead.of(work, case))
    yield from _words(lines, BEFORE)
    yield from _participants(document)
    yield from _words(lines, VIEWS)
    yield from _measures(document)
    yield from _words(lines, ("information", "gap"))
    yield _origin(item, [opened.view(row) for row in rows], rows)


def _head(head: RecordHead) -> Facts:
    guardians = [(_("Guardian"), f"{each.name} · {printed_place(each.contact)}") for each in head.guardians]
    student = [
        (_("Name"), head.student),
        (_("Personal identity code"), head.identity),
        (_("Home municipality"), printed_place(head.home)),
    ]
    return Facts([*student, *guardians], heading=_("Pupil"))


def _words(lines: Mapping[str, Line], names: Sequence[str]) -> Iterator[Words]:
    for line in (lines[name] for name in names if name in lines):
        heading = line.label or (_("What was discussed") if line.name == "handling" else _("Entry"))
        yield Words(line.text, heading=heading, is_voice=line.look is Look.VOICE)


def _participants(document: Document) -> Iterator[Table]:
    rows = [(each["name"], each["position"]) for each in document.get("participants") or ()]
    if rows:
        yield Table([_("Name"), _("Position")], rows, heading=_("Participants"))


def _measures(document: Document) -> Iterator[Table]:
    heads = [_("What is done"), _("Carried out by"), _("Followed up by"), _("By when")]
    rows = [(each["what"], each["by"], each["followed_by"], _day(each)) for each in document.get("measures") or ()]
    if rows:
        yield Table(heads, rows, heading=_("Plan of measures"))


def _day(measure: Document) -> str:
    return date_text(date.fromisoformat(measure["until"])) if measure.get("until") else "–"


def _origin(item: MeetingItem, views: Sequence[EntryView], rows: Sequence[JournalEntry]) -> Facts:
    """When and by whom it was written and corrected (OHL 20 § 4 k. 6; TihL 15 §), and the seal."""
    lines = [(_("Written"), _written(views[0]))]
    lines += [(_("Corrected"), f"{_written(view)}. {_reason(view)}") for view in views[1:]]
    if item.read_back_on:
        lines.append((_("Read back to the pupil"), date_text(item.read_back_on)))
    if item.locked_at:
        lines.append((_("Locked"), moment_text(item.locked_at)))
    return Facts([*lines, (_("Digest of the record"), record_digest(rows))], heading=_("Author and seal"))


def _written(view: EntryView) -> str:
    return f"{moment_text(view.written_at)}, {view.author}, {view.office}"


def _reason(view: EntryView) -> str:
    return next((line.text for line in view.lines if view.kind is EntryKind.CORRECTION and line.name == "reason"), "")
