"""Who reads and writes: members by a consent that stands, now; for all others there is nothing."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import a_will, an_exclusion
from tests.builders_journal import Matter, a_matter
from tests.client import Client
from tests.furnishing import furnishes
from tests.rooms.journal.trail import events_of
from welfare.cases.models import CaseMember
from welfare.rules.actors import Role
from welfare.rules.consent import Answer, ConsentKind

READING = ("", "/print", "/{entry}", "/{entry}/print")
WRITING = ("/new", "/new/note", "/new/meeting", "/new/own-words", "/new/opening", "/{entry}/correction")
TODAY = date(2026, 11, 23)


@furnishes
def kept(matter: Matter) -> Matter:
    matter.note(matter.saara, "Salaista.")
    return matter


def places(matter: Matter, which: tuple[str, ...]) -> list[str]:
    (entry, *_) = matter.rows()
    return [matter.url + place.format(entry=entry.id) for place in which]


def assert_nothing_is_there(client: Client, matter: Matter) -> None:
    missing = client.flask.get(f"/cases/{uuid4()}/journal").data
    for place in places(matter, READING + WRITING):
        assert client.get(place, status=404).response.data == missing


@pytest.mark.parametrize(
    "role", [Role.CURATOR, Role.PSYCHOLOGIST, Role.NURSE, Role.PRINCIPAL, Role.TEACHER, Role.ADMINISTRATOR]
)
def test_nobody_reads_by_role_alone(
    kept: Matter, role: Role, sign_in: Callable[[Someone], Client], saara: Client
) -> None:
    assert_nothing_is_there(sign_in(kept.village.staff(role, "Joku Muu")), kept)
    assert saara.get(kept.url).has("Salaista.")
    assert {event["outcome"] for event in events_of(kept, "journal:read")} == {"done", "refused"}


def test_the_pupil_and_the_guardian_have_pages_of_their_own(kept: Matter, sign_in: Callable[[Someone], Client]) -> None:
    for who in (kept.student, kept.guardian):
        assert_nothing_is_there(sign_in(who), kept)


def test_a_colleague_at_another_school_sees_nothing(
    kept: Matter, sign_in: Callable[[Someone], Client], village: Village
) -> None:
    elsewhere = village.staff(Role.CURATOR, "Toinen Kuraattori", school_id=village.another_school())
    assert_nothing_is_there(sign_in(elsewhere), kept)


def test_withdrawing_the_members_consent_ends_reading_and_writing_at_once(kept: Matter, mirja: Client) -> None:
    open_form = mirja.get(f"{kept.url}/new/note").form("Save the entry")
    a_will(
        kept.village,
        kept.case_id,
        kept.student,
        ConsentKind.GROUP_MEMBER,
        Answer.WITHDRAWN,
        named=kept.mirja,
        given_on=TODAY,
    )
    assert_nothing_is_there(mirja, kept)
    open_form.submit(information="Myöhässä.", status=404)
    assert len(kept.rows()) == 1


def test_withdrawing_the_consent_to_the_handling_ends_it_for_all(kept: Matter, mirja: Client, saara: Client) -> None:
    a_will(kept.village, kept.case_id, kept.student, ConsentKind.GROUP_HANDLING, Answer.WITHDRAWN, given_on=TODAY)
    for client in (mirja, saara):
        assert_nothing_is_there(client, kept)


def test_a_member_who_has_left_or_is_shut_out_sees_nothing(kept: Matter, mirja: Client, saara: Client) -> None:
    with kept.village.work() as work:
        for place in work.session.query(CaseMember).filter_by(person_id=kept.mirja.person_id):
            place.ended_at = work.now
    assert_nothing_is_there(mirja, kept)
    an_exclusion(kept.village, kept.case_id, kept.student, kept.saara)
    assert_nothing_is_there(saara, kept)


def test_an_entry_is_found_only_in_its_own_matter(kept: Matter, saara: Client) -> None:
    other = a_matter(kept.village, leader=kept.saara)
    (entry,) = kept.rows()
    saara.get(f"{other.url}/{entry.id}", status=404)
    saara.get(f"{other.url}/{entry.id}/correction", status=404)
    saara.get(f"{kept.url}/{uuid4()}", status=404)
    assert saara.get(f"{kept.url}/{entry.id}").has("Salaista.")


@pytest.mark.parametrize("place", ["search", "new/note", "new/note/draft", "new/note/discard"])
def test_nothing_can_be_posted_by_an_outsider(
    kept: Matter, place: str, saara: Client, sign_in: Callable[[Someone], Client]
) -> None:
    stranger = sign_in(kept.village.staff(Role.CURATOR, "Joku Muu"))
    answers = saara.get(f"{kept.url}/new/note").form("Save the entry").fill(information="Vieras.").data
    stranger_token = stranger.get("/").tree.first("input", when=lambda node: node.get("name") == "csrf_token")
    assert stranger_token is not None
    answers["csrf_token"] = stranger_token.get("value")
    stranger.post(f"{kept.url}/{place}", answers, status=404)
    assert len(kept.rows()) == 1
