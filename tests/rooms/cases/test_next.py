"""What comes next in a matter: the first thing on its page, whatever room it is of."""

from tests.builders import Village
from tests.builders_journal import a_matter
from tests.builders_meetings import Asked, a_meeting, an_item
from tests.builders_plans import a_plan
from tests.builders_rectifications import a_rectification
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState


def test_the_next_meeting_the_review_of_the_plan_and_a_correction_stand_by_their_days(
    village: Village, visit: Visit
) -> None:
    matter = a_matter(village)
    matter.note(matter.saara, "Keskustelu oli maanantaina.")
    a_rectification(village, matter.student, village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia"), matter.case_id)
    a_plan(matter)
    an_item(village, a_meeting(village, matter.saara), matter.case_id, [Asked(matter.saara), Asked(matter.mirja)])
    page = visit(matter.saara).get(f"/cases/{matter.case_id}")
    coming = page.by_id("next").text
    days = [coming.index(words) for words in ("30 Nov The group meets", "14 Dec Review the plan", "16 Dec Assess")]
    assert days == sorted(days)
    assert page.follow("Open the meeting: The group meets").has("Tila Honka")
    assert "Assess" not in visit(matter.mirja).get(f"/cases/{matter.case_id}").by_id("next").text


def test_nothing_comes_next_in_a_closed_matter_although_its_plan_has_a_day(village: Village, visit: Visit) -> None:
    matter = a_matter(village)
    a_plan(matter)
    assert "Review the plan" in visit(matter.saara).get(f"/cases/{matter.case_id}").by_id("next").text
    with village.work() as work:
        work.session.get_one(Case, matter.case_id).state = CaseState.CLOSED
    assert "Nothing waits." in visit(matter.saara).get(f"/cases/{matter.case_id}").by_id("next").text
