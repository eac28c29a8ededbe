"""Writing a plan at its page: errors at their fields, nothing lost, and two writers see each other's text."""

import pytest
from sqlalchemy import select

from tests.builders_journal import IDENTITY_CODE, Matter
from tests.builders_plans import (
    AGREED_ON,
    LEVELS,
    MEASURE,
    TITLE,
    VOICE,
    Planned,
    a_closed_goal,
    a_rating,
    consent_has_ended,
    newest_of,
)
from tests.client import Client, Page, PageForm
from welfare.cases.models import Case
from welfare.drafts.models import Draft
from welfare.rules.cases import CaseState
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Rater

AGREE = "Agree on this version"
ANSWERS: dict[str, str] = {
    "student_words": VOICE,
    "heard": "in_meeting",
    "guardian_view": "Kotona aamut ovat kiireisiä.",
    "need": "Tukea aamuihin.",
    "g1_title": TITLE,
    "g1_start": "Kaksi aamua viikossa.",
    **{f"g1_level_{number}": words for number, words in enumerate(LEVELS, 1)},
    "g1_m1_what": MEASURE,
    "g1_m1_by": "Mirja Kanervala",
    "g1_m1_followed_by": "Saara Lehtovirta",
    "g1_m1_place": "Klo 8.15 ovella",
    "g1_m1_starts_on": "23.11.2026",
    "g1_m1_until": "18.12.2026",
    "agreed_on": "23.11.2026",
    "review_on": "14.12.2026",
    "agreed_1_name": "Aada Metsäpelto",
    "agreed_1_how": "in_meeting",
}


def url_of(matter: Matter) -> str:
    return f"/cases/{matter.case_id}/plan"


def a_form(client: Client, matter: Matter) -> PageForm:
    return client.get(f"{url_of(matter)}/write").form(AGREE)


def send(client: Client, matter: Matter, status: int = 200, **changes: str) -> Page:
    return a_form(client, matter).fill(**{**ANSWERS, **changes}).submit(status=status)


def test_a_whole_plan_is_agreed_on_and_read_by_the_group(matter: Matter, saara: Client, mirja: Client) -> None:
    page = send(saara, matter)
    assert page.has("Version 1 of the plan is in force.")
    for client in (saara, mirja):
        page = client.get(url_of(matter))
        for words in (VOICE, TITLE, MEASURE, "Klo 8.15 ovella", "Aada Metsäpelto, in the meeting", *LEVELS):
            assert page.has(words)
    journal = saara.get(matter.url)
    assert journal.has("Individual welfare plan, version 1")
    assert journal.has("Carried out by: Mirja Kanervala")


def test_the_case_page_leads_to_the_plan_before_there_is_one_and_after(matter: Matter, saara: Client) -> None:
    case = f"/cases/{matter.case_id}"
    assert saara.get(case).follow("Write the plan").has("Version 1 of the plan")
    assert saara.get(url_of(matter)).has("No plan has been agreed on yet")
    send(saara, matter)
    assert saara.get(case).by_id("plan").text.count(TITLE) == 1
    assert saara.get(case).follow("Open the plan").has(VOICE)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"student_words": "", "heard": ""}, "student_words", "Write what the pupil says"),
        ({"heard": ""}, "heard", "Choose how the pupil was heard."),
        ({"guardian_view": ""}, "guardian_view", "Write the guardian’s view, or why it is missing."),
        ({"need": ""}, "need", "Write what the need for support is."),
        ({"g1_title": ""}, "g1_title", "Goal 1: write what the goal is."),
        ({"g1_level_4": ""}, "g1_level_4", "Goal 1: describe all five levels"),
        ({"g1_m1_what": ""}, "g1_m1_what", "Goal 1, measure 1: write what is done."),
        ({"g1_m1_by": ""}, "g1_m1_by", "Goal 1, measure 1: write who carries it out."),
        ({"g1_m1_followed_by": ""}, "g1_m1_followed_by", "Goal 1, measure 1: write who follows it up."),
        ({"g1_m1_until": ""}, "g1_m1_until", "Goal 1, measure 1: write by when it is done."),
        ({"g1_m1_starts_on": "19.12.2026"}, "g1_m1_until", "it would end before it begins"),
        ({"agreed_on": "24.11.2026"}, "agreed_on", "The day is still to come."),
        ({"review_on": "23.11.2026"}, "review_on", "The review comes after the day of agreement."),
        ({"review_on": ""}, "review_on", "Write the day on which the plan is reviewed."),
        ({"review_on": "31.2.2027"}, "review_on", "Write the day as day.month.year"),
        ({"agreed_1_name": "", "agreed_1_how": ""}, "agreed_1_name", "Write who has agreed to the plan."),
        ({"agreed_1_how": ""}, "agreed_1_how", "Choose how this person agreed."),
        ({"agreed_1_name": ""}, "agreed_1_name", "Write the name of the one who agreed."),
        ({"need": f"Koodi {IDENTITY_CODE}"}, "need", "There is a personal identity code in the text."),
        ({"need": "x" * 40_000}, "need", "The text is too long: at most 10000 signs, now 40000."),
        ({"g1_title": "x" * 40_000}, "g1_title", "The text is too long"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    matter: Matter, saara: Client, changes: dict[str, str], field: str, words: str
) -> None:
    page = send(saara, matter, 422, **changes)
    assert words in page.field_error(field)
    form = page.form(AGREE)
    assert {name: form.data[name] for name in ANSWERS} == {**ANSWERS, **changes}
    assert newest_of(matter) == 0
    form.fill(**ANSWERS).submit()
    assert newest_of(matter) == 1


