"""Beside the duties stand open defects, languages of teaching and need against posts, on the page and on paper."""

from datetime import date
from io import BytesIO
from uuid import UUID, uuid4

from pypdf import PdfReader

from tests.builders import Village
from tests.builders_indicators import an_inspection
from tests.builders_staffing import posts_at, pupils_in
from tests.builders_statutory import a_version
from tests.client import Client
from tests.signing_in import Visit
from welfare.insight.headcount import count_pupils
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role
from welfare.rules.statutory_plans import CheckState, PlanKind
from welfare.statutory_plans.models import SelfCheck


def coordinator(village: Village, visit: Visit) -> Client:
    return visit(village.staff(Role.WELFARE_COORDINATOR, "Ulla Alue"))


def lacking(village: Village, year: int, state: CheckState, *, unit_id: UUID, fix_by: date | None = None) -> None:
    with village.work() as work:
        work.session.add(
            SelfCheck(
                id=uuid4(),
                unit_id=unit_id,
                year=year,
                item="group",
                state=state,
                evidence="Luettelo",
                defect="Puuttuu" if fix_by else "",
                fix_by=fix_by,
            )
        )


def test_open_defects_are_counted_and_a_later_round_in_order_ends_them(village: Village, visit: Visit) -> None:
    other = village.another_school("Kaislan koulu")
    late = date(2026, 10, 1)
    lacking(village, 2026, CheckState.DEFECT, unit_id=village.school_id, fix_by=late)
    lacking(village, 2025, CheckState.DEFECT, unit_id=other, fix_by=late)
    an_inspection(village, village.school_id)
    client = coordinator(village, visit)
    assert client.get("/communal/comparison").has("3 open defects")
    lacking(village, 2026, CheckState.IN_ORDER, unit_id=other)
    page = client.get("/communal/comparison")
    assert page.has("2 open defects")
    assert page.has("2, late 2")


def test_schools_are_told_by_the_languages_they_teach_in(village: Village, visit: Visit) -> None:
    other = village.another_school("Strandskolan")
    with village.work() as work:
        work.session.get_one(Organisation, other).teaching_languages = "sv"
    page = coordinator(village, visit).get("/communal/comparison")
    rows = [node.text for node in page.tree.all("tr", when=lambda node: node.inside("tbody") is not None)]
    assert any(row.startswith("Finnish 1 0 ") for row in rows)
    assert any(row.startswith("Swedish 1 0 ") for row in rows)


def test_need_against_posts_stands_on_the_comparison_and_in_the_yearly_report(village: Village, visit: Visit) -> None:
    pupils_in(village, village.school_id, 1005)
    posts_at(village, village.provider_id, filled=100)
    client = coordinator(village, visit)
    page = client.get("/communal/comparison")
    assert page.has("Curators: 1,005 pupils for each, the act allows 670: 0.5 posts are lacking")
    assert page.follow("Need and posts").heading == "Staffing of the services"
    paper = client.flask.get("/communal/comparison/sv/report.pdf").data
    words = " ".join(" ".join(each.extract_text() for each in PdfReader(BytesIO(paper)).pages).split())
    assert "Kuratorer" in words
    assert "lagen tillåter" in words


def test_the_house_counts_each_school_once_and_leaves_what_was_written(village: Village, visit: Visit) -> None:
    other = village.another_school("Kaislan koulu")
    village.student("Aada Metsäpelto", village.a_class("8B"))
    pupils_in(village, other, 55)
    with village.work() as work:
        assert count_pupils(work, village.county_id) == 1
    with village.work() as work:
        assert count_pupils(work, village.county_id) == 0
    page = coordinator(village, visit).get(f"/communal/{village.county_id}/staffing")
    assert page.has("Pupils 56")


def test_municipalities_and_the_county_stand_beside_each_other_by_their_plans(village: Village, visit: Visit) -> None:
    approved_on, review_on, county_id = date(2026, 3, 4), date(2029, 8, 1), village.county_id
    a_version(village, PlanKind.REGIONAL_PLAN, unit_id=county_id, approved_on=approved_on, review_on=review_on)
    page = coordinator(village, visit).get("/communal/comparison")
    rows = {
        row.text.split(" ")[0]: row for row in page.tree.all("tr", when=lambda node: node.inside("tbody") is not None)
    }
    assert "Welfare plan of the provider" in page.text
    assert "Regional student welfare plan" in page.text
    assert "Steering group of student welfare / Regional cooperation group" in page.text
    assert "valid until 1 Aug 2029" in page.text
    assert "no approved version" in rows["Rannan"].text
    own = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa")).get("/communal/comparison")
    assert "Regional student welfare plan" not in own.text
