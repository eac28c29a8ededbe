"""Plans that an act asks for: what they lack, and by when they are revised (OHL 13 §, 13 a §, POL 29 §, LSL 12 §).

The children's plan is reviewed at least every four years (LSL 12 § 3); the provider revises its welfare plan within a
year of that (OHL 13 § 4). Where nobody has told when the children's plan was revised, five years are the longest there
can be. The council of the county approves the regional plan in each of its terms, of four years, as a part of its own
children's plan (OHL 13 a §). Self-control is the provider's and the services' duty (OHL 26 § 1); its yearly round is
the house's own measure.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from welfare.rules.citations import Citation, Statute
from welfare.rules.duties import DutyState, state_by, state_until, worst
from welfare.rules.school_years import SchoolYear

CHILDREN_EVERY, AFTER_CHILDREN, COUNCIL_TERM = 4, 1, 4
"""Years."""
SELF_CONTROL_BY = (1, 31)
SELF_CONTROL_LAW = Citation(Statute.OHL, "26", 1)


class PlanKind(StrEnum):
    """Which plan."""

    PROVIDER_PLAN = "provider-plan"
    SCHOOL_SECTION = "school-section"
    PROTECTION_PLAN = "protection-plan"
    CHILDREN_PLAN = "children-plan"
    REGIONAL_PLAN = "regional-plan"


class VersionLack(StrEnum):
    """What keeps a version from being approved."""

    EMPTY_HEADING = "empty_heading"
    ONE_LANGUAGE = "one_language"  # KieliL 32 §: published in both where the unit has both
    REVIEW_TOO_LATE = "review_too_late"
    REVIEW_PAST = "review_past"


class CheckState(StrEnum):
    """What was found of one item of the checklist."""

    IN_ORDER = "in_order"
    DEFECT = "defect"


@dataclass(frozen=True, slots=True)
class Checked:
    """One item as it stands: what was found, by when it is mended, and whether it has been."""

    state: CheckState
    fix_by: date | None = None
    fixed_on: date | None = None


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 28 February for the 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def latest_review(kind: PlanKind, approved_on: date, children_revised_on: date | None = None) -> date:
    """The last day on which a plan may be looked at anew."""
    if kind is PlanKind.CHILDREN_PLAN:
        return years_after(approved_on, CHILDREN_EVERY)
    if kind is PlanKind.REGIONAL_PLAN:
        return years_after(approved_on, COUNCIL_TERM)
    if children_revised_on is not None and children_revised_on >= approved_on:
        return years_after(children_revised_on, AFTER_CHILDREN)
    return years_after(approved_on, CHILDREN_EVERY + AFTER_CHILDREN)


def what_blocks_version(
    texts: Collection[tuple[str, str]], *, is_bilingual: bool, review_on: date, latest: date, on: date
) -> tuple[VersionLack, ...]:
    """What a version lacks; ``texts`` are the Finnish and the Swedish text of every heading."""
    lacks = {
        VersionLack.EMPTY_HEADING: any(not fi.strip() and not sv.strip() for fi, sv in texts),
        VersionLack.ONE_LANGUAGE: is_bilingual and any(bool(fi.strip()) != bool(sv.strip()) for fi, sv in texts),
        VersionLack.REVIEW_TOO_LATE: review_on > latest,
        VersionLack.REVIEW_PAST: review_on <= on,
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)


def plan_valid(review_on: date | None, latest: date | None, on: date) -> DutyState:
    """Whether a plan is valid: its own review is ahead, and so is the last day the act gives (OHL 13 § 4)."""
    days = [day for day in (review_on, latest) if day is not None]
    return state_until(min(days) if days else None, on)


def self_control_done(year: SchoolYear, checked: Collection[Checked], items: int, on: date) -> DutyState:
    """Whether the round of a year is gone through, and no defect is past its day (OHL 26 § 1)."""
    is_whole = len(checked) >= items
    rounds = DutyState.IN_ORDER if is_whole else state_by(year.day(*SELF_CONTROL_BY), on)
    open_days = [each.fix_by for each in checked if each.state is CheckState.DEFECT and each.fixed_on is None]
    defects = [state_by(day, on) for day in open_days]
    return worst((rounds, *defects))
