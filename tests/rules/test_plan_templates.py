"""An example of a goal is written one line a thing, in both languages."""

import pytest

from welfare.rules.plan_templates import (
    TEMPLATE_PARTS,
    ExampleError,
    ExampleFault,
    ExampleGoal,
    read_example,
)
from welfare.rules.plans import PlanPart

FI, SV = ["goal", "a", "b", "c", "d", "e"], ["mål", "a", "b", "c", "d", "e"]


def test_the_first_line_is_the_goal_and_the_next_five_are_its_levels() -> None:
    found = read_example("\n".join([*FI, "tee"]), "\n\n".join([*SV, "gör"]))
    assert found == (
        ExampleGoal("goal", ("a", "b", "c", "d", "e"), ("tee",)),
        ExampleGoal("mål", ("a", "b", "c", "d", "e"), ("gör",)),
    )


def test_nothing_written_is_no_example() -> None:
    assert read_example(" \n", "") is None


@pytest.mark.parametrize(
    ("fi", "sv", "fault", "line"),
    [
        (FI, SV[:-1], ExampleFault.UNEVEN, 0),
        (FI, [], ExampleFault.UNEVEN, 0),
        (FI[:-1], SV[:-1], ExampleFault.FEW, 0),
        (FI + ["m"] * 5, SV + ["m"] * 5, ExampleFault.MANY, 0),
        (FI, [*SV[:3], "x" * 301, *SV[4:]], ExampleFault.LONG, 4),
    ],
)
def test_what_is_wrong_is_named_with_its_line(fi: list[str], sv: list[str], fault: ExampleFault, line: int) -> None:
    with pytest.raises(ExampleError) as refused:
        read_example("\n".join(fi), "\n".join(sv))
    assert (refused.value.fault, refused.value.line) == (fault, line)


def test_four_measures_fit() -> None:
    found = read_example("\n".join(FI + ["m"] * 4), "\n".join(SV + ["m"] * 4))
    assert found is not None
    assert found[0].measures == ("m",) * 4


def test_nobodys_own_words_are_a_templates_to_give() -> None:
    own = {PlanPart.STUDENT_WORDS, PlanPart.STUDENT_ABSENT, PlanPart.GUARDIAN_VIEW}
    assert own.isdisjoint(TEMPLATE_PARTS)
    assert PlanPart.NEED in TEMPLATE_PARTS
