"""Absences come as a file of counts: looked at first, then all of it or nothing; by term and category, never who."""

import io
from collections.abc import Sequence

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.client import Client, Page
from tests.signing_in import Visit
from welfare.indicators.models import AbsenceCount, AbsencePart, IndicatorImport
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role

HEADER = "school;year;term;category;reason;grade;pupils;hours;enrolled"
ILLNESS = ";2026;spring;illness;;;180;2400;412"
LEAVE = ";2026;spring;leave;;;40;300;412"
BY_GRADE = (";2026;spring;leave;;7;31;240;", ";2026;spring;leave;;8;6;40;", ";2026;spring;leave;;9;3;20;")
BY_REASON = (";2026;spring;leave;trip;;30;250;", ";2026;spring;leave;event;;12;40;", ";2026;spring;leave;family;;2;10;")


def absences(*rows: str, header: str = HEADER, encoding: str = "utf-8-sig") -> bytes:
    return ("\r\n".join([header, *rows]) + "\r\n").encode(encoding)


def hand_over(client: Client, unit: object, content: bytes, status: int = 200) -> Page:
    form = client.get(f"/communal/{unit}/indicator-imports").form("Look at the file")
    form.fill(source="Poissaoloseuranta", licence="own", fetched_on="20.11.2026")
    return form.submit(status=status, file=(io.BytesIO(content), "poissaolot.csv"))


def stored(village: Village) -> Sequence[tuple[str, int, int]]:
    with village.ledger.transaction() as transaction:
        rows = transaction.session.scalars(select(AbsenceCount)).all()
        parts = transaction.session.scalars(select(AbsencePart)).all()
        found = [(row.category.value, row.pupils, row.hours) for row in rows]
        return sorted([*found, *((part.part, part.pupils, part.hours) for part in parts)])


def test_a_file_of_absences_is_looked_at_imported_and_shown_without_telling_of_few(
    village: Village, visit: Visit, principal: Someone
) -> None:
    client = visit(principal)
    page = hand_over(client, village.school_id, absences(ILLNESS, LEAVE, *BY_GRADE, *BY_REASON))
    assert page.has("New 2")
    assert page.has("Leave granted")
    assert page.has("40 pupils, 300 h")
    assert page.has("3 by class level, 3 by reason")
    assert stored(village) == []
    page.form("Import the numbers").submit()
    page = client.get(f"/communal/{village.school_id}/absences")
    assert page.has("Illness 180 2,400 5.8")
    assert page.has("Leave granted 31 pupils, 240 h not shown not shown"), "of three, and of six beside them"
    assert page.has("Leave granted Holiday or trip 30 250")
    assert not page.has("Family reason 2"), "of two"
    assert page.has("Leave granted Competition, hobby or celebration not shown not shown"), "never one hidden alone"
    page = client.get(f"/communal/{village.school_id}")
    assert page.has("Pupils by class level")
    assert page.has("Leave granted 31 not shown not shown"), "as on the page of absences"


def test_importing_again_puts_the_new_parts_in_the_place_of_the_old(
    village: Village, visit: Visit, principal: Someone
) -> None:
    client = visit(principal)
    hand_over(client, village.school_id, absences(ILLNESS, LEAVE, *BY_GRADE)).form("Import the numbers").submit()
    page = hand_over(client, village.school_id, absences(ILLNESS, LEAVE, ";2026;kevät;leave;trip;;30;250;"))
    assert page.has("Changed 1")
    assert page.has("As before 1")
    assert page.has("other counts")
    page.form("Import the numbers").submit()
    assert stored(village) == [("illness", 180, 2400), ("leave", 40, 300), ("trip", 30, 250)]


def test_parts_are_not_shown_beside_a_total_that_they_do_not_add_up_to(
    village: Village, visit: Visit, principal: Someone
) -> None:
    client = visit(principal)
    hand_over(client, village.school_id, absences(ILLNESS, LEAVE, *BY_GRADE)).form("Import the numbers").submit()
    form = client.get(f"/communal/{village.school_id}/absences/2026/spring").form()
    form.submit(pupils_leave="41", hours_leave="308")
    page = client.get(f"/communal/{village.school_id}/absences")
    assert page.has("Leave granted 41 308")
    assert not page.has("31 pupils, 240 h"), "with the old total it would tell what was corrected"


