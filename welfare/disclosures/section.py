"""The room's part of the page of a matter."""

from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.sections import CasePart
from welfare.disclosures.pages.given import GivenLine, given_lines
from welfare.disclosures.pages.notices import NoticeLine, notice_lines
from welfare.disclosures.pages.teacher_notes import NoteLine, note_lines
from welfare.rules.permissions import Permission, decide

MOST = 6


@dataclass(frozen=True, slots=True)
class DisclosuresPart:
    """What has been given, and what the reader may give."""

    case_id: UUID
    given: list[GivenLine]
    give: str
    notes: list[NoteLine]
    tell: str
    take_in: str
    notices: list[NoticeLine]
    notify: str


def disclosures_section(work: UnitOfWork, case: Case) -> CasePart | None:
    """What has been given out of a matter; nothing for one who sees the matter but not its journal."""
    if not decide(work.actor, Permission.JOURNAL_READ, work.facts).is_granted:
        return None
    lines = given_lines(work, case)
    may_give = decide(work.actor, Permission.DISCLOSURE_RECORD, work.facts).is_granted
    may_notify = decide(work.actor, Permission.NOTICE_RECORD, work.facts).is_granted
    may_take_in = decide(work.actor, Permission.TRANSFER_RECEIVE, work.facts).is_granted
    may_tell = decide(work.actor, Permission.TEACHER_NOTE_GIVE, work.facts).is_granted
    return CasePart(
        id="disclosures",
        title=_("Disclosures"),
        count=len(lines),
        template="disclosures/_section.html",
        page=DisclosuresPart(
            case_id=case.id,
            given=lines[:MOST],
            give=url_for("disclosures.write", case=case.id) if may_give else "",
            notes=note_lines(work, case)[:MOST],
            tell=url_for("disclosures.begin_note", case=case.id) if may_tell else "",
            take_in=url_for("disclosures.choose_parcel", case=case.id) if may_take_in else "",
            notices=notice_lines(work, case),
            notify=url_for("disclosures.begin_notice", case=case.id) if may_notify else "",
        ),
    )
