"""Calling a group together: by its responsible person, about matters that may be met about, when people are free."""

from datetime import UTC, date, datetime
from typing import TypeVar

import pytest
from sqlalchemy import Select, select

from tests.builders import Someone, Village
from tests.builders_cases import a_bare_case, a_case, a_will
from tests.client import Client, Page
from tests.rooms.meetings.conftest import Sitting
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState, Part
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.meetings import MeetingState

Row = TypeVar("Row")
TIME = {"on": "3.12.2026", "clock": "9.15", "minutes": "30"}


def the_form(client: Client, **typed: object) -> Page:
    return client.get("/meetings/new").form("Plan the meeting").fill(**TIME, **typed).submit()


def meetings(ledger: Ledger) -> list[Meeting]:
    return _read(ledger, select(Meeting).order_by(Meeting.starts_at))


def attendees(ledger: Ledger) -> list[Attendee]:
    return _read(ledger, select(Attendee))


def _read(ledger: Ledger, statement: Select[Row]) -> list[Row]:
    with ledger.transaction() as transaction:
        rows = list(transaction.session.scalars(statement))
        transaction.session.expunge_all()
        return rows


@pytest.fixture
def saara(village: Village) -> Someone:
    return village.staff(Role.CURATOR, "Saara Lehtovirta")


@pytest.fixture
def aada(village: Village) -> Someone:
    return village.student("Aada Metsäpelto", village.a_class())


def test_the_responsible_person_plans_a_meeting_in_finnish_time(
    village: Village, visit: Visit, ledger: Ledger, saara: Someone, aada: Someone
) -> None:
    case_id = a_case(village, aada, saara)
    page = the_form(visit(saara), cases=[str(case_id)], place="Tila Honka")
    assert page.has("The meeting is planned. Invite next.")
    assert page.has("Tila Honka")
    assert page.has("Aada Metsäpelto")
    assert [m.starts_at for m in meetings(ledger)] == [datetime(2026, 12, 3, 7, 15, tzinfo=UTC)]


def test_everybody_whom_the_consents_admit_is_listed_and_nobody_is_invited_yet(
    village: Village, visit: Visit, ledger: Ledger, saara: Someone, aada: Someone
) -> None:
    mother = village.guardian("Tiina Metsäpelto", aada)
    nurse = village.staff(Role.NURSE, "Mirja Kanervala")
    case_id = a_case(village, aada, saara, nurse)
    the_form(visit(saara), cases=[str(case_id)])
    found = attendees(ledger)
    assert {(row.part, row.person_id) for row in found} == {
        (Part.STUDENT, aada.person_id),
        (Part.GUARDIAN, mother.person_id),
        (Part.EXPERT, saara.person_id),
        (Part.EXPERT, nurse.person_id),
    }
    assert all(row.invited_at is None for row in found)


def test_a_member_who_does_not_lead_can_choose_no_matter(
    village: Village, visit: Visit, saara: Someone, aada: Someone
) -> None:
    nurse = village.staff(Role.NURSE, "Mirja Kanervala")
    a_case(village, aada, saara, nurse)
    assert visit(nurse).get("/meetings/new").has("No matter to meet about")


def test_another_leads_matter_cannot_be_slipped_in(
    village: Village, visit: Visit, ledger: Ledger, saara: Someone, aada: Someone
) -> None:
    psychologist = village.staff(Role.PSYCHOLOGIST, "Pasi Psykologi")
    own, foreign = a_case(village, aada, saara), a_case(village, aada, psychologist)
    form = visit(saara).get("/meetings/new").form("Plan the meeting")
    refused = form.fill(**TIME).submit(cases=[str(own), str(foreign)], status=422)
    assert "Choose among the answers offered." in refused.field_error("cases")
    assert meetings(ledger) == []


@pytest.mark.parametrize("state", [CaseState.CLOSED, CaseState.PROPOSED])
def test_only_a_living_matter_is_offered(
    village: Village, visit: Visit, saara: Someone, aada: Someone, state: CaseState
) -> None:
    a_case(village, aada, saara, state=state)
    assert visit(saara).get("/meetings/new").has("No matter to meet about")


