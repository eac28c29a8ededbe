"""Plans by law: the school's, one revised; and self-control, that of this autumn and of the two years before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.rules.school_years import school_year_of
from welfare.rules.statutory_plans import CheckState, PlanKind
from welfare.statutory_plans.headings import headings_of
from welfare.statutory_plans.models import SelfCheck, StatutoryText, StatutoryVersion
from welfare.web.seeding.in_swedish import written
from welfare.web.seeding.statutory_texts import BEFORE, CHECKS, EARLIER, PROTECTION, SECTION, Both
from welfare.web.seeding.troupe import Troupe

SECTION_DUTY = 2
"""A duty that a school may leave undone (turns.py)."""


def write_statutory(work: UnitOfWork, unit: Organisation, troupe: Troupe) -> None:
    """Two plans, one of them in its second version, self-control so far, and that of the two years before."""
    today = troupe.diary.today
    year = school_year_of(today)
    spring = date(year.begins_in - 1, 6, 11)
    board = "Sivistyslautakunta"
    autumn = min(date(year.begins_in, 8, 27), today - timedelta(days=1))
    if not troupe.turn.leaves_out(SECTION_DUTY):
        approved(work, unit, Decided(PlanKind.SCHOOL_SECTION, 1, spring, board), SECTION)
    approved(
        work, unit, Decided(PlanKind.PROTECTION_PLAN, 1, spring - timedelta(days=300), board), {**PROTECTION, **EARLIER}
    )
    approved(work, unit, Decided(PlanKind.PROTECTION_PLAN, 2, autumn, board), PROTECTION)
    for number, (item, evidence, defect) in enumerate(CHECKS[troupe.turn.place % len(CHECKS) // 2 :]):
        work.session.add(
            SelfCheck(
                id=uuid4(),
                unit_id=unit.id,
                year=year.begins_in,
                item=item,
                state=CheckState.DEFECT if defect else CheckState.IN_ORDER,
                evidence=written(unit, evidence),
                defect=written(unit, defect),
                fix_by=today + timedelta(days=10 + number) if defect else None,
            )
        )
    work.session.add_all(
        SelfCheck(
            id=uuid4(),
            unit_id=unit.id,
            year=year.begins_in - back,
            item=item,
            state=CheckState.IN_ORDER,
            evidence=evidence,
            defect="",
        )
        for back in (1, 2)
        for item, evidence in BEFORE
    )
    work.session.flush()


@dataclass(frozen=True, slots=True)
class Decided:
    """Which version of which plan, when it was decided and by whom."""

    kind: PlanKind
    number: int
    on: date
    by: str


def approved(work: UnitOfWork, unit: Organisation, decided: Decided, texts: Mapping[str, Both]) -> None:
    """A version of a plan as it was approved, with every heading of its kind."""
    kind, number, approved_on = decided.kind, decided.number, decided.on
    version = StatutoryVersion(
        id=uuid4(),
        unit_id=unit.id,
        kind=kind,
        number=number,
        approved_on=approved_on,
        approved_at=datetime.combine(approved_on, datetime.min.time().replace(hour=13), HOME_ZONE),
        decided=f"{decided.by} {approved_on.day}.{approved_on.month}.{approved_on.year} § {40 + number}",
        review_on=approved_on.replace(year=approved_on.year + 2, month=8, day=31),
    )
    work.session.add(version)
    work.session.flush()
    for heading in headings_of(kind, unit.unit_type):
        fi, sv = texts[heading.key]
        row = StatutoryText(id=uuid4(), version_id=version.id, heading=heading.key, text_fi=fi, text_sv=sv)
        work.session.add(row)
    work.session.flush()
