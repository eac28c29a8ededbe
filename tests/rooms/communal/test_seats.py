"""Staff sit in a group by name, pupils and guardians as seats alone; whoever sits there today may write for it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_groups import a_group, a_seat
from tests.builders_journal import IDENTITY_CODE
from tests.client import Page
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.access.needs import Reading
from welfare.accounts.actors import actor_behind
from welfare.accounts.models import Account
from welfare.audit.models import AuditEvent
from welfare.communal.actions import NewSeat, NotOfTheStaffError, name_to_seat
from welfare.communal.loaders import load_unit
from welfare.communal.models import GroupSeat, WelfareGroup
from welfare.organisations.models import Organisation
from welfare.people.models import Assignment
from welfare.rules.actors import CommunityTie, Role
from welfare.rules.welfare_groups import Duty, SeatHolder

CHAIR: dict[str, Any] = {"duty": "chair"}


@furnishes
def principal(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Riitta Reksi")


@furnishes
def group_id(village: Village, principal: Someone) -> UUID:
    return a_group(village, principal)


def url(village: Village, group_id: UUID, rest: str = "") -> str:
    return f"/communal/{village.school_id}/groups/{group_id}{rest}"


def seat(page: Page, who: str, status: int = 200, **answers: Any) -> Page:  # noqa: ANN401 - what the client takes
    form = page.follow("Name somebody of the staff").form()
    chosen = next(value for words, value in form.options["who"].items() if who in words)
    return form.submit(status=status, who=chosen, **answers)


def test_staff_are_named_with_their_post_and_duty_and_the_checklist_follows(
    village: Village, visit: Visit, principal: Someone, group_id: UUID
) -> None:
    for role, who in ((Role.NURSE, "Mirja Kanervala"), (Role.TEACHER, "Oona Rautasalo")):
        village.staff(role, who)
    client = visit(principal)
    page = client.get(url(village, group_id))
    assert page.has("Teaching staff Missing · Pupil and Student Welfare Act, section 14(3)")
    page = seat(page, "Oona Rautasalo")
    assert page.has("Oona Rautasalo Member, Teacher")
    assert page.has("Teaching staff Is there")
    page = seat(page, "Riitta Reksi", **CHAIR)
    assert page.has("Riitta Reksi Chair, Principal")
    assert page.has("School or student health care Missing")
    assert seat(page, "Mirja Kanervala").has("School or student health care Is there")


def test_pupils_and_guardians_have_seats_without_names(
    village: Village, visit: Visit, principal: Someone, group_id: UUID
) -> None:
    client = visit(principal)
    form = client.get(url(village, group_id, "/seats/others")).form()
    page = form.submit(holder="pupils", how_chosen="Oppilaskunnan hallitus valitsee", places="2")
    assert page.has("Representatives of pupils (2) Oppilaskunnan hallitus valitsee")
    form = client.get(url(village, group_id, "/seats/others")).form()
    assert form.submit(holder="guardians", how_chosen="Vanhempainyhdistys").has("Representatives of guardians (1)")
    form = client.get(url(village, group_id, "/seats/others")).form()
    assert form.submit(holder="partner", partner="Rannan seurakunta").has("Rannan seurakunta (1)")
    assert client.get(f"/communal/{village.school_id}").has("named, with pupils and guardians")


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"holder": ""}, "holder"),
        ({"holder": "staff"}, "holder"),
        ({"holder": "pupils", "how_chosen": ""}, "how_chosen"),
        ({"holder": "guardians", "how_chosen": f"{IDENTITY_CODE} valittiin"}, "how_chosen"),
        ({"holder": "partner", "partner": ""}, "partner"),
        ({"holder": "pupils", "places": "0"}, "places"),
        ({"holder": "pupils", "places": "31"}, "places"),
        ({"holder": "pupils", "begins_on": "1.8.2026"}, "begins_on"),
        ({"holder": "pupils", "ends_on": "1.8.2026"}, "ends_on"),
    ],
)
def test_bad_answers_about_seats_are_refused_at_their_field(
    village: Village, visit: Visit, principal: Someone, group_id: UUID, answers: dict[str, Any], field: str
) -> None:
    form = visit(principal).get(url(village, group_id, "/seats/others")).form()
    page = form.submit(status=422, **({"how_chosen": "Oppilaskunta"} | answers))
    assert page.field_error(field)


def test_one_leads_at_a_time_and_nobody_sits_twice(
    village: Village, visit: Visit, principal: Someone, group_id: UUID
) -> None:
    village.staff(Role.CURATOR, "Saara Lehtovirta")
    client = visit(principal)
    page = seat(client.get(url(village, group_id)), "Riitta Reksi", **CHAIR)
    refused = seat(page, "Saara Lehtovirta", 422, **CHAIR)
    assert "End that seat first" in refused.field_error("begins_on")
    twice = seat(page, "Riitta Reksi", 422)
    assert "has a seat in the group" in twice.field_error("begins_on")
    form = page.follow("End the seat: Riitta Reksi").form()
    assert form.submit(status=422, last_day="1.8.2026").field_error("last_day")
    page = form.submit(last_day="31.12.2026")
    assert page.has("It stays in the history of the group.")
    assert seat(page, "Saara Lehtovirta", **CHAIR, begins_on="1.1.2027").has("Saara Lehtovirta")


def test_only_staff_of_the_unit_are_offered_and_taken(
    village: Village, visit: Visit, principal: Someone, group_id: UUID
) -> None:
    elsewhere = village.staff(Role.TEACHER, "Kaarlo Kaukana", school_id=village.another_school("Kaislan koulu"))
    pupil = village.student("Aada Metsäpelto", village.a_class())
    form = visit(principal).get(url(village, group_id, "/seats/staff")).form()
    words = list(form.options["who"])
    assert "Riitta Reksi, Principal" in words
    assert not any("Kaarlo" in each or "Aada" in each for each in words)
    assert form.submit(status=422, who=f"{elsewhere.person_id}.teacher").field_error("who")
    for person in (elsewhere, pupil):
        new = NewSeat(
            holder=SeatHolder.STAFF, person_id=person.person_id, role=Role.TEACHER, begins_on=date(2026, 9, 1)
        )
        with village.work() as work:
            unit = work.session.get_one(Organisation, village.school_id)
            group = work.session.get_one(WelfareGroup, group_id)
            with pytest.raises(NotOfTheStaffError):
                name_to_seat(work, unit, group, new)


def test_a_seat_of_today_lets_one_write_and_lead_and_one_of_yesterday_does_not(
    village: Village, group_id: UUID
) -> None:
    now, before, later = (village.staff(Role.TEACHER, name) for name in ("Oona Nyt", "Eero Ennen", "Pia Pian"))
    a_seat(village, group_id, now, duty=Duty.CHAIR)
    a_seat(village, group_id, before, ends_on=date(2026, 11, 22))
    a_seat(village, group_id, later, begins_on=date(2026, 11, 24))
    ties = [tie_of(village, who) for who in (now, before, later)]
    assert [(tie.is_in_its_group, tie.chairs_its_group) for tie in ties] == [
        (True, True),
        (False, False),
        (False, False),
    ]
    assert all(tie.works_there for tie in ties)


def tie_of(village: Village, who: Someone) -> CommunityTie:
    """How somebody stands to the school today."""
    now = village.ledger.clock()
    with village.ledger.transaction() as transaction:
        session = transaction.session
        actor = actor_behind(session, session.get_one(Account, who.account_id), now.date())
        found = load_unit(Reading(session, actor, now, {}), village.school_id)
    assert found is not None
    assert found.facts.community is not None
    return found.facts.community


def test_one_who_works_here_no_more_keeps_no_voice_in_the_composition(
    village: Village, visit: Visit, principal: Someone, group_id: UUID
) -> None:
    nurse = village.staff(Role.NURSE, "Mirja Kanervala")
    a_seat(village, group_id, nurse, role=Role.NURSE)
    client = visit(principal)
    assert client.get(url(village, group_id)).has("School or student health care Is there")
    with village.work() as work:
        post = work.session.scalars(select(Assignment).where(Assignment.person_id == nurse.person_id)).one()
        post.ends_on = date(2026, 11, 22)
    page = client.get(url(village, group_id))
    assert page.has("Does not work here any more")
    assert page.has("School or student health care Missing")


def test_a_seat_of_pupils_names_nobody_and_leaves_an_event_of_ids_and_codes(
    village: Village, visit: Visit, principal: Someone, group_id: UUID
) -> None:
    form = visit(principal).get(url(village, group_id, "/seats/others")).form()
    form.submit(holder="pupils", how_chosen="Oppilaskunta")
    with village.ledger.transaction() as transaction:
        row = transaction.session.scalars(select(GroupSeat)).one()
        assert (row.person_id, row.holder, row.duty) == (None, SeatHolder.PUPILS, Duty.MEMBER)
        bodies = [bytes(body).decode() for body in transaction.session.scalars(select(AuditEvent.body))]
    told = [body for body in bodies if "seated" in body]
    assert len(told) == 1
    assert str(group_id) in told[0] or group_id.hex in told[0]
    assert not any("Oppilaskunta" in body for body in bodies)
