"""Versions written, approved and begun anew; items of self-control answered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.communal.queries.groups import languages_of
from welfare.organisations.models import Organisation
from welfare.rules.registers import Register
from welfare.rules.school_years import SchoolYear
from welfare.rules.statutory_plans import CheckState, PlanKind, VersionLack, latest_review, what_blocks_version
from welfare.statutory_plans.headings import headings_of
from welfare.statutory_plans.models import SelfCheck, StatutoryText, StatutoryVersion
from welfare.statutory_plans.queries import checks_of, children_revised_on, texts_of, versions_of

BOTH = frozenset({"fi", "sv"})


class DraftOpenError(RuntimeError):
    """A version is being written already."""


class VersionApprovedError(RuntimeError):
    """An approved version is never changed."""


class StaleTextError(RuntimeError):
    """Somebody has saved it since the form was drawn."""


class VersionRefusedError(ValueError):
    """The version cannot be approved so."""

    def __init__(self, lacks: Collection[VersionLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """By whom it was decided, when, and when it is looked at anew."""

    decided: str
    approved_on: date
    review_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found of an item."""

    state: CheckState
    evidence: str
    defect: str
    fix_by: date | None
    fixed_on: date | None


def begin_version(work: UnitOfWork, unit: Organisation, kind: PlanKind) -> StatutoryVersion:
    """Begin the next version as a copy of the newest, or the first one empty. Raises DraftOpenError."""
    known = versions_of(work.session, unit.id, kind)
    if known and known[0].approved_on is None:
        raise DraftOpenError
    number = known[0].number + 1 if known else 1
    version = StatutoryVersion(id=uuid4(), unit_id=unit.id, kind=kind, number=number, decided="")
    work.session.add(version)
    work.session.flush()
    texts = texts_of(work.session, known[0]) if known else {}
    work.session.add_all(
        StatutoryText(
            id=uuid4(),
            version_id=version.id,
            heading=each.key,
            text_fi=texts[each.key].text_fi if each.key in texts else "",
            text_sv=texts[each.key].text_sv if each.key in texts else "",
        )
        for each in headings_of(kind, unit.unit_type)
    )
    work.session.flush()
    _note(work, unit, version, "begun")
    return version


def write_text(work: UnitOfWork, unit: Organisation, row: StatutoryText, texts: tuple[str, str], revision: int) -> None:
    """Write under one heading. Raises VersionApprovedError, StaleTextError."""
    version = work.session.get_one(StatutoryVersion, row.version_id)
    if version.approved_on is not None:
        raise VersionApprovedError
    if row.revision != revision:
        raise StaleTextError
    row.text_fi, row.text_sv = texts
    work.session.flush()
    _note(work, unit, version, "written")


def approve_version(work: UnitOfWork, unit: Organisation, version: StatutoryVersion, approval: Approval) -> None:
    """Approve it as it stands; from then on it is kept as it is. Raises VersionApprovedError, VersionRefusedError."""
    if version.approved_on is not None:
        raise VersionApprovedError
    texts = texts_of(work.session, version)
    lacks = what_blocks_version(
        [(row.text_fi, row.text_sv) for row in texts.values()],
        is_bilingual=languages_of(work.session, unit) >= BOTH,
        review_on=approval.review_on,
        latest=latest_for(work, unit, version.kind, approval.approved_on),
        on=work.facts.on,
    )
    if lacks:
        raise VersionRefusedError(lacks)
    version.approved_on, version.decided, version.review_on = (
        approval.approved_on,
        approval.decided,
        approval.review_on,
    )
    version.approved_at, version.approved_by = work.now, work.actor.account_id
    work.session.flush()
    _note(work, unit, version, "approved")


def latest_for(work: UnitOfWork, unit: Organisation, kind: PlanKind, approved_on: date) -> date:
    """The last day on which a plan approved on a day may be looked at anew."""
    return latest_review(kind, approved_on, children_revised_on(work.session, unit))


def answer_item(  # noqa: PLR0913, PLR0917 - an item of a year, what was found, and what its writer saw
    work: UnitOfWork, unit: Organisation, year: SchoolYear, item: str, found: Found, revision: int
) -> None:
    """Keep what was found of one item. Raises StaleTextError."""
    row = checks_of(work.session, [unit.id], year).get(unit.id, {}).get(item)
    if revision != (row.revision if row else 0):
        raise StaleTextError
    if row is None:
        row = SelfCheck(id=uuid4(), unit_id=unit.id, year=year.begins_in, item=item)
        work.session.add(row)
    row.state, row.evidence, row.defect = found.state, found.evidence, found.defect
    row.fix_by, row.fixed_on = found.fix_by, found.fixed_on
    work.session.flush()
    work.note(keeper_of(unit), Register.COMMUNAL, ("unit", unit.id), self_control=item, year=year.begins_in)


def _note(work: UnitOfWork, unit: Organisation, version: StatutoryVersion, what: str) -> None:
    subjects: tuple[tuple[str, UUID], ...] = (("unit", unit.id), ("statutory_version", version.id))
    work.note(keeper_of(unit), Register.COMMUNAL, *subjects, plan=what, kind=version.kind.value)
