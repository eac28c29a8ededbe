"""A guardian's copy of a child's data: without what is never told a guardian, and without places under protection."""

from json import dumps, loads
from typing import Any

import pytest

from tests.builders import Village
from tests.builders_cases import a_bare_case, a_will, an_assessment
from tests.builders_journal import a_matter
from tests.builders_meetings import a_meeting, an_item
from tests.builders_requests import a_request
from tests.rooms.access_copies.conftest import GIVE, Desk
from tests.signing_in import Visit
from welfare.access_copies.kinds import KINDS
from welfare.access_copies.models import CopyPart
from welfare.access_copies.pages.opening import Opener
from welfare.requests.models import ContactRequest
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind
from welfare.rules.requests import SenderKind
from welfare.rules.safe_contact import ContactWay, HomeContact, SafeContact


def given_to_mother(desk: Desk) -> str:
    """Her request, decided on."""
    url = desk.gathered(asker="guardian", guardian=str(desk.matter.guardian.person_id))
    page = desk.look_at_all(url).form(GIVE)
    if "grounds" in page.data:
        page.fill(grounds="Turvakielto.")
    page.submit()
    return url


def copy_at(desk: Desk, url: str) -> dict[str, Any]:
    """What she is given."""
    found: dict[str, Any] = loads(desk.client.get(f"{url}/copy.json").response.data)
    return found


def prohibit(desk: Desk) -> None:
    """Aada keeps her own matters from her mother, with weighty reasons and able to judge it."""
    matter = desk.matter
    kind = ConsentKind.MINOR_PROHIBITION
    will_id = a_will(desk.village, None, matter.student, kind, named=matter.guardian, has_weighty_reason=True)
    an_assessment(desk.village, will_id, matter.saara)


def test_a_prohibition_that_did_not_come_into_force_is_in_the_pupils_copy_and_not_in_the_mothers(desk: Desk) -> None:
    matter = desk.matter
    a_will(desk.village, matter.case_id, matter.student, ConsentKind.MINOR_PROHIBITION, named=matter.guardian)
    desk.gathered(asker="guardian", guardian=str(matter.guardian.person_id))
    assert "prohibition" not in desk.kinds()
    assert "entry" in desk.kinds()
    desk.gathered()
    assert "prohibition" in desk.kinds()


def test_a_prohibition_after_the_decision_stops_the_files_and_the_handing_over(desk: Desk) -> None:
    url = given_to_mother(desk)
    desk.client.get(f"{url}/copy.json")
    prohibit(desk)
    desk.client.get(f"{url}/copy.json", status=404)
    desk.client.get(f"{url}/copy.pdf", status=404)
    page = desk.client.get(f"{url}/hand-over").form("Save").submit(by="post")
    assert page.has("Whoever asks has lost the right to these data.")
    refusal = page.follow("Refuse").form("Make the decision")
    assert refusal.submit(why="no_right", grounds="Oikeutta ei ole.").has("Refused")


def test_a_prohibition_stops_the_decision_that_tells_what_there_is(desk: Desk) -> None:
    url = desk.gathered(asker="guardian", guardian=str(desk.matter.guardian.person_id))
    page = desk.look_at_all(url, words="Isä Matti", words_limit="other_guardian")
    page.form(GIVE).submit(grounds="Kertoo toisesta.")
    assert desk.client.get(f"{url}/decision.pdf").response.data.startswith(b"%PDF")
    prohibit(desk)
    desk.client.get(f"{url}/decision.pdf", status=404)
    refusal = desk.client.get(url).follow("Refuse").form("Make the decision")
    refusal.submit(why="no_right", grounds="Oikeutta ei ole.")
    assert desk.client.get(f"{url}/decision.pdf").response.data.startswith(b"%PDF")


@pytest.mark.parametrize("is_restricted", [True, False])
def test_names_of_staff_lead_to_the_school_and_are_left_out_under_protection(
    village: Village, visit: Visit, *, is_restricted: bool
) -> None:
    officer = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    matter = a_matter(village, is_restricted=is_restricted)
    matter.note(matter.saara, "Aada jutteli aamulla.")
    an_item(village, a_meeting(village, matter.saara), matter.case_id)
    desk = Desk(village, visit(officer), officer, matter)
    copy = copy_at(desk, given_to_mother(desk))
    assert copy["whereabouts_left_out"] is is_restricted
    assert ("Saara Lehtovirta" in dumps(copy, ensure_ascii=False)) is not is_restricted
    assert "Aada jutteli aamulla." in dumps(copy, ensure_ascii=False)
    meeting = next(each for each in copy["records"] if each["kind"] == "meeting")
    begins = next(field["text"] for field in meeting["fields"] if field["name"] == "starts_at")
    assert ("9:30" in begins) is not is_restricted


def test_what_is_only_proposed_is_in_the_copy_of_whoever_is_asked_and_not_in_another_guardians(desk: Desk) -> None:
    matter = desk.matter
    proposed = a_bare_case(desk.village, matter.student, matter.saara)
    desk.gathered(asker="guardian", guardian=str(matter.guardian.person_id))
    assert proposed not in {part.row_id for part in desk.rows(CopyPart)}
    desk.gathered()
    assert proposed in {part.row_id for part in desk.rows(CopyPart)}


@pytest.mark.parametrize("by_mother", [False, True])
def test_what_a_pupil_finds_safe_is_labelled_and_never_told_a_guardian_who_has_not_said_it(
    desk: Desk, *, by_mother: bool
) -> None:
    matter, village = desk.matter, desk.village
    safe = SafeContact(ways=(ContactWay.PHONE,), phone="040 555 0101", home=HomeContact.NEVER, kept_from="Isä")
    sender = matter.guardian if by_mother else matter.student
    kind = SenderKind.GUARDIAN if by_mother else SenderKind.STUDENT
    request_id = a_request(village, matter.student, sender, kind=kind, safe_contact=safe)
    with village.work() as work:
        row = work.session.get_one(ContactRequest, request_id)
        own = {field.label: field.text for field in Opener(work).fields(KINDS["request"], row)}
        told = Opener(work, guardian_id=matter.guardian.person_id).fields(KINDS["request"], row)
    assert own["From whom it is to be kept"] == "Isä"
    assert own["May the service call or write home?"] == "No. Do not call, write or send mail to my home"
    assert own["Safe ways to be in touch 1"] == "A call or a text message to my own number"
    assert ("Isä" in {field.text for field in told}) is by_mother
    assert ("040 555 0101" in {field.text for field in told}) is by_mother