def test_a_coordinator_imports_absences_of_all_schools_by_name_and_what_is_unknown_is_left_out(
    village: Village, visit: Visit
) -> None:
    coordinator = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")
    with village.ledger.transaction() as transaction:
        name = transaction.session.get_one(Organisation, village.school_id).name_fi
    content = absences(f"{name}{ILLNESS}", f"Tuntematon koulu{LEAVE}")
    page = hand_over(visit(coordinator), village.provider_id, content)
    assert page.has("New 1")
    assert page.has("Left out 1")
    assert page.has("No school here has this code or name.")
    page.form("Import the numbers").submit()
    assert stored(village) == [("illness", 180, 2400)]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (";;spring;leave;;;40;300;412", "The year is missing"),
        (";2026;summer;leave;;;40;300;412", "The term is not known or has not begun."),
        (";2027;spring;leave;;;40;300;412", "The term is not known or has not begun."),
        (";2026;spring;masennus;;;40;300;412", "The category is not known."),
        (";2026;spring;leave;sick;;40;300;412", "is not one of this category"),
        (";2026;spring;leave;;9B;40;300;412", "The class level is not known."),
        (";2026;spring;leave;trip;9;40;300;412", "Tell them on two rows."),
        (";2026;spring;leave;;;40;300,5;412", "Pupils and hours are whole numbers"),
        (";2026;spring;leave;;;40;0;412", "Write both how many pupils and how many hours"),
        (";2026;spring;leave;;;40;300;", "How many pupils the school has is missing"),
        (";2026;spring;leave;;;40;300;39", "is fewer than were away"),
        (";2026;spring;leave;;7;40;300;", "The row without class level and reason is missing"),
        (f"{LEAVE}\r\n{BY_GRADE[0]}", "The class levels do not add up to the total"),
        (f"{LEAVE}\r\n;2026;spring;leave;trip;;41;250;", "the reasons are more than it"),
        (f"{LEAVE}\r\n{LEAVE}", "stand twice"),
    ],
)
def test_a_mistake_is_told_by_its_row_and_nothing_is_imported(
    village: Village, visit: Visit, principal: Someone, row: str, words: str
) -> None:
    page = hand_over(visit(principal), village.school_id, absences(ILLNESS, row))
    assert page.has(words)
    assert page.has("Row 3") or page.has("Row 4")
    assert not [form for form in page.forms if "Import the numbers" in form.node.text]
    assert stored(village) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (absences(ILLNESS, encoding="cp1252").replace(b"illness", "höst".encode("cp1252")), "is not UTF-8 text"),
        (absences(ILLNESS).replace(b";", b","), "not separated by semicolons"),
        (absences(f"{ILLNESS};Matti", header=f"{HEADER};name"), "Only counts are taken, never a list of pupils"),
        (absences("131052-308T;2026;spring;leave;;;1;6;412"), "Row 2: There is a personal identity code in the row."),
        (absences(f"131052-308T{ILLNESS};;;"), "There is a personal identity code in the row."),
    ],
)
def test_a_list_of_pupils_and_what_cannot_be_read_is_refused_and_not_kept(
    village: Village, visit: Visit, principal: Someone, content: bytes, words: str
) -> None:
    page = hand_over(visit(principal), village.school_id, content, 422)
    assert page.has(words)
    assert page.form("Look at the file").data["source"] == "Poissaoloseuranta"
    with village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(IndicatorImport)).all() == []


def test_a_member_of_the_group_imports_no_absences(village: Village, visit: Visit, curator: Someone) -> None:
    client = visit(curator)
    assert client.get(f"/communal/{village.school_id}/absences").has("Absences by category")
    client.get(f"/communal/{village.school_id}/indicator-imports", status=404)
