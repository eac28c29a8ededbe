"""A coordinator sees the schools of one provider or county beside each other, by name and never as a ranking."""

from csv import DictReader
from io import BytesIO, StringIO

import pytest
from pypdf import PdfReader

from tests.builders import Village
from tests.signing_in import Visit
from welfare.documents.comma_separated import csv_text
from welfare.rules.actors import Role


def words_on(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("role", [Role.PROVIDER_COORDINATOR, Role.WELFARE_COORDINATOR])
def test_a_coordinator_sees_every_school_by_name_with_the_number_of_its_pupils(
    village: Village, visit: Visit, role: Role
) -> None:
    village.another_school("Kaislan koulu")
    village.student("Aada Metsäpelto", village.a_class("8B"))
    page = visit(village.staff(role, "Kaisa Koordinaattori")).get("/communal").follow("Schools beside each other")
    rows = [node.text for node in page.tree.all("tr", when=lambda node: node.inside("tbody") is not None)][:2]
    assert [row.split(" Finnish ")[0] for row in rows] == ["Kaislan koulu", "Koivurannan koulu"]
    assert [row.split(" Finnish ")[1].split()[0] for row in rows] == ["0", "1"]


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.TEACHER, Role.CURATOR, Role.ADMINISTRATOR])
def test_nobody_else_compares_schools(village: Village, visit: Visit, role: Role) -> None:
    client = visit(village.staff(role, "Ulla Muu"))
    client.get("/communal/comparison", status=404)


def test_a_school_leads_to_its_own_page(village: Village, visit: Visit) -> None:
    page = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")).get("/communal/comparison")
    assert page.follow("Koivurannan koulu").has("Basic education")


def test_the_yearly_report_is_a_paper_in_each_national_language_and_a_table_in_both(
    village: Village, visit: Visit
) -> None:
    client = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    links = client.get("/communal/comparison").links
    papers = [words_on(client.flask.get(links[f"PDF {words}"]).data) for words in ("suomeksi", "på svenska")]
    assert "Koivurannan koulu" in papers[0]
    assert "Rannan kunta" in papers[0]
    assert "Strands kommun" in papers[1]
    table = client.flask.get(links["CSV"]).get_data(as_text=True)
    assert table.startswith("school,school_fi,school_sv,duty,duty_fi,duty_sv,rule,state,words_fi,words_sv\r\n")
    rows = list(DictReader(StringIO(table)))
    assert {row["school_fi"] for row in rows} == {"Koivurannan koulu"}
    assert all(row["duty_fi"] != row["duty_sv"] for row in rows)
    assert client.flask.get("/communal/comparison/en/report.pdf").status_code == 404


def test_a_duty_whose_day_is_far_is_told_so_on_pages_on_paper_and_in_the_table(village: Village, visit: Visit) -> None:
    client = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    page = client.get(f"/communal/{village.school_id}")
    assert page.has("Evaluation Not yet · Mid-year review by 15 Jan 2027")
    assert page.has("Self-control Not yet · 0 of 9 items, by 31 Jan 2027")
    page = client.get("/communal/comparison")
    assert page.has("Self-control 0 / 1 · 1 not yet due")
    paper = words_on(client.flask.get(page.links["PDF suomeksi"]).data)
    assert "Velvollisuus Kunnossa Ei vielä Pian Myöhässä" in paper
    assert "Omavalvonta 0 1 0 0" in paper
    rows = DictReader(StringIO(client.flask.get(page.links["CSV"]).get_data(as_text=True)))
    states = {row["duty"]: row["state"] for row in rows}
    assert (states["self_control"], states["evaluation"], states["year_plan"]) == ("not_yet", "not_yet", "late")


def test_a_cell_that_looks_like_a_formula_is_defused() -> None:
    assert csv_text(["name"], [["=1+1"], ["Koivu, ranta"]]) == 'name\r\n\'=1+1\r\n"Koivu, ranta"\r\n'