def test_without_the_consent_to_handle_the_matter_no_meeting_is_planned(
    village: Village, visit: Visit, saara: Someone, aada: Someone
) -> None:
    case_id = a_bare_case(village, aada, saara, state=CaseState.OPEN)
    a_will(village, case_id, aada, ConsentKind.GROUP_MEMBER, named=saara)
    assert visit(saara).get("/meetings/new").has("No matter to meet about")
    a_will(village, case_id, aada, ConsentKind.GROUP_HANDLING)
    assert visit(saara).get("/meetings/new").has("Aada Metsäpelto")
    a_will(village, case_id, aada, ConsentKind.GROUP_HANDLING, Answer.WITHDRAWN, given_on=date(2026, 11, 23))
    assert visit(saara).get("/meetings/new").has("No matter to meet about")


def test_somebody_busy_is_named_and_nothing_else_of_the_other_meeting_is_told(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    busy = Meeting.starts_at
    with ledger.transaction() as transaction:
        starts_at = transaction.session.scalars(select(busy)).one()
    day = f"{starts_at.day}.{starts_at.month}.{starts_at.year}"
    psychologist = village.staff(Role.PSYCHOLOGIST, "Pasi Psykologi")
    vilma = village.student("Vilma Koskela", village.a_class("7A"))
    case_id = a_case(village, vilma, psychologist, sitting.mirja)
    typed = TIME | {"on": day, "clock": "9.45"}
    form = visit(psychologist).get("/meetings/new").form("Plan the meeting").fill(**typed, cases=[str(case_id)])
    assert form.node.all("input", when=lambda node: node.get("name") == "anyway") == []
    refused = form.submit(status=422)
    assert "Busy at this time: Mirja Kanervala." in refused.field_error("clock")
    for secret in ("Aada", "Elias", "Honka"):
        assert not refused.has(secret)
    planned = refused.form("Plan the meeting").fill(anyway="y").submit()
    assert planned.has("The meeting is planned.")


def test_a_series_meets_every_second_week_and_is_planned_at_once(
    village: Village, visit: Visit, ledger: Ledger, saara: Someone, aada: Someone
) -> None:
    case_id = a_case(village, aada, saara)
    page = the_form(visit(saara), cases=[str(case_id)], repeat="second_week", until="31.12.2026")
    assert page.has("3 meetings are planned.")
    found = meetings(ledger)
    assert [m.starts_at.date() for m in found] == [date(2026, 12, 3), date(2026, 12, 17), date(2026, 12, 31)]
    assert len({m.series_id for m in found}) == 1
    assert len({m.calendar_uid for m in found}) == 3


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"on": "1.11.2026"}, "on", "The day has passed."),
        ({"link": "http://example.org"}, "link", "begins with https://"),
        ({"minutes": "0"}, "minutes", "from 5 to 180"),
        ({"repeat": "weekly"}, "until", "Write the last day of the series."),
        ({"repeat": "weekly", "until": "1.12.2028"}, "until", "The series is too long."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    village: Village,
    visit: Visit,
    ledger: Ledger,
    saara: Someone,
    aada: Someone,
    typed: dict[str, str],
    field: str,
    words: str,
) -> None:
    case_id = a_case(village, aada, saara)
    form = visit(saara).get("/meetings/new").form("Plan the meeting")
    refused = form.fill(**(TIME | {"place": "Tila Honka"} | typed), cases=[str(case_id)]).submit(status=422)
    assert words in refused.field_error(field)
    assert refused.by_id("place").get("value") == "Tila Honka"
    assert meetings(ledger) == []


