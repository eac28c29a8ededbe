"""Rule 13: a guardian who is shut out reads, on every page, what a guardian reads whose child has no matter.

Whole pages are compared, letter by letter, once names and ids have been taken out; so are the answers of addresses
that exist for neither. Every page that students and guardians have is among them by itself.
"""

import re
from datetime import date

import pytest
from flask import Flask, url_for

from tests.builders import Someone
from tests.client import Client
from tests.rooms.portal.conftest import Family
from tests.signing_in import Visit
from welfare.access.gate import Gate
from welfare.rules.permissions import GRANTS, Permission

OF_STUDENT = ({"own_student_id"}, {"student_id"})
NEW_EACH_TIME = {"accounts.own_factor"}
"""A secret that nobody has seen before."""
CHANGING = re.compile(
    r'(name="(?:csrf_token|idempotency_key)" value=|data-token=|nonce=)"[^"]*"'
    r"|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
)


def own_pages(app: Flask, student: Someone) -> list[str]:
    """Every page for citizens that is about one student, or about nothing that is named."""
    gate: Gate = app.extensions["gate"]
    rules = {rule.endpoint: rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    found: list[str] = []
    for endpoint, passage in sorted(gate.passages.items()):
        needs, kinds = passage.needs, {kind for _name, kind in passage.subjects}
        if (
            endpoint not in rules.keys() - NEW_EACH_TIME
            or not isinstance(needs, Permission)
            or (kinds and kinds not in OF_STUDENT)
        ):
            continue
        is_for_citizens = any(clause.__name__ == "is_citizen" for row in GRANTS[needs] for clause in row)
        named = {name: student.person_id for name, _kind in passage.subjects}
        if is_for_citizens and rules[endpoint].arguments == set(named):
            with app.test_request_context():
                found.append(url_for(endpoint, **named))  # type: ignore[arg-type]  # ids by name
    return found


def letters(client: Client, url: str, *names: str) -> tuple[int, str, str]:
    """Status, where one was led, and the page without what differs between any two people."""
    answer = client.flask.get(url)
    text = CHANGING.sub("…", answer.get_data(as_text=True))
    for name in names:
        text = text.replace(name, "…")
    return answer.status_code, CHANGING.sub("…", answer.headers.get("Location", "")), text


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("is_at_large", [False, True], ids=["of the matter", "of all her welfare"])
def test_no_page_of_one_who_is_shut_out_differs_from_that_of_one_without_a_matter(
    family: Family, app: Flask, visit: Visit, *, is_at_large: bool
) -> None:
    matter, village = family.matter, family.matter.village
    ilta = village.student("Ilta Rantanen", village.a_class("8C"), of_age_on=date(2030, 5, 5))
    kaisa = village.guardian("Kaisa Rantanen", ilta)
    names = ("Aada", "Tiina", "Metsäpelto", "8B", "Ilta", "Kaisa", "Rantanen", "8C")
    pages = list(zip(own_pages(app, matter.student), own_pages(app, ilta), strict=True))
    assert {url for url, _other in pages} >= {family.home, "/plans", "/meetings", "/requests", "/own"}

    tiina, other = visit(matter.guardian), visit(kaisa)

    def differing() -> set[str]:
        return {url for url, beside in pages if letters(tiina, url, *names) != letters(other, beside, *names)}

    assert differing() >= {family.home, "/plans"}
    family.shut_out(matter.guardian, is_at_large=is_at_large)
    assert differing() == set()
    for path in (family.planned.own, f"{family.planned.own}/rate", f"{family.planned.own}/print"):
        status, _where, gone = letters(tiina, path, *names)
        assert (status, gone) == (404, letters(other, path, *names)[2])
