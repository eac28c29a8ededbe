"""On the own page: asking, one request at a time, and fetching with the second factor for a time."""

from datetime import timedelta
from json import loads

from tests.builders import Someone
from tests.builders_accounts import a_citizen
from tests.clock import Clock
from tests.rooms.access_copies.conftest import GIVE, Desk
from tests.signing_in import Visit


def test_a_pupil_asks_waits_and_fetches_with_the_second_factor_until_the_last_day(
    desk: Desk, visit: Visit, clock: Clock
) -> None:
    aino = desk.village.student("Aino Koski", desk.village.a_class("7A"))
    signer = a_citizen(desk.village, aino, "aino.koski", has_second_factor=True)
    aino = Someone(aino.person_id, signer.account_id, aino.name)
    pupil, own = visit(aino), f"/own/{aino.person_id}/copies"
    earlier = pupil.get(own)
    assert pupil.get(own).form("Ask for the copy").submit(words="Kaikki.").has("Received. You are answered by")
    assert earlier.form("Ask for the copy").submit().has("You have asked already.")
    url = f"/rights/copies/{desk.row.id}"
    desk.client.get(url).form("Gather the records").submit()
    desk.look_at_all(url).form(GIVE).submit()
    assert not pupil.get(own).has("Fetch the copy")
    desk.client.get(f"{url}/hand-over").form("Save").submit(by="own_page")
    home = f"/own/{aino.person_id}"
    form = pupil.get(home).follow("Fetch the copy").follow("Fetch the copy").form("Fetch the copy")
    assert form.submit(kind="json", code="000000", status=422).has("The code is not right")
    copy = loads(form.submit(kind="json", code=signer.code(clock.now)).response.data)
    assert copy["about"] == "Aino Koski"
    assert not pupil.get(home).has("Answers to what you asked")
    clock.now += timedelta(days=31)
    again = visit(aino)
    assert not again.get(own).has("Fetch the copy")
    again.get(f"{own}/{desk.row.id}", status=404)
