"""Two windows of one writer: both drafts are seen, put together, and neither is lost unseen."""

from tests.builders_journal import Matter
from tests.client import Client
from tests.rooms.plans.test_writing import AGREE, a_form, url_of


def test_the_second_window_sees_both_drafts_and_what_each_alone_has_changed(matter: Matter, saara: Client) -> None:
    first, second = a_form(saara, matter), a_form(saara, matter)
    first.fill(need="Tukea maanantaihin.", strengths="Piirtäminen.").press("Save the draft")
    page = second.fill(need="Tukea aamuihin.", rhythm="Joka viikko").press("Save the draft", status=409)
    assert page.has("You have saved this draft in another window")
    merged = page.form("Save the merged text")
    assert merged.data["need"] == "Tukea aamuihin. Tukea maanantaihin."
    assert (merged.data["strengths"], merged.data["rhythm"]) == ("Piirtäminen.", "Joka viikko")
    form = merged.press("Save the merged text").form(AGREE)
    assert form.data["need"] == "Tukea aamuihin. Tukea maanantaihin."


def test_short_answers_of_two_windows_stand_both_in_the_form_and_names_and_days_are_asked_about(
    matter: Matter, saara: Client
) -> None:
    first, second = a_form(saara, matter), a_form(saara, matter)
    first.fill(rhythm="Joka viikko", duration="Jouluun", review_on="20.12.2026").press("Save the draft")
    page = second.fill(rhythm="Joka kuukausi", duration="Jouluun asti", review_on="21.12.2026").press(
        "Save the draft", status=409
    )
    merged = page.form("Save the merged text").data
    assert (merged["rhythm"], merged["duration"]) == ("Joka kuukausi / Joka viikko", "Jouluun asti")
    assert merged["review_on"] == "21.12.2026"
    assert page.text.count("Only one can be right, and yours is in the form below.") == 1


def test_two_drafts_wait_both_for_a_writer_who_does_not_choose_at_once(matter: Matter, saara: Client) -> None:
    first, second = a_form(saara, matter), a_form(saara, matter)
    first.fill(need="Tukea maanantaihin.", g1_title="Ensimmäinen").press("Save the draft")
    page = second.fill(need="Tukea aamuihin.", g1_title="Toinen").press("Save the draft", status=409)
    form = page.form("Save the merged text")
    assert saara.flask.post(form.node.get("data-autosave"), data=form.data).status_code == 204
    page = saara.get(f"{url_of(matter)}/write")
    assert page.has("You have saved this draft in another window")
    merged = page.form("Save the merged text")
    titles = [value for name, value in merged.data.items() if name.endswith("_title") and value]
    assert (merged.data["need"], titles) == ("Tukea aamuihin. Tukea maanantaihin.", ["Ensimmäinen", "Toinen"])
    merged.press("Keep the stored text")
    stored = a_form(saara, matter).data
    assert (stored["need"], stored["g1_title"]) == ("Tukea maanantaihin.", "Ensimmäinen")
