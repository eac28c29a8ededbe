"""The public memo on paper: what is told to pupils, homes and staff, in one language; no pupil is named in it.

Items and decisions are told one by one, as the chair has chosen when the memo was closed. An addition comes later, so
that nobody has chosen to tell it: it stands beside the memo that the staff reads, and not here.
"""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import pgettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.group_words import group_name
from welfare.communal.models import CommunalMeeting, WelfareGroup
from welfare.communal.pages.attendance import attendance_lines
from welfare.communal.pages.meetings import item_line, unit_of
from welfare.communal.queries.meetings import decisions_of_meeting, items_of
from welfare.documents.paper import Block, Facts, Paper, Table, Words
from welfare.organisations.models import Organisation
from welfare.people.pages.across_the_wall import staff_names
from welfare.ui.formats import clock_text, date_text, long_date_text, moment_text


def memo_paper(work: UnitOfWork, meeting: CommunalMeeting, language: str) -> Paper:
    """The paper of a closed memo; the caller speaks the language already."""
    unit = unit_of(work, meeting)
    group = work.session.get_one(WelfareGroup, meeting.group_id)
    return Paper(
        title=_("Memo: %(group)s", group=group_name(group, unit)),
        language=language,
        number=f"{meeting.starts_at:%Y%m%d}-{meeting.id.hex[:8]}",
        made_at=meeting.finalised_at or meeting.ends_at,
        blocks=list(_blocks(work, meeting, unit, language)),
        under=f"{unit.name(language)}, {long_date_text(meeting.starts_at)}",
        marks=[_("Public")],
    )


def _blocks(work: UnitOfWork, meeting: CommunalMeeting, unit: Organisation, language: str) -> Iterator[Block]:
    when = f"{long_date_text(meeting.starts_at)} {clock_text(meeting.starts_at)}–{clock_text(meeting.ends_at)}"
    yield Facts([(_("Unit"), unit.name(language)), (_("Time"), when), (_("Place"), meeting.place or "–")])
    there = [(each.name, each.part or each.words) for each in attendance_lines(work, meeting) if each.was_there]
    if there:
        yield Table([pgettext("memo", "Who"), _("Part")], there, heading=_("Present"))
    for item in items_of(work.session, meeting.id):
        line = item_line(item, language)
        if item.is_public and line.text:
            yield Words(line.text, heading=f"{line.number}. {line.title}")
    yield from _decisions(work, meeting, language)
    closer = staff_names(work, [meeting.finalised_by] if meeting.finalised_by else [])
    if meeting.finalised_at:
        yield Facts([(_("Memo closed"), f"{moment_text(meeting.finalised_at)}, {''.join(closer.values())}")])


def _decisions(work: UnitOfWork, meeting: CommunalMeeting, language: str) -> Iterator[Table]:
    rows = [row for row in decisions_of_meeting(work.session, meeting.id) if row.is_public]
    names = staff_names(work, [row.owner_id for row in rows])
    cells = [(row.what(language), names.get(row.owner_id, ""), date_text(row.due_on)) for row in rows]
    if cells:
        yield Table([_("Decision"), _("Who sees to it"), _("By when")], cells, heading=_("Decisions"))
