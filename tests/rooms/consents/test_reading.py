"""Reading what was said: on its page, on paper, and when it cannot be opened any more."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Village
from tests.builders_cases import People, a_bare_case, a_case, a_will
from tests.client import Client
from tests.furnishing import furnishes
from tests.recording import record_answer
from tests.signing_in import Visit
from welfare.consents.models import ExpressionOfWill
from welfare.rules.ability import Ability
from welfare.rules.consent import ConsentKind

TODAY = date(2026, 11, 23)


@furnishes
def case_id(village: Village, people: People) -> UUID:
    """A proposed matter in which nothing has been said."""
    return a_bare_case(village, people.student, people.curator)


def test_a_broken_ciphertext_leaves_a_marked_gap_and_the_rest_of_the_page_lives(
    village: Village, people: People, visit: Visit, case_id: UUID
) -> None:
    client = visit(people.curator)
    record_answer(client, case_id, "group-handling", people.student, scope="Mornings.")
    with village.work() as work:
        row = work.session.scalars(select(ExpressionOfWill)).one()
        blob = bytearray(row.document.blob or b"")
        blob[-1] ^= 1
        table = ExpressionOfWill.__table__
        work.session.execute(table.update().values(document=type(row.document)(bytes(blob))))  # type: ignore[attr-defined]
    page = client.get(f"/cases/{case_id}/consents").follow("Read: Aada Metsäpelto, in writing 23 Nov 2026")
    assert page.has("What was written")
    assert page.has("In writing on paper")


def test_printing_is_told_from_reading_in_the_log(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator)
    will = a_will(village, case_id, people.student, ConsentKind.TRANSFER)
    client = visit(people.curator)
    page = client.get(f"/cases/{case_id}/consents/{will}").follow("Print")
    assert page.has("Opening it left a mark in the log.")
    assert client.get(f"/cases/{case_id}/log").has("printed a consent")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_information_texts_are_open_to_everybody_in_three_languages(app: Flask, language: str) -> None:
    page = Client(app).get(f"/information/{language}/1")
    assert page.by_id("group_member").tag == "h2"
    Client(app).get(f"/information/{language}/2", status=404)


def test_the_page_of_an_expression_says_whose_matter_it_is_and_calls_a_prohibition_one(
    village: Village, people: People, visit: Visit, case_id: UUID
) -> None:
    finding: dict[str, Any] = {"ability": Ability.UNABLE, "ability_on": TODAY}
    yes = a_will(village, case_id, people.student, ConsentKind.GROUP_HANDLING, giver=people.mother, **finding)
    no = a_will(village, case_id, people.student, ConsentKind.MINOR_PROHIBITION, named=people.father)
    client = visit(people.curator)
    for place in ("", "/print"):
        consent = client.get(f"/cases/{case_id}/consents/{yes}{place}")
        assert consent.has("Pupil Aada Metsäpelto The answer Consented Given by Tiina Metsäpelto")
        assert client.get(f"/cases/{case_id}/consents/{no}{place}").has("The answer Prohibited")
