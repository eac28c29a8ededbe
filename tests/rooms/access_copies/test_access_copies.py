"""A copy from its request to its end: gathered, looked at, decided, handed over (GDPR 15)."""

from json import loads

from tests.rooms.access_copies.conftest import GIVE, LOOK, SECRET, Desk
from welfare.access_copies.models import AccessCopy, CopyPart
from welfare.access_copies.pages.information import USES
from welfare.datarights.queries import REGISTERS_OF
from welfare.journal.models import JournalEntry
from welfare.people.models import Person
from welfare.rules.access_copies import CopyOutcome, CopyState


def test_everything_the_register_holds_is_listed_and_no_word_of_it_is_opened(desk: Desk) -> None:
    url = desk.gathered()
    kinds = desk.kinds()
    for kind in ("case", "entry", "member", "own_words", "person", "will"):
        assert kind in kinds
    assert kinds.count("own_words") == 1
    page = desk.client.get(url)
    assert page.has(f"Looked at: 0 of {len(kinds)}")
    assert not page.has("nukkuu")


def test_nothing_is_given_before_each_record_has_been_looked_at(desk: Desk) -> None:
    url = desk.gathered()
    early = desk.client.post(f"{url}/give", desk.client.get(url).form("Gather again").data, status=422)
    assert early.has("Some records have not been looked at yet.")
    page = desk.look_at_all(url)
    assert page.has("Every record has been looked at.")
    given = page.form(GIVE).submit()
    assert given.has("Given as a whole")
    assert desk.row.outcome is CopyOutcome.WHOLE


def test_words_of_a_third_person_are_left_out_of_the_copy_and_stay_in_the_record(desk: Desk) -> None:
    url = desk.gathered()
    page = desk.look_at_all(url, words="Isä Matti", words_limit="third_person")
    assert page.form(GIVE).submit(status=422).has("Something is left out: write the grounds.")
    assert page.form(GIVE).submit(grounds="Kertoo toisesta.").has("Given in part")
    copy = loads(desk.client.get(f"{url}/copy.json").response.data)
    texts = [field["text"] for record in copy["records"] for field in record["fields"]]
    assert "[…] soitti. Aada nukkuu huonosti." in texts
    assert not any("Matti" in text for text in texts)
    assert desk.client.get(f"{url}/copy.pdf").response.data.startswith(b"%PDF")
    assert desk.client.get(f"{url}/decision.pdf").response.data.startswith(b"%PDF")
    with desk.village.work() as work:
        entry = work.session.get_one(JournalEntry, desk.matter.rows()[-1].id)
        assert work.decrypt_document(entry, JournalEntry.document)["information"] == SECRET


def test_a_copy_says_why_the_data_is_used_and_where_it_comes_from_and_goes(desk: Desk) -> None:
    url = desk.gathered()
    desk.look_at_all(url).form(GIVE).submit()
    told = dict(loads(desk.client.get(f"{url}/copy.json").response.data)["information"])
    assert told["By which law"].startswith("Pupil and Student Welfare Act")
    assert "records plan" in told["How long it is kept"]
    assert "the consent names" in told["Who gets it"]
    assert told["Decisions by machine"] == "None are made."


def test_each_register_of_which_a_copy_is_given_has_its_use_told() -> None:
    assert {register for registers in REGISTERS_OF.values() for register in registers} == set(USES)


def test_a_sentence_and_a_whole_record_are_left_out_and_shown_so_again(desk: Desk) -> None:
    url = desk.gathered()
    entry = next(part for part in desk.rows(CopyPart) if part.kind == "entry")
    form = desk.client.get(f"{url}/parts/{entry.id}").form(LOOK)
    [name] = [name for name, options in form.options.items() if name.startswith("r1_") and options][-1:]
    form.fill(**{name: "rights_of_others"}).submit()
    assert desk.client.get(f"{url}/parts/{entry.id}").form(LOOK).data[name] == "rights_of_others"
    desk.client.get(f"{url}/parts/{entry.id}").form(LOOK).submit(withheld="danger_to_health")
    assert desk.client.get(url).has("Left out: Health or care")


def test_a_record_that_comes_meanwhile_makes_the_list_older_and_what_was_looked_at_stays(desk: Desk) -> None:
    url = desk.gathered()
    desk.look_at_all(url)
    desk.matter.note(desk.matter.saara, "Uusi kirjaus.")
    page = desk.client.get(url)
    assert page.has("Records have come or changed since they were gathered.")
    assert not page.has(GIVE)
    again = page.form("Gather again").submit()
    assert again.has("1 new, 0 changed, 0 gone")
    parts = len(desk.rows(CopyPart))
    assert again.has(f"Looked at: {parts - 1} of {parts}")


