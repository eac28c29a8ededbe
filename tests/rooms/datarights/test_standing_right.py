"""A log goes to somebody made sure of, who has the right when it is decided, printed and sent (GDPR 12, ATL 11 §)."""

from tests.builders_cases import a_will, an_assessment
from tests.rooms.datarights.conftest import UNSURE, Desk
from welfare.rules.consent import ConsentKind

LOST = "Whoever asks has lost the right to this log."


def shut_mother_out(desk: Desk) -> None:
    """The pupil keeps her own matters from her mother, with weighty reasons and able to judge it."""
    will_id = a_will(
        desk.village, None, desk.pupil, ConsentKind.MINOR_PROHIBITION, named=desk.mother, has_weighty_reason=True
    )
    an_assessment(desk.village, will_id, desk.curator)


def granted_to_mother(desk: Desk) -> str:
    """A request of hers that has been granted."""
    desk.looked()
    return desk.granted(asker="guardian", guardian=str(desk.mother.person_id))


def test_nothing_is_given_before_it_has_been_made_sure_who_asks(desk: Desk) -> None:
    url = desk.receive(**UNSURE)
    page = desk.client.get(url).form("Give the log").submit(status=422)
    assert page.errors == ["It has not been made sure yet who asks. Make it sure first."]
    desk.client.get(f"{url}/report.csv", status=404)


def test_it_is_given_once_it_has_been_kept_how_it_was_made_sure(desk: Desk) -> None:
    page = desk.client.get(desk.receive(**UNSURE)).follow("It has been made sure who asks")
    page = page.form("Save").submit(status=422)
    assert page.errors == ["Choose how it was made sure."]
    page = page.form("Save").submit(way="document")
    assert page.has("Showed an identity document")
    assert page.form("Give the log").submit().has("The report is made.")


def test_what_has_been_made_sure_is_not_changed(desk: Desk) -> None:
    url = desk.receive()
    page = desk.client.get(f"{url}/identity").form("Save").submit(way="known")
    assert page.has("The request has gone on in the meantime.")
    assert page.has("Showed an identity document")


def test_one_not_made_sure_of_is_refused_like_any_other(desk: Desk) -> None:
    page = desk.client.get(desk.receive(**UNSURE)).follow("Refuse")
    assert page.form("Make the decision").submit(why="no_right", grounds="Ei selvitystä.").has("Refused")


def test_a_guardian_whose_right_stands_is_sent_the_log(desk: Desk) -> None:
    url = granted_to_mother(desk)
    desk.client.get(f"{url}/report.csv")
    page = desk.client.get(f"{url}/send").form("Save").submit(by="post")
    assert page.has("Answered in time")


def test_a_prohibition_after_the_decision_stops_the_papers_and_the_sending(desk: Desk) -> None:
    url = granted_to_mother(desk)
    sending = desk.client.get(f"{url}/send")
    shut_mother_out(desk)
    for paper in ("report.pdf", "report.csv"):
        desk.client.get(f"{url}/{paper}", status=404)
    page = sending.form("Save").submit(by="post")
    assert page.has(LOST)
    assert page.has("Report made")
    assert not page.has("Each event (CSV)")


def test_what_was_granted_is_refused_with_a_decision_when_the_right_has_been_lost(desk: Desk) -> None:
    url = granted_to_mother(desk)
    shut_mother_out(desk)
    page = (
        desk.client.get(url).follow("Refuse").form("Make the decision").submit(why="no_right", grounds="Ei oikeutta.")
    )
    assert page.has("The decision is made.")
    assert not page.has(LOST)
    assert desk.client.get(f"{url}/decision.pdf").response.data.startswith(b"%PDF")
    assert desk.client.get(f"{url}/send").form("Save").submit(by="post").has("Answered in time")
