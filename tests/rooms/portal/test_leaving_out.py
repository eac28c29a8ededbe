"""A minor asks on the own page to leave a guardian out, and takes it back there (OHL 18 § 2; rules 12 and 13)."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone
from tests.builders_cases import a_will, an_assessment
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.portal.conftest import Family
from tests.signing_in import Visit
from welfare.consents.models import ExpressionOfWill
from welfare.consents.prohibitions import is_shut_out
from welfare.people.models import Person
from welfare.rules.consent import Answer, ConsentKind, Way

TODAY = date(2026, 11, 23)
PROHIBITION = ConsentKind.MINOR_PROHIBITION


def ask(family: Family, client: Client, what: str = "all", *, status: int = 200, **more: str) -> Page:
    form = client.get(family.home).follow("How it is done").follow("Ask to leave a guardian out").form("Send my wish")
    answers: dict[str, Any] = {"guardians": str(family.matter.guardian.person_id), "what": what, "reason": "Pelkään."}
    return form.submit(status=status, **answers | more)


def said(family: Family) -> list[ExpressionOfWill]:
    with family.matter.village.ledger.transaction() as transaction:
        kind = ExpressionOfWill.kind == PROHIBITION
        rows = transaction.session.scalars(select(ExpressionOfWill).where(kind).order_by(ExpressionOfWill.number)).all()
        transaction.session.expunge_all()
        return list(rows)


def shut_out(family: Family, guardian: Someone, case_id: UUID | None = None) -> bool:
    with family.matter.village.ledger.transaction() as transaction:
        return is_shut_out(transaction.session, guardian.person_id, family.matter.student.person_id, TODAY, case_id)


def test_she_asks_in_her_own_words_and_a_professional_decides(family: Family, visit: Visit) -> None:
    matter = family.matter
    aada = visit(matter.student)
    page = ask(family, aada, scope="Kotiasiat.")
    assert page.flashes[0] == "Your wish is kept. Somebody of the student welfare talks with you about it."
    assert page.has("Not in force yet")
    assert not page.has("Pelkään.")
    row = said(family)[0]
    assert (row.way, row.giver_person_id, row.case_id) == (Way.SIGNED_ESERVICE, matter.student.person_id, None)
    assert row.has_weighty_reason
    assert not shut_out(family, matter.guardian)
    url = f"/students/{matter.student.person_id}/prohibitions/{row.id}"
    assess = visit(matter.mirja).get(url).follow("Assess the interest")
    assert assess.has("Pelkään.")
    assert assess.has("Kotiasiat.")
    assess.form("Record the assessment").submit(
        outcome="granted", grounds="Olemme puhuneet.", told="Kielto on voimassa."
    )
    assert shut_out(family, matter.guardian)
    assert aada.get(f"{family.home}/left-out").by_id("wish-1").text.count("In force")


def test_of_one_matter_alone_and_both_guardians_by_themselves(family: Family, visit: Visit) -> None:
    matter = family.matter
    kari = matter.village.guardian("Kari Metsäpelto", matter.student)
    both = [str(matter.guardian.person_id), str(kari.person_id)]
    form = visit(matter.student).get(f"{family.home}/left-out/new").form("Send my wish")
    assert len(form.options["guardians"]) == len(form.options["what"]) == len(both)
    form.submit(guardians=both, what=str(matter.case_id), reason="Pelkään.")
    rows = said(family)
    assert {row.named_person_id for row in rows} == {matter.guardian.person_id, kari.person_id}
    assert {row.case_id for row in rows} == {matter.case_id}
    assert visit(matter.saara).get(f"/cases/{matter.case_id}").has("wishes to leave Kari Metsäpelto out")


def test_the_same_is_not_asked_twice_while_it_waits_and_nothing_typed_is_lost(family: Family, visit: Visit) -> None:
    aada = visit(family.matter.student)
    ask(family, aada)
    page = ask(family, aada, status=422)
    assert page.field_error("guardians")
    assert page.has("Pelkään.")
    ask(family, aada, str(family.matter.case_id))
    assert len(said(family)) == 2


def test_a_wish_lacks_whom_of_what_and_why(family: Family, visit: Visit) -> None:
    page = visit(family.matter.student).get(f"{family.home}/left-out/new").form("Send my wish").submit(status=422)
    assert all(page.field_error(name) for name in ("guardians", "what", "reason"))
    assert said(family) == []


def test_taken_back_it_ends_at_once_and_only_once(family: Family, visit: Visit, clock: Clock) -> None:
    matter = family.matter
    family.shut_out(matter.guardian)
    assert shut_out(family, matter.guardian, matter.case_id)
    aada = visit(matter.student)
    button = "Take it back: Tiina Metsäpelto, Attendance and absences"
    stale = aada.get(f"{family.home}/left-out").form(button)
    clock.forward(minutes=1)
    page = aada.get(f"{family.home}/left-out").form(button).submit()
    assert page.flashes[0] == "Taken back. The guardian is left out no more."
    assert page.has("Taken back")
    assert not shut_out(family, matter.guardian, matter.case_id)
    clock.forward(minutes=1)
    assert "already" in stale.submit().flashes[0]
    assert [row.answer for row in said(family)] == [Answer.GIVEN, Answer.WITHDRAWN]


def test_what_was_found_against_her_interest_is_told_to_her_and_may_be_asked_anew(family: Family, visit: Visit) -> None:
    matter = family.matter
    will = a_will(matter.village, None, matter.student, PROHIBITION, named=matter.guardian, has_weighty_reason=True)
    an_assessment(matter.village, will, matter.mirja, is_against=True)
    aada = visit(matter.student)
    assert aada.get(f"{family.home}/left-out").has("Did not come into force")
    assert ask(family, aada).has("Not in force yet")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_only_the_minor_comes_here(family: Family, visit: Visit) -> None:
    matter = family.matter
    for path in ("left-out", "left-out/new"):
        for who in (matter.guardian, matter.saara, matter.mirja):
            visit(who).get(f"{family.home}/{path}", status=404)
        visit(matter.student).get(f"{family.home}/{path}")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_of_age_there_is_nobody_to_leave_out(family: Family, visit: Visit) -> None:
    matter = family.matter
    family.shut_out(matter.guardian)
    with matter.village.work() as work:
        work.session.get_one(Person, matter.student.person_id).of_age_on = TODAY
    aada = visit(matter.student)
    page = aada.get(f"{family.home}/left-out")
    assert page.has("You are of age. No guardian sees your matters.")
    assert "Ask to leave a guardian out" not in page.links
    assert aada.get(f"{family.home}/left-out/new").has("There is nobody to leave out")
    assert "How it is done" not in aada.get(family.home).links