def test_moving_counts_as_a_change_for_calendars_only_when_the_time_changes(
    visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    client = visit(sitting.saara)
    page = client.get(f"/meetings/{sitting.meeting}/move").form("Save").fill(place="Tila Kuusi").submit()
    assert page.has("Tila Kuusi")
    assert [m.calendar_sequence for m in meetings(ledger)] == [0]
    client.get(f"/meetings/{sitting.meeting}/move").form("Save").fill(on="4.12.2026", clock="12").submit()
    (moved,) = meetings(ledger)
    assert moved.calendar_sequence == 1
    assert moved.starts_at == datetime(2026, 12, 4, 10, 0, tzinfo=UTC)
    assert (moved.ends_at - moved.starts_at).seconds == 3600


def test_two_who_move_at_once_see_each_other(visit: Visit, sitting: Sitting) -> None:
    client = visit(sitting.saara)
    late = client.get(f"/meetings/{sitting.meeting}/move").form("Save")
    client.get(f"/meetings/{sitting.meeting}/move").form("Save").fill(clock="8").submit()
    refused = late.fill(clock="14").submit(status=422)
    assert refused.has("Somebody else has changed the meeting meanwhile.")
    assert refused.form("Save").submit().has("The time and place are saved.")


def test_moving_to_a_time_when_somebody_is_busy_is_asked_once_more(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    vilma = village.student("Vilma Koskela", village.a_class("7A"))
    psychologist = village.staff(Role.PSYCHOLOGIST, "Pasi Psykologi")
    the_form(visit(psychologist), cases=[str(a_case(village, vilma, psychologist, sitting.mirja))])
    form = visit(sitting.saara).get(f"/meetings/{sitting.meeting}/move").form("Save")
    assert form.node.all("input", when=lambda node: node.get("name") == "anyway") == []
    refused = form.fill(on=TIME["on"], clock="9.30").submit(status=422)
    assert "Busy at this time: Mirja Kanervala." in refused.field_error("clock")
    assert not refused.has("Vilma")
    refused.form("Save").fill(anyway="y").submit()
    assert {m.starts_at for m in meetings(ledger)} >= {datetime(2026, 12, 3, 7, 30, tzinfo=UTC)}


def test_one_may_change_the_place_at_a_time_that_has_been_taken_since(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    with village.work() as work:
        work.session.get_one(Meeting, sitting.meeting).starts_at = datetime(2026, 12, 3, 7, 15, tzinfo=UTC)
        work.session.get_one(Meeting, sitting.meeting).ends_at = datetime(2026, 12, 3, 8, 15, tzinfo=UTC)
    psychologist = village.staff(Role.PSYCHOLOGIST, "Pasi Psykologi")
    vilma = village.student("Vilma Koskela", village.a_class("7A"))
    typed = {**TIME, "cases": [str(a_case(village, vilma, psychologist, sitting.mirja))]}
    asked = visit(psychologist).get("/meetings/new").form("Plan the meeting").fill(**typed).submit(status=422)
    asked.form("Plan the meeting").fill(anyway="y").submit()
    page = visit(sitting.saara).get(f"/meetings/{sitting.meeting}/move").form("Save").fill(place="Tila Kuusi").submit()
    assert page.has("Tila Kuusi")
    assert len(meetings(ledger)) == 2


def test_only_the_convenor_moves_or_calls_off(visit: Visit, ledger: Ledger, sitting: Sitting) -> None:
    for who in (sitting.mirja, sitting.aada, sitting.tiina):
        for deed in ("move", "call-off"):
            visit(who).get(f"/meetings/{sitting.meeting}/{deed}", status=404)
    page = visit(sitting.saara).get(f"/meetings/{sitting.meeting}/call-off")
    assert page.form("Call the meeting off").submit(status=422).field_error("sure")
    assert page.form("Call the meeting off").fill(sure="y").submit().has("The meeting is called off.")
    assert [m.state for m in meetings(ledger)] == [MeetingState.CANCELLED]
    visit(sitting.saara).get(f"/meetings/{sitting.meeting}/move", status=404)


def test_the_page_of_a_matter_lists_its_meetings_and_calls_the_group_together(
    visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    page = visit(sitting.saara).get(f"/cases/{sitting.aadas_case}")
    assert page.has("Planned")
    assert page.follow("Call the group together").has("Aada Metsäpelto")
    other = visit(sitting.mirja).get(f"/cases/{sitting.aadas_case}")
    assert not other.has("Call the group together")
    with ledger.transaction() as transaction:
        assert len(transaction.session.scalars(select(MeetingItem)).all()) == 2
