"""Deciding on the own page who may take part: a no as easy as a yes, and it holds at once (OHL 14 § 4, 19 §)."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.builders import Someone
from tests.builders_cases import a_will
from tests.client import Client, Page
from tests.rooms.portal.conftest import Family
from tests.signing_in import Visit
from welfare.cases.models import Case, OutsideParticipant
from welfare.consents.models import ExpressionOfWill
from welfare.people.models import Person
from welfare.rules.ability import Ability
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way

TODAY = date(2026, 11, 23)


def question(who: Someone) -> str:
    return f"group_member_{who.person_id.hex}"


def page_of(family: Family, client: Client) -> Page:
    return client.get(f"{family.home}/matters/{family.matter.case_id}/who")


def newest(family: Family) -> ExpressionOfWill:
    with family.matter.village.ledger.transaction() as transaction:
        given = select(ExpressionOfWill).where(ExpressionOfWill.given_on == TODAY)
        row = transaction.session.scalars(given.order_by(ExpressionOfWill.number.desc())).first()
        assert row is not None
        transaction.session.expunge_all()
        return row


def test_a_yes_taken_back_ends_the_access_at_once_and_can_be_given_anew(family: Family, visit: Visit) -> None:
    matter = family.matter
    aada, mirja = visit(matter.student), visit(matter.mirja)
    mirja.get(f"/cases/{matter.case_id}")
    page = aada.get(family.home).follow("Who may take part? You decide.")
    assert page.has("May this person be in the group: Mirja Kanervala?")
    assert page.has("You said yes on 3 Nov 2026. It holds until 3 May 2027.")
    page = page.form("Save my answers").fill(**{question(matter.mirja): "no"}).submit()
    assert page.flashes[0] == "Your answers are saved and hold from now on."
    mirja.get(f"/cases/{matter.case_id}", status=404)
    assert not page.by_id("help-1").text.count("Mirja")
    row = newest(family)
    assert (row.answer, row.way, row.capacity) == (Answer.WITHDRAWN, Way.SIGNED_ESERVICE, GiverCapacity.SELF)
    page_of(family, aada).form("Save my answers").fill(**{question(matter.mirja): "yes"}, excluded="Muutto.").submit()
    row = newest(family)
    assert (row.answer, row.information_version, row.language) == (Answer.GIVEN, "1", "en")
    assert row.valid_to == date(2027, 5, 23)


def test_no_group_may_work_on_it_after_a_no(family: Family, visit: Visit) -> None:
    matter = family.matter
    saara = visit(matter.saara)
    saara.get(matter.url)
    page_of(family, visit(matter.student)).form("Save my answers").fill(group_handling_all="no").submit()
    saara.get(matter.url, status=404)


def test_what_is_answered_as_before_is_not_written_down_again(family: Family, visit: Visit) -> None:
    aada = visit(family.matter.student)
    form = page_of(family, aada).form("Save my answers").fill(**{question(family.matter.mirja): "no"})
    form.submit()
    row = newest(family)
    assert page_of(family, aada).form("Save my answers").submit().flashes[0] == "Nothing was changed."
    assert newest(family).id == row.id


def test_what_is_to_be_left_out_is_never_lost(family: Family, visit: Visit) -> None:
    aada, keep = visit(family.matter.student), "Save my answers"
    page_of(family, aada).form(keep).fill(excluded="Muutto.").submit()
    row = newest(family)
    assert (row.kind, row.answer) == (ConsentKind.GROUP_HANDLING, Answer.GIVEN)
    with family.matter.village.work() as work:
        assert work.decrypt_document(row, ExpressionOfWill.document)["excluded"] == "Muutto."
    noes = {question(who): "no" for who in (family.matter.saara, family.matter.mirja)} | {"group_handling_all": "no"}
    page = page_of(family, aada).form(keep).fill(**noes, excluded="Kotiasiat.").submit(status=422)
    assert page.errors == ["Only a yes can leave something out. Say yes above, or leave this empty."]
    assert page.has("Kotiasiat.")
    assert newest(family).id == row.id


def test_an_answer_that_was_not_offered_is_refused_and_nothing_is_kept(family: Family, visit: Visit) -> None:
    form = page_of(family, visit(family.matter.student)).form("Save my answers")
    form.data[question(family.matter.mirja)] = "perhaps"
    assert form.submit(status=422).errors
    visit(family.matter.mirja).get(f"/cases/{family.matter.case_id}")


def test_a_guardian_answers_only_in_the_place_of_one_who_cannot_judge_it(family: Family, visit: Visit) -> None:
    matter = family.matter
    url = f"{family.home}/matters/{matter.case_id}/who"
    visit(matter.guardian).get(url, status=404)
    assert "Who may take part?" not in visit(matter.guardian).get(family.home).links
    a_will(
        matter.village,
        matter.case_id,
        matter.student,
        ConsentKind.GROUP_HANDLING,
        giver=matter.guardian,
        ability=Ability.UNABLE,
        ability_on=date(2026, 11, 20),
        given_on=date(2026, 11, 20),
    )
    visit(matter.student).get(url, status=404)
    tiina = visit(matter.guardian)
    tiina.get(url).form("Save my answers").fill(**{question(matter.mirja): "yes"}).submit()
    row = newest(family)
    assert (row.answer, row.capacity, row.ability) == (Answer.GIVEN, GiverCapacity.GUARDIAN, Ability.UNABLE)
    visit(matter.mirja).get(f"/cases/{matter.case_id}")
    family.shut_out(matter.guardian)
    tiina.get(url, status=404)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("state", "status"), [(CaseState.PROPOSED, 200), (CaseState.CLOSED, 404)])
def test_who_decides_is_asked_before_the_opening_and_not_after_the_closing(
    family: Family, visit: Visit, state: CaseState, status: int
) -> None:
    with family.matter.village.work() as work:
        work.session.get_one(Case, family.matter.case_id).state = state
    aada = visit(family.matter.student)
    aada.get(f"{family.home}/matters/{family.matter.case_id}/who", status=status)


def test_under_non_disclosure_a_guardian_decides_by_tasks_and_is_led_to_no_door(family: Family, visit: Visit) -> None:
    matter, url = family.matter, f"{family.home}/matters/{family.matter.case_id}/who"
    guest = {"outsider_name": "Olavi Vieras", "outsider_role": "Ohjaaja", "outsider_organisation": "Niemen nuorisotalo"}
    kinds = ConsentKind.GROUP_HANDLING, ConsentKind.OUTSIDER_PARTICIPATION
    told: dict[str, Any] = {"giver": matter.guardian, "ability": Ability.UNABLE, "ability_on": TODAY, "given_on": TODAY}
    wills = [a_will(matter.village, matter.case_id, matter.student, kind, **told) for kind in kinds]
    with matter.village.work() as work:
        will = work.session.get_one(ExpressionOfWill, wills[1])
        work.encrypt_document(will, ExpressionOfWill.document, guest)
        row = OutsideParticipant(id=uuid4(), case_id=matter.case_id, student_id=matter.student.person_id)
        row.controller_id, row.outsider_id, row.since = matter.village.provider_id, will.outsider_id or will.id, TODAY
        row.added_by = matter.saara.account_id
        words = {name.removeprefix("outsider_"): said for name, said in guest.items()}
        work.encrypt_document(row, OutsideParticipant.document, words)
        work.session.add(row)
    leading = ("Mirja Kanervala", "Olavi Vieras", "Niemen nuorisotalo")
    tiina = visit(matter.guardian)
    shown = tiina.get(url).main + tiina.get(family.home).main
    assert all(words in shown for words in leading)
    with matter.village.work() as work:
        work.session.get_one(Person, matter.student.person_id).is_restricted = True
    page, home = tiina.get(url), tiina.get(family.home)
    assert page.has("May this person be in the group: School nurse?")
    assert page.has("May this person come to the meetings: Ohjaaja?")
    assert home.has("Ohjaaja")
    assert not any(words in page.main + home.main for words in leading)


def test_a_page_left_open_takes_back_no_newer_answer_unseen(family: Family, visit: Visit) -> None:
    matter, keep = family.matter, "Save my answers"
    aada = visit(matter.student)
    stale, again = page_of(family, aada).form(keep), page_of(family, aada).form(keep)
    again.fill(**{question(matter.mirja): "no"}).submit()
    row = newest(family)
    page = stale.submit(status=409, excluded="Muutto.")
    assert "since you opened the page" in page.errors[0]
    assert page.has("Muutto.")
    assert page.has("You said no on 23 Nov 2026.")
    assert newest(family).id == row.id
    page.form(keep).submit()
    assert newest(family).answer is Answer.GIVEN


def test_of_two_who_take_the_same_yes_back_one_is_told_of_the_other(family: Family, visit: Visit) -> None:
    matter, keep = family.matter, "Save my answers"
    aada = visit(matter.student)
    first, second = (page_of(family, aada).form(keep).fill(**{question(matter.mirja): "no"}) for _ in range(2))
    first.submit()
    row = newest(family)
    assert second.submit(status=409).has("You said no on 23 Nov 2026.")
    assert newest(family).id == row.id
