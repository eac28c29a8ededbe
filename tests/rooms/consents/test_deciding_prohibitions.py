"""Deciding on a minor's wish to leave a guardian out: in part, looked at again, and by whom (OHL 18 § 2; rule 12)."""

from datetime import timedelta

from sqlalchemy import select

from tests.builders import Village
from tests.builders_cases import People, a_will, an_assessment
from tests.rooms.consents.test_prohibitions import PROHIBITION, TODAY, assess, prohibit, shut_out
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.consents.models import InterestAssessment
from welfare.people.models import Guardianship


def test_granted_in_part_it_shuts_out_and_says_what_a_person_tells(
    people: People, visit: Visit, ledger: Ledger
) -> None:
    page = prohibit(visit(people.nurse).get(f"/students/{people.student.person_id}/prohibitions/new"), people.father)
    form = page.form("Record the assessment").fill(outcome="partly", grounds="Talked.", told="Mostly yes.")
    refused = form.submit(status=422)
    assert refused.field_error("part")
    page = refused.form("Record the assessment").submit(part="The day of the meeting.")
    assert page.has("The day of the meeting.")
    assert page.has("Mostly yes.")
    assert shut_out(ledger, people.father, people.student)


def test_what_is_refused_needs_no_day_of_review(people: People, visit: Visit, ledger: Ledger) -> None:
    page = prohibit(visit(people.nurse).get(f"/students/{people.student.person_id}/prohibitions/new"), people.father)
    assess(page, "refused", review_on="")
    with ledger.transaction() as transaction:
        assert transaction.session.scalars(select(InterestAssessment.review_on)).one() is None


def test_a_wish_about_all_welfare_waits_on_the_page_of_every_professional_of_the_school_alone(
    village: Village, people: People, visit: Visit
) -> None:
    title = "Assess a pupil’s wish to leave a guardian out"
    will = a_will(village, None, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    for who in (people.nurse, people.curator):
        assert visit(who).get("/").follow(f"{title}: Aada Metsäpelto").has("Awaits assessment")
    assert not visit(people.teacher).get("/").has(title)
    an_assessment(village, will, people.nurse)
    assert not visit(people.curator).get("/").has(title)


def test_the_assessor_is_reminded_before_the_day_of_review_and_all_who_may_assess_on_it(
    village: Village, people: People, visit: Visit
) -> None:
    title = "Assess anew whether a guardian is left out"
    will = a_will(village, None, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    an_assessment(village, will, people.nurse, review_on=TODAY + timedelta(days=15))
    assert not visit(people.nurse).get("/").has(title)
    an_assessment(village, will, people.nurse, on=TODAY - timedelta(days=1), review_on=TODAY + timedelta(days=14))
    assert visit(people.nurse).get("/").has(title)
    assert not visit(people.curator).get("/").has(title)
    an_assessment(village, will, people.nurse, on=TODAY, review_on=TODAY)
    assert visit(people.curator).get("/").has(title)


def test_nobody_assesses_what_shuts_oneself_or_the_own_family_out(
    village: Village, people: People, visit: Visit
) -> None:
    a_will(village, None, people.student, PROHIBITION, named=people.father, has_weighty_reason=True)
    url = f"/students/{people.student.person_id}/prohibitions"
    visit(people.nurse).get(url)
    with village.work() as work:
        bond = select(Guardianship).where(Guardianship.guardian_id == people.father.person_id)
        work.session.scalars(bond).one().guardian_id = people.nurse.person_id
    visit(people.nurse).get(url, status=404)
    assert not visit(people.nurse).get("/").has("wish to leave a guardian out")
    visit(people.curator).get(url)
