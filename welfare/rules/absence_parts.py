"""What a category of absences is made of: class levels, and coded reasons (POL 26 §; COM §4).

A reason is chosen from this list and never written, so that no diagnosis, name or story can stand in one. Class levels
add up to their category; reasons do not, for one pupil may have been away for several.
"""

from collections.abc import Mapping
from enum import StrEnum

from welfare.rules.absences import Category, Count, shown_counts
from welfare.rules.suppression_dimensions import Dimension
from welfare.rules.suppression_plan import Plan
from welfare.rules.suppression_release import release

GRADES = range(11)
"""Class levels: 0 is pre-primary education, 10 preparatory or additional education."""


class Reason(StrEnum):
    """Why, within a category."""

    SICK = "sick"
    HEALTH_CARE = "health_care"
    STUDENT_WELFARE = "student_welfare"
    TRIP = "trip"
    FAMILY = "family"
    EVENT = "event"  # a competition, a hobby, a celebration
    OTHER_LEAVE = "other_leave"
    WHOLE_DAYS = "whole_days"
    LESSONS = "lessons"


CATEGORY_OF: Mapping[Reason, Category] = {
    Reason.SICK: Category.ILLNESS,
    Reason.HEALTH_CARE: Category.SERVICE,
    Reason.STUDENT_WELFARE: Category.SERVICE,
    Reason.TRIP: Category.LEAVE,
    Reason.FAMILY: Category.LEAVE,
    Reason.EVENT: Category.LEAVE,
    Reason.OTHER_LEAVE: Category.LEAVE,
    Reason.WHOLE_DAYS: Category.UNAUTHORISED,
    Reason.LESSONS: Category.UNAUTHORISED,
}


def grades_fit(grades: Mapping[int, Count], total: Count) -> bool:
    """Whether class levels are all there are: they add up to the pupils and the hours of their category."""
    return (
        sum(count.pupils for count in grades.values()) == total.pupils
        and sum(count.hours for count in grades.values()) == total.hours
    )


def reasons_fit(reasons: Mapping[Reason, Count], total: Count) -> bool:
    """Whether reasons can be those of their category: no more hours together, and none of more pupils."""
    return sum(count.hours for count in reasons.values()) <= total.hours and all(
        count.pupils <= total.pupils for count in reasons.values()
    )


def shown_grades(grades: Mapping[int, Count], total: Count | None, floor: int) -> Mapping[int, Count | None]:
    """What may be shown beside a total: nothing where it is hidden itself or they do not add up to it.

    Raises FloorError.
    """
    if total is None or not grades_fit(grades, total):
        return dict.fromkeys(grades)
    plan = Plan([Dimension.flat("grade", grades)], [{"grade": "grade"}, {}], floor)
    found = release(plan, {(grade,): count.pupils for grade, count in grades.items()})
    return {grade: None if found.figure(grade=grade).count is None else count for grade, count in grades.items()}


def shown_reasons(reasons: Mapping[Reason, Count], total: Count | None, floor: int) -> Mapping[Reason, Count | None]:
    """The same of reasons: few are hidden, and never one of them alone. Raises FloorError."""
    if total is None or not reasons_fit(reasons, total):
        return dict.fromkeys(reasons)
    return shown_counts(reasons, floor)
