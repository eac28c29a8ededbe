"""A representative shows a mandate before anything is told, and a guardian's opens no more to another."""

from tests.builders_cases import a_will, an_assessment
from tests.rooms.datarights.conftest import Desk
from tests.signing_in import Visit
from welfare.rules.consent import ConsentKind

LAWYER = {"asker": "representative", "asker_name": "Asianajaja Aino Aho"}


def test_a_representative_is_told_nothing_before_a_mandate_is_shown(desk: Desk) -> None:
    url = desk.receive(**LAWYER)
    page = desk.client.get(url)
    assert page.has("Not shown yet")
    assert page.form("Give the log").submit(status=422).has("has no right to this log today")
    form = page.follow("A mandate has been shown").form("Save")
    assert form.submit(mandate="guardian", status=422).has("Choose the guardian who has given the mandate.")
    page = form.submit(mandate="person")
    assert page.has("A mandate of the person whom it is about")
    assert not page.has("A mandate has been shown")
    assert page.form("Give the log").submit().has("The report is made.")


def test_a_guardian_s_representative_is_told_no_more_than_the_guardian(desk: Desk, visit: Visit) -> None:
    said = {**LAWYER, "mandate": "guardian", "guardian": str(desk.mother.person_id)}
    url = desk.receive(**said)
    page = desk.client.get(url)
    assert page.has("A mandate of a guardian: Tiina Metsäpelto")
    assert page.has("Asianajaja Aino Aho")
    assert not page.has("has no right to this log today")
    kind = ConsentKind.MINOR_PROHIBITION
    will = a_will(desk.village, None, desk.pupil, kind, named=desk.mother, has_weighty_reason=True)
    an_assessment(desk.village, will, desk.curator)
    assert desk.client.get(url).has("has no right to this log today")
    assert not visit(desk.mother).get(f"/own/{desk.pupil.person_id}/read/odd").has("Your request has been received")
