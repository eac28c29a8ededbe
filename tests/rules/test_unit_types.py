"""Which acts lay duties on a unit by what it gives: student welfare begins with pre-primary education (OHL 1 § 1)."""

import pytest

from welfare.rules.citations import Citation, Statute
from welfare.rules.inspections import INSPECTION_LAW
from welfare.rules.staffing import STAFFING_LAW
from welfare.rules.statutory_plans import SELF_CONTROL_LAW
from welfare.rules.unit_types import OF_PUPILS, UnitType, binds, has_pupils
from welfare.rules.welfare_groups import GroupKind
from welfare.rules.year_plans import EVALUATION_LAW, PLAN_LAW

OF_SCHOOLS = [
    GroupKind.SCHOOL.law,
    PLAN_LAW,
    EVALUATION_LAW,
    SELF_CONTROL_LAW,
    STAFFING_LAW,
    INSPECTION_LAW,
    Citation(Statute.POL, "29"),
]
SAFE_ENVIRONMENT = Citation(Statute.VAKAL, "10")


@pytest.mark.parametrize("law", OF_SCHOOLS, ids=lambda law: law.short)
def test_no_duty_of_a_school_lies_on_early_childhood_education(law: Citation) -> None:
    assert not binds(law, UnitType.EARLY_CHILDHOOD)
    assert all(binds(law, unit_type) for unit_type in (*OF_PUPILS, None))


def test_the_act_on_early_childhood_education_binds_its_own_units_alone() -> None:
    assert binds(SAFE_ENVIRONMENT, UnitType.EARLY_CHILDHOOD)
    assert not any(binds(SAFE_ENVIRONMENT, unit_type) for unit_type in (*OF_PUPILS, None))


def test_what_binds_everybody_binds_a_day_care_centre_too() -> None:
    assert binds(Citation(Statute.LSL, "12"), UnitType.EARLY_CHILDHOOD)


def test_pupils_are_wherever_student_welfare_is_and_where_nobody_has_told_what_is_given() -> None:
    assert [unit_type for unit_type in UnitType if has_pupils(unit_type)] == [
        UnitType.PRE_PRIMARY,
        UnitType.BASIC,
        UnitType.UPPER_SECONDARY,
        UnitType.VOCATIONAL,
    ]
    assert has_pupils(None)
