"""The plans of a unit, one version of a plan, two versions side by side, and a version on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from flask_babel import force_locale
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.words import LIGHT_LOOKS, STATE_WORDS
from welfare.documents.paper import Facts, Paper, Words
from welfare.organisations.models import Organisation
from welfare.rules.duties import DutyState
from welfare.rules.languages import in_language
from welfare.rules.statutory_plans import PlanKind, latest_review, plan_valid
from welfare.statutory_plans.headings import has_self_control, headings_of, kinds_of, law_of
from welfare.statutory_plans.models import StatutoryVersion
from welfare.statutory_plans.queries import (
    children_revised_on,
    texts_of,
    version_before,
    versions_of,
)
from welfare.statutory_plans.words import KIND_WORDS
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale
from welfare.ui.versions import Conflict, Piece

Look = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One plan that an act asks of the unit."""

    kind: str
    title: str
    law: str
    state: str
    look: Look
    standing: str
    newest: UUID | None
    approved: UUID | None
    has_draft: bool


@dataclass(frozen=True, slots=True)
class PlansPage:
    """The plans of a unit."""

    head: UnitHead
    plans: Sequence[PlanLine]
    has_self_control: bool

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "PlansPage":
        """Read them."""
        revised = children_revised_on(work.session, unit)
        plans = [_line(work, unit, kind, revised) for kind in kinds_of(unit)]
        return cls(UnitHead.of(work, unit), plans, has_self_control(unit))


@dataclass(frozen=True, slots=True)
class HeadingPart:
    """One heading of a version."""

    key: str
    title: str
    law: str
    hint: str
    text_fi: str
    text_sv: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPage:
    """One version with its headings, and the others of the same plan."""

    head: UnitHead
    id: UUID
    kind: str
    title: str
    law: str
    number: int
    is_draft: bool
    facts: Sequence[tuple[str, str]]
    headings: Sequence[HeadingPart]
    versions: Sequence[tuple[str, UUID, bool]]
    has_earlier: bool
    may_begin: bool

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, version: StatutoryVersion) -> "VersionPage":
        """Read one."""
        known = versions_of(work.session, unit.id, version.kind)
        head = UnitHead.of(work, unit)
        return cls(
            head=head,
            id=version.id,
            kind=version.kind.value,
            title=str(KIND_WORDS[version.kind]),
            law=law_of(version.kind, current_locale(), unit.unit_type),
            number=version.number,
            is_draft=version.approved_on is None,
            facts=_facts(version),
            headings=heading_parts(work, unit, version),
            versions=[(version_words(each), each.id, each.id == version.id) for each in known],
            has_earlier=version.number > 1,
            may_begin=head.may_write and known[0].approved_on is not None,
        )


@dataclass(frozen=True, slots=True)
class ChangedHeading:
    """One heading that differs, in each language in which it does: label, earlier and later pieces."""

    title: str
    texts: Sequence[tuple[str, Sequence[Piece], Sequence[Piece]]]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Two versions side by side."""

    head: UnitHead
    id: UUID
    title: str
    earlier: str
    later: str
    headings: Sequence[ChangedHeading]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, version: StatutoryVersion) -> "ChangesPage | None":
        """Compare a version with the one before it; None for the first."""
        before = version_before(work.session, version)
        if before is None:
            return None
        pairs = zip(heading_parts(work, unit, before), heading_parts(work, unit, version), strict=True)
        changed = [ChangedHeading(now.title, _differences(was, now)) for was, now in pairs]
        return cls(
            UnitHead.of(work, unit),
            version.id,
            str(KIND_WORDS[version.kind]),
            version_words(before),
            version_words(version),
            [each for each in changed if each.texts],
        )


def heading_parts(work: UnitOfWork, unit: Organisation, version: StatutoryVersion) -> list[HeadingPart]:
    """The headings of a version in order."""
    texts, locale = texts_of(work.session, version), current_locale()
    return [
        HeadingPart(
            each.key,
            each.title(locale),
            each.law(locale),
            each.hint(locale),
            texts[each.key].text_fi if each.key in texts else "",
            texts[each.key].text_sv if each.key in texts else "",
        )
        for each in headings_of(version.kind, unit.unit_type)
    ]


def version_words(version: StatutoryVersion) -> str:
    """A version as lists say it."""
    if version.approved_on is None:
        return _("Version %(number)s, draft", number=version.number)
    return _("Version %(number)s, %(day)s", number=version.number, day=date_text(version.approved_on))


def plan_paper(work: UnitOfWork, unit: Organisation, version: StatutoryVersion, language: str) -> Paper:
    """A version as it is published, in one national language; a heading written in the other alone says so."""
    with force_locale(language):
        parts = heading_parts(work, unit, version)
        return Paper(
            title=str(KIND_WORDS[version.kind]),
            language=language,
            number=_("Version %(number)s", number=version.number),
            made_at=version.approved_at or datetime.combine(work.facts.on, time(), UTC),
            under=unit.name(language),
            marks=[_("Draft, not approved")] if version.approved_on is None else [],
            blocks=[
                Facts(_facts(version)),
                *(Words(_in(part, language), f"{part.title} ({part.law})") for part in parts),
            ],
        )


def _in(part: HeadingPart, language: str) -> str:
    return in_language(part.text_fi, part.text_sv, language) or "–"


def _line(work: UnitOfWork, unit: Organisation, kind: PlanKind, revised: date | None) -> PlanLine:
    known = versions_of(work.session, unit.id, kind)
    approved = next((each for each in known if each.approved_on is not None), None)
    standing, state = _standing(approved, revised, work.facts.on)
    return PlanLine(
        kind=kind.value,
        title=str(KIND_WORDS[kind]),
        law=law_of(kind, current_locale(), unit.unit_type),
        state=str(STATE_WORDS[state]),
        look=LIGHT_LOOKS[state],
        standing=standing,
        newest=known[0].id if known else None,
        approved=approved.id if approved else None,
        has_draft=bool(known) and known[0].approved_on is None,
    )


def _standing(approved: StatutoryVersion | None, revised: date | None, on: date) -> tuple[str, DutyState]:
    if approved is None or approved.approved_on is None:
        return _("No version has been approved"), DutyState.LATE
    latest = latest_review(approved.kind, approved.approved_on, revised)
    state = plan_valid(approved.review_on, latest, on)
    due = min(day for day in (approved.review_on, latest) if day is not None)
    words = _("Approved %(day)s, review by %(due)s", day=date_text(approved.approved_on), due=date_text(due))
    return words, state


def _facts(version: StatutoryVersion) -> list[tuple[str, str]]:
    if version.approved_on is None:
        return [(_("State"), _("Draft"))]
    return [
        (_("Approved"), date_text(version.approved_on)),
        (_("Decided by"), version.decided),
        (_("Next review"), _day(version.review_on)),
    ]


def _day(day: date | None) -> str:
    return date_text(day) if day else "–"


def _differences(was: HeadingPart, now: HeadingPart) -> list[tuple[str, Sequence[Piece], Sequence[Piece]]]:
    pairs = ((_("In Finnish"), was.text_fi, now.text_fi), (_("In Swedish"), was.text_sv, now.text_sv))
    found: list[tuple[str, Sequence[Piece], Sequence[Piece]]] = []
    for label, before, after in pairs:
        if before != after:
            both = Conflict.between(after, before, mine_under="", stored_under="")
            found.append((label, both.stored, both.mine))
    return found
