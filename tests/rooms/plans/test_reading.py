"""A plan is read by its group while consents stand, version by version, and what changed is shown word by word."""

from dataclasses import replace
from datetime import date

from tests.builders_cases import a_will, an_exclusion
from tests.builders_journal import Matter
from tests.builders_plans import MEASURE, TITLE, VOICE, Planned, a_goal, a_plan, a_text, consent_has_ended
from tests.client import Client
from tests.signing_in import Visit
from welfare.people.models import Assignment
from welfare.rules.actors import Role
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.plans import PlanPart

YESTERDAY = date(2026, 11, 22)


def two_versions(matter: Matter) -> Planned:
    planned = a_plan(matter)
    later = replace(a_goal().measures[0], until=date(2027, 1, 15))
    words = {**a_text().words, PlanPart.STRENGTHS: "Huumorintaju ja sitkeys."}
    text = a_text(a_goal(measures=(later,)), a_goal(2, "Syön lounaan tutun kanssa"), words=words)
    a_plan(matter, text, based_on=1, review_on=date(2027, 1, 18))
    return planned


def test_every_version_stays_readable(matter: Matter, saara: Client) -> None:
    planned = two_versions(matter)
    page = saara.get(planned.url)
    assert page.has("version 2")
    assert page.has("Syön lounaan tutun kanssa")
    earlier = page.follow("1 · 16 Nov")
    assert earlier.has("This is an earlier version, as it was agreed on then.")
    assert earlier.has("Huumorintaju ja piirtäminen.")
    assert not earlier.has("Syön lounaan tutun kanssa")
    for words in ("Write a new version", "Tell what became of it"):
        assert words in page.text
        assert words not in earlier.text
    assert page.has("Nobody has rated this goal yet.")
    assert not earlier.has("Nobody has rated this goal yet.")


def test_what_changed_is_shown_section_by_section(matter: Matter, saara: Client) -> None:
    planned = two_versions(matter)
    page = saara.get(planned.url).follow("What changed from version 1")
    assert page.heading == "What changed from version 1 to version 2"
    assert [node.text for node in page.tree.all("h2")] == [
        "The plan",
        "Goal 1",
        "Goal 2, new",
        "Days and agreement",
    ]
    gone = [node.text for node in page.tree.all("del")]
    put_in = [node.text for node in page.tree.all("ins")]
    assert "piirtäminen." in gone
    assert "sitkeys." in put_in
    assert "18 Dec 2026" in " ".join(gone)
    assert "15 Jan 2027" in " ".join(put_in)
    assert "Syön lounaan tutun kanssa" in put_in
    assert not page.has(VOICE)


def test_there_is_no_difference_to_a_version_that_never_was(matter: Matter, saara: Client) -> None:
    planned = two_versions(matter)
    page = saara.get(planned.url).follow("What changed from version 1")
    address = page.url.partition("?")[0]
    assert saara.get(f"{address}?since=1").has("Goal 2, new")
    for since in ("0", "2", "9", "-1", "x"):
        saara.get(f"{address}?since={since}", status=200 if since in {"-1", "x"} else 404)


def test_a_member_reads_only_while_the_consent_stands(planned: Planned, visit: Visit) -> None:
    matter = planned.matter
    assert visit(matter.mirja).get(planned.url).has(VOICE)
    consent_has_ended(matter, matter.mirja)
    mirja = visit(matter.mirja)
    for path in ("", "/write", "/rate", "/print", f"/goals/{planned.goal_id}/close"):
        mirja.get(planned.url + path, status=404)
    assert mirja.get("/plans").has("No plans yet")
    assert visit(matter.saara).get(planned.url).has(VOICE)


def test_without_the_consent_to_handle_the_matter_nobody_reads_it(planned: Planned, visit: Visit) -> None:
    matter = planned.matter
    kind = ConsentKind.GROUP_HANDLING
    a_will(matter.village, matter.case_id, matter.student, kind, Answer.WITHDRAWN, given_on=YESTERDAY)
    for who in (matter.saara, matter.mirja):
        visit(who).get(planned.url, status=404)


def test_neither_a_principal_nor_one_who_is_shut_out_reads_it(planned: Planned, visit: Visit) -> None:
    matter = planned.matter
    principal = matter.village.staff(Role.PRINCIPAL, "Riitta Reksi")
    visit(principal).get(planned.url, status=404)
    an_exclusion(matter.village, matter.case_id, matter.student, matter.mirja)
    visit(matter.mirja).get(planned.url, status=404)
    assert visit(matter.saara).get(planned.url).has(MEASURE)


def test_the_list_of_plans_is_that_of_ones_own_matters(planned: Planned, visit: Visit) -> None:
    matter = planned.matter
    page = visit(matter.mirja).get("/plans")
    assert page.has("Aada Metsäpelto")
    assert page.follow(f"Aada Metsäpelto, {page.tree.all('td')[0].text}").has(TITLE)
    stranger = matter.village.staff(Role.CURATOR, "Kirsi Kollega")
    assert visit(stranger).get("/plans").has("No plans yet")


def test_a_reading_leaves_an_event_of_the_fields_opened(planned: Planned, visit: Visit) -> None:
    page = visit(planned.matter.mirja).get(planned.url)
    assert page.has(VOICE)
    log = visit(planned.matter.saara).get(f"/cases/{planned.matter.case_id}/log")
    assert log.has("read the plan")
    assert log.has("entered a version of the plan")


def test_a_worker_who_has_left_the_school_is_offered_no_more(planned: Planned, saara: Client) -> None:
    matter = planned.matter
    names = saara.get(f"{planned.url}/write").by_id("people-names").all("option")
    assert "Mirja Kanervala" in {node.get("value") for node in names}
    with matter.village.work() as work:
        for post in work.session.query(Assignment).filter_by(person_id=matter.mirja.person_id):
            post.ends_on = YESTERDAY
    names = saara.get(f"{planned.url}/write").by_id("people-names").all("option")
    assert "Mirja Kanervala" not in {node.get("value") for node in names}