def test_why_the_pupils_words_are_missing_is_as_good_as_the_words(matter: Matter, saara: Client) -> None:
    send(saara, matter, student_words="", heard="", student_absent="Aada ei halunnut tulla.")
    assert saara.get(url_of(matter)).has("Aada ei halunnut tulla.")


def test_a_goal_without_levels_and_without_measures_says_both(matter: Matter, saara: Client) -> None:
    empty = {name: "" for name in ANSWERS if name.startswith(("g1_level", "g1_m1"))}
    page = send(saara, matter, 422, **empty)
    assert page.errors == [
        "Goal 1: describe all five levels, or the goal cannot be rated.",
        "Goal 1: write at least one measure.",
    ]


def test_a_follower_whose_consent_ended_yesterday_is_not_agreed_on(matter: Matter, saara: Client) -> None:
    consent_has_ended(matter, matter.mirja)
    page = send(saara, matter, 422, g1_m1_by="Saara Lehtovirta", g1_m1_followed_by="mirja  kanervala")
    assert "is not in the group any more. Choose somebody else." in page.field_error("g1_m1_followed_by")
    page.form(AGREE).fill(g1_m1_followed_by="Saara Lehtovirta").submit()
    assert newest_of(matter) == 1


def test_somebody_whom_the_house_does_not_know_may_be_named(matter: Matter, saara: Client) -> None:
    send(saara, matter, g1_m1_by="Aada ja Tiina")
    assert saara.get(url_of(matter)).has("Aada ja Tiina")


def test_a_new_version_begins_with_the_one_before_and_asks_anew_who_agrees(planned: Planned, saara: Client) -> None:
    form = a_form(saara, planned.matter)
    assert (form.data["g1_title"], form.data["g1_m1_until"]) == (TITLE, "18.12.2026")
    assert (form.data["student_words"], form.data["agreed_1_name"], form.data["heard"]) == (VOICE, "", "")


def test_levels_of_a_rated_goal_are_shown_and_not_asked_for(planned: Planned, saara: Client) -> None:
    assert "g1_level_1" in a_form(saara, planned.matter).data
    a_rating(planned.matter, Rater.STUDENT, AGREED_ON, {1: Level.LESS})
    page = saara.get(f"{planned.url}/write")
    assert "g1_level_1" not in page.form(AGREE).data
    assert page.has("its levels stay as they are")
    answers = {name: value for name, value in ANSWERS.items() if not name.startswith("g1_level")}
    page.form(AGREE).fill(**answers).submit()
    assert saara.get(planned.url).has(LEVELS[4])


def test_levels_typed_while_somebody_rated_the_goal_are_not_lost_without_a_word(
    planned: Planned, saara: Client
) -> None:
    form = a_form(saara, planned.matter).fill(**{**ANSWERS, "g1_level_3": "kolme aamua"})
    a_rating(planned.matter, Rater.WORKER, AGREED_ON, {1: Level.LESS})
    page = form.submit(status=422)
    assert page.errors == [
        "Goal 1: it has been rated by the levels it had, so they stay. Close the goal and set a new one instead."
    ]
    page.form(AGREE).fill(g1_level_3=LEVELS[2]).submit()
    assert newest_of(planned.matter) == 2


def test_a_closed_goal_stays_in_the_plan_and_is_not_written_any_more(planned: Planned, saara: Client) -> None:
    a_closed_goal(planned.matter, planned.goal_id)
    page = saara.get(f"{planned.url}/write")
    assert page.has(f"Closed goals stay in the plan as they were: 1. {TITLE}")
    answers = {name.replace("g1_", "g2_"): value for name, value in ANSWERS.items()}
    page.form(AGREE).fill(**{**answers, "g2_title": "Nukun kahdeksan tuntia"}).submit()
    page = saara.get(planned.url)
    assert page.has("Nukun kahdeksan tuntia")
    assert page.has(f"{TITLE} Attained")


