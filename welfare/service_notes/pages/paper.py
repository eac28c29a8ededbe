"""A client's plan on paper: as it reads with its corrections, in the reader's language, the same bytes each time."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import pgettext

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.documents.paper import Block, Facts, Paper, Words
from welfare.rules.actors import Role
from welfare.rules.printing import SECRECY_OF_SERVICES
from welfare.rules.service_records import NoteKind
from welfare.service_notes.models import ClientFile, ServiceNote
from welfare.service_notes.pages.head import client_name, staff_names
from welfare.service_notes.pages.lines import lines_of
from welfare.service_notes.pages.notes import OpenedNotes
from welfare.service_notes.queries.notes import line_of
from welfare.service_notes.words import RECORD_WORDS, kind_words
from welfare.ui.formats import date_text, long_date_text, moment_text
from welfare.ui.locale import current_locale


def plan_paper(work: UnitOfWork, file: ClientFile, note: ServiceNote, foot: str) -> Paper:
    """The paper of a plan."""
    line = line_of(work.session, note)
    opened = OpenedNotes.of(work, file.register, line)
    return Paper(
        title=kind_words(NoteKind.PLAN, file.register),
        language=current_locale(),
        number=line[0].id.hex[:12],
        made_at=line[-1].written_at,
        blocks=[_head(work, file), *_body(opened, line[-1]), _written(work, line)],
        under=long_date_text(line[-1].occurred_on),
        marks=[_("Secret: %(law)s", law=SECRECY_OF_SERVICES.text(current_locale()))],
        foot=foot,
    )


def _head(work: UnitOfWork, file: ClientFile) -> Facts:
    name = client_name(work, file)
    born = [(_("Date of birth"), date_text(name.born_on))] if name.born_on else []
    return Facts(
        [(_("Client"), name.full), *born, (pgettext("service note", "Record"), str(RECORD_WORDS[file.register]))]
    )


def _body(opened: OpenedNotes, newest: ServiceNote) -> Iterator[Block]:
    for each in lines_of(NoteKind.PLAN, opened.text_of(newest)):
        yield Words(each.text, heading=each.label, is_voice=each.is_voice)


def _written(work: UnitOfWork, line: list[ServiceNote]) -> Facts:
    """Who has written it, in which profession; of one that was corrected, who has corrected it as well."""
    names = staff_names(work, (note.author_person_id for note in line))
    lines = []
    for note in line:
        office = str(ROLE_WORDS[Role(note.author_office)]).lower()
        words = _("Corrected") if note.corrects_id else _("Written")
        lines.append((words, f"{moment_text(note.written_at)}, {names[note.author_person_id]}, {office}"))
    return Facts(lines, heading=_("Days and writers"))
