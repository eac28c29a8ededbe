"""The meeting of the cast: Aada's item, and beside it one of another pupil, so that the matrix shows the slices."""

from collections.abc import Mapping
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_cases import a_case
from tests.builders_meetings import Asked, a_measure, a_meeting, an_amendment, an_item, attendee_of
from welfare.rules.actors import Role
from welfare.rules.cases import Part

People = Mapping[str, Someone]


def a_meeting_about_two(
    village: Village, case_id: UUID, people: People
) -> tuple[Mapping[str, UUID], Mapping[str, UUID]]:
    """Saara has called both groups together: what lies within Aada's item, and what lies within the one beside it.

    To Aada's come she, her guardian and Oona; to Eetu's he, his guardian and Henrik. Mirja is a member of both groups.
    """
    meeting_id, mirja = a_meeting(village, people["saara_curator"]), people["mirja_nurse"]
    oona, henrik = people["oona_own_teacher"], people["henrik_item_beside"]
    eetus_case = a_case(village, people["another_student"], people["saara_curator"], mirja, henrik)
    aadas = _family(people, "aada_herself", "aadas_guardian")
    eetus = _family(people, "another_student", "another_guardian")
    aadas_item = an_item(village, meeting_id, case_id, [*aadas, Asked(oona, office=Role.TEACHER)])
    eetus_item = an_item(village, meeting_id, eetus_case, [*eetus, Asked(henrik, office=Role.TEACHER)], place=2)
    return (
        {"meeting_id": meeting_id, **_within(village, aadas_item, oona, mirja)},
        {"meeting_id": meeting_id, **_within(village, eetus_item, henrik, mirja)},
    )


def _family(people: People, student: str, guardian: str) -> list[Asked]:
    return [Asked(people[student], Part.STUDENT), Asked(people[guardian], Part.GUARDIAN)]


def _within(village: Village, item_id: UUID, teacher: Someone, nurse: Someone) -> dict[str, UUID]:
    """The teacher's invitation and proposal, and a measure that the nurse carries out and the teacher follows up."""
    return {
        "item_id": item_id,
        "attendee_id": attendee_of(village, item_id, teacher),
        "measure_id": a_measure(village, item_id, doer=nurse, follower=teacher),
        "amendment_id": an_amendment(village, item_id, teacher),
    }
