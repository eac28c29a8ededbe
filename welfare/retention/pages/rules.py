"""The rules of a controller, and one of them with its history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.retention.deciding import history_of, kinds_of, newest_of, rule_of, rules_of
from welfare.retention.looking import day_of
from welfare.retention.pages.people import who_did
from welfare.retention.queries import oldest_event
from welfare.retention.words import DISPOSAL_WORDS, KIND_WORDS, time_words
from welfare.rules.retention import FIXED, KeepingRule, RecordKind, kept_until
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One kind of record and its rule."""

    kind: str
    name: str
    time: str
    disposal: str
    ground: str
    source: str
    is_confirmed: bool
    is_fixed: bool
    note: str
    """What is to be known where the service does not bring the end about."""


@dataclass(frozen=True, slots=True)
class RulesPage:
    """All kinds that a controller keeps."""

    keeper_id: UUID
    keeper: str
    lines: Sequence[RuleLine]
    may_decide: bool

    @property
    def undecided(self) -> int:
        """How many nobody has decided on."""
        return sum(not line.is_confirmed for line in self.lines)

    @classmethod
    def of(cls, work: UnitOfWork, keeper: Organisation, *, may_decide: bool) -> "RulesPage":
        """Nothing is opened."""
        rules = rules_of(work.session, keeper.id)
        sources = {row.kind: row.source for row in newest_of(work.session, keeper.id)}
        notes = _notes(work, keeper, rules)
        lines = [rule_line(kind, rules[kind], sources.get(kind, ""), notes.get(kind, "")) for kind in kinds_of(keeper)]
        return cls(keeper.id, keeper.name(current_locale()), lines, may_decide)


@dataclass(frozen=True, slots=True)
class Version:
    """What was decided once."""

    time: str
    disposal: str
    source: str
    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """One rule and what it was before."""

    keeper_id: UUID
    keeper: str
    line: RuleLine
    rule: KeepingRule
    source: str
    history: Sequence[Version]

    @classmethod
    def of(cls, work: UnitOfWork, keeper: Organisation, kind: RecordKind) -> "RulePage":
        """Open the names of those who decided."""
        rows = history_of(work.session, keeper.id, kind)
        names = who_did(work, [row.saved_by for row in rows])
        rule, source = rules_of(work.session, keeper.id)[kind], rows[0].source if rows else ""
        history = [
            Version(
                time_words(rule_of(row)),
                str(DISPOSAL_WORDS[row.disposal]),
                row.source,
                row.saved_at,
                names.get(row.saved_by, ""),
            )
            for row in rows
        ]
        return cls(keeper.id, keeper.name(current_locale()), rule_line(kind, rule, source), rule, source, history)


def _notes(work: UnitOfWork, keeper: Organisation, rules: Mapping[RecordKind, KeepingRule]) -> dict[RecordKind, str]:
    notes = {
        RecordKind.COMMUNAL_RECORD: _(
            "Meetings with memos, groups, hearings, ideas, trainings, inspections, surveys and reviews. "
            "Figures, plans and programmes stay."
        )
    }
    oldest = oldest_event(work.session, keeper.id)
    first = day_of(oldest)
    last_day = kept_until(rules[RecordKind.USE_AND_DISCLOSURE_LOG], first)
    if first is not None and last_day is not None:
        notes[RecordKind.USE_AND_DISCLOSURE_LOG] = _(
            "The oldest event is of %(first)s, and kept until %(last)s. The service does not destroy the log by itself "
            "yet.",
            first=date_text(first),
            last=date_text(last_day),
        )
    return notes


def rule_line(kind: RecordKind, rule: KeepingRule, source: str, note: str = "") -> RuleLine:
    """One rule in words."""
    return RuleLine(
        kind=kind.value,
        name=str(KIND_WORDS[kind]),
        time=time_words(rule),
        disposal=str(DISPOSAL_WORDS[rule.disposal]),
        ground=rule.source.text(current_locale()),
        source=source,
        is_confirmed=rule.is_confirmed,
        is_fixed=kind in FIXED,
        note=note,
    )
