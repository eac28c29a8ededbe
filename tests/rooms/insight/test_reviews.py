"""Whoever leads a unit signs its communal work term by term, and what was signed stays as it was."""

from json import loads

import pytest
from sqlalchemy import select

from tests.builders import Village
from tests.builders_journal import IDENTITY_CODE
from tests.builders_school_year import a_goal, a_plan
from tests.client import Client, Page
from tests.signing_in import Visit
from welfare.insight.models import CommunityReview
from welfare.rules.actors import Role
from welfare.rules.annual_clock import Owner
from welfare.school_year.models import YearGoal

COMMENT = "Tarkastus on sovittu terveydensuojelun kanssa."


def sign(client: Client, status: int = 200, **answers: str) -> Page:
    page = client.get("/communal").follow("Koivurannan koulu").follow("Look through and sign")
    return page.form().fill(**({"comment": COMMENT, "looked_through": "y"} | answers)).submit(status=status)


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.PROVIDER_COORDINATOR])
def test_whoever_leads_the_school_signs_and_everybody_there_reads_it(
    village: Village, visit: Visit, role: Role
) -> None:
    page = sign(visit(village.staff(role, "Riitta Reksi")))
    assert page.has("The review is signed. Its paper can be shown to the board.")
    school = visit(village.staff(Role.TEACHER, "Oona Rautasalo")).get(f"/communal/{village.school_id}")
    assert school.has(COMMENT)
    assert school.follow("All reviews").has("Autumn term 2026")


@pytest.mark.parametrize("role", [Role.TEACHER, Role.CURATOR])
def test_nobody_else_signs(village: Village, visit: Visit, role: Role) -> None:
    client = visit(village.staff(role, "Oona Rautasalo"))
    assert "Look through and sign" not in client.get(f"/communal/{village.school_id}").links
    client.get(f"/communal/{village.school_id}/reviews/new", status=404)


def test_a_page_that_has_not_been_looked_through_is_not_signed_and_the_comment_stays(
    village: Village, visit: Visit
) -> None:
    client = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    page = client.get(f"/communal/{village.school_id}/reviews/new").form().submit(status=422, comment=COMMENT)
    assert page.has("Tick the box when you have looked through the page.")
    assert page.form().data["comment"] == COMMENT
    assert client.get(f"/communal/{village.school_id}/reviews").has("No review has been signed")


def test_a_comment_names_no_pupil(village: Village, visit: Visit) -> None:
    village.student("Aada Metsäpelto", village.a_class("8B"))
    client = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    page = sign(client, 422, comment="Aadan asia on kesken.")
    assert page.has("Is this a pupil?")
    assert page.form().data["comment"] == "Aadan asia on kesken."
    refused = page.form().submit(status=422, comment=f"Koodi {IDENTITY_CODE}", may_stand="word")
    assert "personal identity code" in refused.field_error("comment")
    assert client.get(f"/communal/{village.school_id}/reviews").has("No review has been signed")
    assert refused.form().submit(comment="Asia on kesken.").has("The review is signed.")


def test_the_paper_is_the_same_file_whoever_prints_it(village: Village, visit: Visit) -> None:
    principal = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    sign(principal)
    address = next(
        url for url in principal.get(f"/communal/{village.school_id}/reviews").links.values() if "pdf" in url
    )
    files = [each.flask.get(address) for each in (principal, visit(village.staff(Role.NURSE, "Mirja Kanervala")))]
    assert files[0].data.startswith(b"%PDF")
    assert files[0].data == files[1].data


def test_signing_again_leaves_the_earlier_review_standing(village: Village, visit: Visit) -> None:
    client = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    sign(client)
    page = sign(client, comment="Toinen kerta.")
    assert page.has(COMMENT)
    assert page.has("Toinen kerta.")


def test_a_review_of_another_school_is_not_there(village: Village, visit: Visit) -> None:
    elsewhere = village.another_school()
    client = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    sign(client)
    with village.ledger.transaction() as transaction:
        review_id = transaction.session.scalars(select(CommunityReview.id)).one()
    coordinator = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    assert coordinator.flask.get(f"/communal/{village.school_id}/reviews/{review_id}/review.pdf").status_code == 200
    coordinator.get(f"/communal/{elsewhere}/reviews/{review_id}/review.pdf", status=404)


def test_what_is_kept_is_what_stood_on_the_page(village: Village, visit: Visit) -> None:
    client = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    shown = client.get(f"/communal/{village.school_id}")
    sign(client)
    with village.ledger.transaction() as transaction:
        review = transaction.session.scalars(select(CommunityReview)).one()
        signed_as, kept = review.signed_as, loads(review.document)
    assert signed_as == Role.PRINCIPAL
    duties = next(block for block in kept if block["heading"] == "Statutory duties")
    assert duties["rows"]
    assert all(shown.has(f"{title} {state} · {words}") for title, state, words, _rule in duties["rows"])


def test_the_paper_that_is_kept_names_nobody_of_the_staff(village: Village, visit: Visit) -> None:
    oona = village.staff(Role.TEACHER, "Oona Rautasalo")
    goal_id = a_goal(village, a_plan(village), "Jokainen tulee nähdyksi")
    with village.work() as work:
        goal = work.session.get_one(YearGoal, goal_id)
        goal.give_to(Owner(person_id=oona.person_id))
    client = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    assert client.get(f"/communal/{village.school_id}").has("Oona Rautasalo")
    sign(client)
    with village.ledger.transaction() as transaction:
        kept = transaction.session.scalars(select(CommunityReview.document)).one()
    assert "Jokainen tulee nähdyksi" in kept
    assert "Rautasalo" not in kept