def test_a_draft_is_kept_for_its_writer_alone_and_given_back(matter: Matter, saara: Client, mirja: Client) -> None:
    page = a_form(saara, matter).fill(student_words="Kesken", g1_title="Keskeneräinen").press("Save the draft")
    assert page.has("The draft is kept. Only you can see it.")
    assert (page.form(AGREE).data["student_words"], page.form(AGREE).data["g1_title"]) == ("Kesken", "Keskeneräinen")
    mirja.canaries = ("Keskeneräinen",)
    mirja.get(f"{url_of(matter)}/write")
    assert newest_of(matter) == 0
    page = page.form("Throw the draft away").submit()
    assert page.has("The draft is thrown away.")
    assert a_form(saara, matter).data["student_words"].strip() == ""


def test_a_full_draft_has_room_for_more_goals_and_measures(matter: Matter, saara: Client) -> None:
    form = a_form(saara, matter)
    assert {"g2_title", "g1_m2_what"} <= form.data.keys()
    assert "g3_title" not in form.data
    filled = form.fill(**ANSWERS, g2_title="Toinen", g1_m2_what="Soitto")
    page = filled.press("Save the draft and get more rows")
    assert {"g3_title", "g1_m3_what"} <= page.form(AGREE).data.keys()


def test_typing_is_kept_by_itself_and_the_window_goes_on_from_it(matter: Matter, saara: Client) -> None:
    form = a_form(saara, matter).fill(**ANSWERS)
    answer = saara.flask.post(f"{url_of(matter)}/write/draft", data=form.data)
    assert (answer.status_code, answer.headers["X-Draft-Revision"]) == (204, "1")
    assert saara.flask.post(f"{url_of(matter)}/write/draft", data=form.data).status_code == 409
    form.data["revision"] = "1"
    form.submit()
    with matter.village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(Draft)).all() == []


def test_what_is_put_together_after_another_writer_is_ones_own_draft_at_once(
    planned: Planned, saara: Client, mirja: Client
) -> None:
    mine, theirs = a_form(saara, planned.matter), a_form(mirja, planned.matter)
    theirs.fill(**{**ANSWERS, "need": "Tukea iltoihin."}).submit()
    page = mine.fill(**{**ANSWERS, "need": "Tukea maanantaihin."}).submit(status=409)
    form = page.form(AGREE)
    assert form.node.has("data-unsaved")
    assert saara.flask.post(form.node.get("data-autosave"), data=form.data).status_code == 204
    assert a_form(saara, planned.matter).data["need"] == "Tukea maanantaihin. Tukea iltoihin."


def test_two_writers_see_each_others_text_and_neither_overwrites_the_other(
    planned: Planned, saara: Client, mirja: Client
) -> None:
    mine, theirs = a_form(saara, planned.matter), a_form(mirja, planned.matter)
    own = {"need": "Tukea maanantaihin.", "g1_m1_until": "20.12.2026", "g2_title": "Nukun kahdeksan tuntia"}
    other = {"need": "Tukea iltoihin.", "strengths": "Sitkeys.", "g2_title": "Syön lounaan tutun kanssa"}
    goal = {name.replace("g1_", "g2_"): value for name, value in ANSWERS.items() if name.startswith("g1_")}
    theirs.fill(**{**ANSWERS, **goal, **other}).submit()
    page = mine.fill(**{**ANSWERS, **goal, **own}).submit(status=409)
    assert page.has("Mirja Kanervala entered version 2 of the plan while you were writing.")
    assert page.has("Your text: Need for support")
    merged = page.form(AGREE)
    assert merged.data["need"] == "Tukea maanantaihin. Tukea iltoihin."
    assert (merged.data["strengths"], merged.data["g1_m1_until"]) == ("Sitkeys.", "20.12.2026")
    assert (merged.data["g2_title"], merged.data["g3_title"]) == (other["g2_title"], own["g2_title"])
    merged.submit()
    page = saara.get(planned.url)
    assert page.has("version 3")
    for words in ("Tukea maanantaihin. Tukea iltoihin.", "Sitkeys.", own["g2_title"], other["g2_title"]):
        assert page.has(words)


def test_a_form_that_carries_a_version_that_never_was_is_not_whole(matter: Matter, saara: Client) -> None:
    form = a_form(saara, matter).fill(**ANSWERS)
    form.data["based_on"] = "7"
    page = form.submit(status=422)
    assert page.errors == ["The form was not whole. Check your answers and send it again."]
    page.form(AGREE).submit()
    assert newest_of(matter) == 1


def test_a_closed_matter_takes_no_version_and_no_draft_but_its_plan_is_read(planned: Planned, saara: Client) -> None:
    form = a_form(saara, planned.matter).fill(**ANSWERS)
    with planned.matter.village.work() as work:
        work.session.get_one(Case, planned.matter.case_id).state = CaseState.CLOSED
    form.submit(status=404)
    assert saara.flask.post(f"{planned.url}/write/draft", data=form.data).status_code == 404
    saara.get(f"{planned.url}/write", status=404)
    page = saara.get(planned.url)
    assert page.has(VOICE)
    assert "Write a new version" not in page.links
    assert newest_of(planned.matter) == 1
