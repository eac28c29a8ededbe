"""One run: what is on its list, how far it has come, and its papers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import force_locale
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.documents.paper import Block, Facts, Paper, Table, Words
from welfare.organisations.models import Organisation
from welfare.retention.models import ItemState, RetentionItem, RetentionRun, RunState
from welfare.retention.pages.overview import ClockView, RunLine, clock_view, run_line
from welfare.retention.pages.people import who_did
from welfare.retention.queries import items_of, states_of
from welfare.retention.things import numbers_of
from welfare.retention.words import ITEM_WORDS, KIND_WORDS, LEFT_WORDS, THING_WORDS, near_words, time_words
from welfare.rules.retention import OFFERED, KeepingRule
from welfare.rules.retention_ends import WITHOUT_KEY
from welfare.ui.formats import date_text, moment_text
from welfare.ui.locale import current_locale

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One thing of the list."""

    id: UUID
    what: str
    number: str
    """What people know it by, as long as it is: the paper of what was destroyed names ids alone."""
    rule: str
    time: str
    start: date | None
    last_day: date
    state: str
    is_destroyed: bool
    why: str


@dataclass(frozen=True, slots=True)
class RunPage:
    """The list and its answer."""

    line: RunLine
    keeper_id: UUID
    keeper: str
    facts: Sequence[tuple[str, str]]
    things: Sequence[ItemLine]
    is_proposed: bool
    is_going_on: bool
    is_done: bool
    is_own: bool
    near: str
    """Why somebody else answers it, where it is about oneself or the own family."""
    clocks: ClockView

    @property
    def hidden(self) -> int:
        """How many things are not shown on the page; all stand on the paper."""
        return self.line.total - len(self.things)

    @classmethod
    def of(cls, work: UnitOfWork, row: RetentionRun) -> "RunPage":
        """Open the names of the two persons."""
        keeper = work.session.get_one(Organisation, row.controller_id)
        items = items_of(work.session, row.id)[:MOST_SHOWN]
        numbers = numbers_of(work.session, [(item.thing, item.thing_id) for item in items])
        line = run_line(row, dict(states_of(work.session, [row.id])[row.id]))
        return cls(
            line=line,
            keeper_id=keeper.id,
            keeper=keeper.name(current_locale()),
            facts=run_facts(work, row),
            things=[_item_line(item, numbers.get((item.thing, item.thing_id), "")) for item in items],
            is_proposed=row.state is RunState.PROPOSED,
            is_going_on=row.state is RunState.APPROVED,
            is_done=row.state is RunState.DONE,
            is_own=row.proposed_by == work.actor.account_id,
            near=near_words() if work.facts.is_excluded else "",
            clocks=clock_view(work),
        )


def run_facts(work: UnitOfWork, row: RetentionRun) -> list[tuple[str, str]]:
    """Who and when."""
    names = who_did(work, [row.proposed_by, row.answered_by])
    facts = [
        (_("Proposed by"), f"{names.get(row.proposed_by, '')}, {moment_text(row.proposed_at)}"),
        (_("Judged on"), date_text(row.as_of)),
    ]
    if row.answered_by and row.answered_at:
        label = _("Put aside by") if row.state is RunState.REFUSED else _("Approved by")
        facts.append((label, f"{names.get(row.answered_by, '')}, {moment_text(row.answered_at)}"))
    if row.ended_at:
        facts.append((_("Came to its end"), moment_text(row.ended_at)))
    return facts


def run_paper(work: UnitOfWork, row: RetentionRun, note: str, signature: str) -> Paper:
    """The list of what was destroyed and the certificate, as it was signed."""
    language = current_locale()
    with force_locale(language):
        keeper = work.session.get_one(Organisation, row.controller_id)
        return Paper(
            title=_("Certificate of destruction"),
            language=language,
            number=row.id.hex[:8].upper(),
            made_at=row.ended_at or work.now,
            blocks=_blocks(work, row, note, signature),
            under=keeper.name(language),
        )


def _blocks(work: UnitOfWork, row: RetentionRun, note: str, signature: str) -> list[Block]:
    items = items_of(work.session, row.id)
    lines = [_item_line(item) for item in items]
    destroyed = [line for line in lines if line.is_destroyed]
    heads = [_("Record kept"), _("Rule of keeping"), _("Begun on"), _("Kept until"), _("What was done")]
    rows = [
        [
            f"{line.what}\n{_in_two(line.id)}",
            f"{line.rule}: {line.time}",
            date_text(line.start) if line.start else "–",
            date_text(line.last_day),
            f"{line.state}. {line.why}".strip() if line.why else line.state,
        ]
        for line in lines
    ]
    told = _(
        "The data keys of these records have been destroyed, and after them the rows, drafts and files. A backup of "
        "the keys may hold them until it is thrown away; a key that a backup brings back is destroyed again before the "
        "service opens. The log keeps events with ids alone."
    )
    if any(item.thing in WITHOUT_KEY for item in items):
        told += " " + _(
            "The staff and communal work have no key of their own: of these the rows are gone, and a backup of the "
            "database holds them until it is thrown away."
        )
    signed = _(
        "Signed with the audit key of the installation (Ed25519). “welfare retention verify” checks the signed file."
    )
    counted = _("%(done)d of %(all)d", done=len(destroyed), all=len(lines))
    return [
        Facts([*run_facts(work, row), (_("Records destroyed"), counted)]),
        Words(told, heading=_("What was done")),
        Table(heads, rows, heading=_("Destruction list")),
        Words(f"{note}\n{signature}", heading=_("Note and signature")),
        Words(signed),
    ]


def _item_line(item: RetentionItem, number: str = "") -> ItemLine:
    offered = OFFERED[item.kind]
    rule = KeepingRule(item.years, item.counted_from, offered.source, offered.years_from_birth)
    return ItemLine(
        id=item.thing_id,
        what=str(THING_WORDS[item.thing]),
        number=number,
        rule=str(KIND_WORDS[item.kind]),
        time=time_words(rule),
        start=item.start_on,
        last_day=item.last_day,
        state=str(ITEM_WORDS[item.state]),
        is_destroyed=item.state is ItemState.DESTROYED,
        why=str(LEFT_WORDS.get(item.why, "")),
    )


def _in_two(id_: UUID) -> str:
    """An id in two lines, for a narrow column has no room for it whole."""
    text = str(id_)
    return f"{text[:19]}\n{text[19:]}"