def test_a_name_that_was_left_out_stays_left_out_when_it_has_changed_since(desk: Desk) -> None:
    url = desk.gathered()
    page = desk.look_at_all(url, words="Lehtovirta", words_limit="third_person")
    with desk.village.work() as work:
        saara = work.session.get_one(Person, desk.matter.saara.person_id)
        name = {"given_name": "Saara", "family_name": "Lehtovirta-Kivikangas"}
        work.encrypt_document(saara, Person.identity, name)
    assert page.form(GIVE).submit(grounds="Kertoo toisesta.").has("Given in part")
    copy = desk.client.get(f"{url}/copy.json").response.get_data(as_text=True)
    assert "Kivikangas" not in copy
    assert SECRET in copy
    assert "[…]" in copy


def test_the_second_of_two_reviewers_sees_what_the_first_left_out(desk: Desk) -> None:
    url = desk.gathered()
    entry = next(part for part in desk.rows(CopyPart) if part.kind == "entry")
    mine = desk.client.get(f"{url}/parts/{entry.id}").form(LOOK)
    desk.client.get(f"{url}/parts/{entry.id}").form(LOOK).submit(words="Matti", words_limit="third_person")
    page = mine.submit(words="Aada", words_limit="third_person", status=409)
    assert page.has("Somebody else has looked at this record while you did.")
    assert page.has("Matti")
    assert page.form(LOOK).data["words"] == "Aada"
    page.form(LOOK).submit()
    assert desk.client.get(f"{url}/parts/{entry.id}").form(LOOK).data["words"] == "Aada"


def test_what_is_closed_is_destroyed_here_and_its_decision_is_kept(desk: Desk) -> None:
    url = desk.gathered()
    desk.look_at_all(url, words="Matti", words_limit="third_person").form(GIVE).submit(grounds="Toisen tieto.")
    desk.client.get(f"{url}/hand-over").form("Save").submit(by="handed_over")
    desk.client.get(url).form("Close, and destroy the copy here").submit()
    assert desk.row.state is CopyState.CLOSED
    assert desk.row.copy is None
    desk.client.get(f"{url}/copy.pdf", status=404)
    assert desk.client.get(f"{url}/decision.pdf").response.data.startswith(b"%PDF")


def test_one_who_never_existed_is_refused_like_one_without_a_right(desk: Desk) -> None:
    stranger = desk.receive("unknown", name="Olematon Henkilö")
    known = desk.receive(asker="guardian", guardian="", asker_name="Joku Muu")
    for url in (stranger, known):
        page = desk.client.get(url)
        assert page.has("Whoever asks has no right to these data today. Refuse the request.")
        assert "Gather the records" not in [button for form in page.forms for button in form.buttons]
        refusal = desk.client.get(f"{url}/refuse").form("Make the decision")
        assert refusal.submit(why="no_right", grounds="Oikeutta ei ole.").has("Refused")
        assert desk.client.get(f"{url}/decision.pdf").response.data.startswith(b"%PDF")


def test_no_record_is_opened_before_it_is_sure_who_asks(desk: Desk) -> None:
    url = desk.receive(identity_way="not_sure")
    assert desk.client.get(url).has("No record is opened before that.")
    desk.client.get(f"{url}/identity").form("Save").submit(way="document")
    assert desk.client.get(url).form("Gather the records").submit().has("The records are gathered")


def test_the_time_is_made_longer_once_with_reasons_and_within_the_first_month(desk: Desk) -> None:
    url = desk.receive()
    form = desk.client.get(f"{url}/extend").form("Save the new last day")
    assert form.submit(until="21.2.2027", reasons="Laaja.", status=422).has("at most three months")
    desk.client.get(f"{url}/extend").form("Save the new last day").submit(until="20.2.2027", reasons="Laaja aineisto.")
    page = desk.client.get(url)
    assert page.has("Laaja aineisto.")
    assert page.has("20 Feb 2027")
    assert not page.has("The answer takes longer")
    assert desk.client.get(f"{url}/longer.pdf").response.data.startswith(b"%PDF")


def test_the_person_s_log_tells_of_the_review(desk: Desk) -> None:
    url = desk.gathered()
    desk.look_at_all(url)
    with desk.village.ledger.transaction() as transaction:
        row = transaction.session.get_one(AccessCopy, desk.row.id)
        assert row.gathered_at is not None
    log = desk.client.get(f"/rights/logs/new/{desk.matter.student.person_id}").form("Receive the request")
    page = log.submit(asker="oneself", identity_way="document", received_on="20.11.2026", language="en")
    assert page.has("Reviewing the records for a copy that was asked for")
