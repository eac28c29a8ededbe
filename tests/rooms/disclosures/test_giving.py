"""Giving data to an outsider: what, to whom, on what ground; a consent counts only while it stands."""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import Someone
from tests.builders_cases import a_will
from tests.builders_journal import Matter, a_disclosure_consent
from tests.client import Client, Page
from tests.rooms.journal.trail import events_of
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.journal.actions import DisclosureRefusedError, NewEntry, disclose
from welfare.journal.models import JournalEntry
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.disclosure import DisclosureGround, DisclosureLack
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission

TEACHERS = {
    "what": "Ohje: mitä tunnilla tehdään",
    "to_whom": "8B:n opettajat (6)",
    "ground": "teaching",
    "necessity": "Opettaja ei muuten tiedä, miten toimia.",
    "how": "told",
}


def given(matter: Matter) -> list[JournalEntry]:
    """The journal's lines of what was given."""
    return [row for row in matter.rows() if row.kind is EntryKind.DISCLOSURE]


def form_of(client: Client, matter: Matter) -> Page:
    return client.get(f"/cases/{matter.case_id}/disclosures/new")


def test_a_disclosure_shows_what_to_whom_and_on_what_ground(matter: Matter, saara: Client) -> None:
    form_of(saara, matter).form("Give it").fill(**TEACHERS).submit()
    page = saara.get(matter.url)
    assert page.has("Disclosure: 8B:n opettajat (6)")
    assert page.has("What Ohje: mitä tunnilla tehdään")
    assert page.has("Ground Necessary for teaching, Basic Education Act, section\u00a040(2)")
    assert page.has("Why necessary Opettaja ei muuten tiedä, miten toimia.")


def test_an_expert_is_asked_for_advice_and_the_question_is_kept(matter: Matter, saara: Client) -> None:
    answers = TEACHERS | {"ground": "consultation", "to_whom": "Psykologi Aino Laine"}
    refused = form_of(saara, matter).form("Give it").fill(**answers).submit(status=422)
    assert "Write what is asked of the expert." in refused.field_error("question")
    refused.form("Give it").fill(question="Mikä auttaa aamuihin?").submit()
    assert saara.get(matter.url).has("Question Mikä auttaa aamuihin?")


def test_giving_to_teachers_needs_the_necessity_stated(matter: Matter, saara: Client) -> None:
    page = form_of(saara, matter).form("Give it").fill(**TEACHERS | {"necessity": ""}).submit(status=422)
    assert page.field_error("necessity") == "Error: This ground allows only what is necessary. Write why it is."
    assert page.has("Ohje: mitä tunnilla tehdään")
    assert given(matter) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("what", "Choose passages above, or write what is given."),
        ("to_whom", "Write to whom it is given."),
        ("ground", "Choose the ground"),
    ],
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_nothing_may_be_left_out(matter: Matter, saara: Client, name: str, words: str) -> None:
    page = form_of(saara, matter).form("Give it").fill(**TEACHERS | {name: ""}).submit(status=422)
    assert words in page.field_error(name)


def test_a_notification_to_child_protection_needs_neither_consent_nor_necessity(matter: Matter, saara: Client) -> None:
    answers = TEACHERS | {"ground": "child_protection", "necessity": ""}
    form_of(saara, matter).form("Give it").fill(**answers).submit()
    assert saara.get(matter.url).has("Child protection notification, Child Welfare Act, section\u00a025")


def test_a_consent_names_the_recipient(matter: Matter, saara: Client) -> None:
    consent = a_disclosure_consent(matter, "Pauli Nuorisotalo")
    form = form_of(saara, matter).form("Give it")
    assert "Pauli Nuorisotalo" in form.options["consent"]
    form.choose(consent="Pauli Nuorisotalo").submit(what="Sovitut toimet", ground="consent", how="told")
    page = saara.get(matter.url)
    assert page.has("Disclosure: Pauli Nuorisotalo")
    assert page.has("Written consent, Pupil and Student Welfare Act, section\u00a022(2)(1) (consent 2026–27/L/")
    event = events_of(matter, "disclosure:record")[-1]
    assert event["codes"] == {"ground": "consent", "how": "told", "kind": "disclosure", "office": "curator"}
    assert ["consent", consent.hex] in event["subjects"]


def test_a_consent_reaches_nobody_but_the_one_it_names(matter: Matter, saara: Client) -> None:
    a_disclosure_consent(matter, "Pauli Nuorisotalo")
    form = form_of(saara, matter).form("Give it").choose(consent="Pauli Nuorisotalo")
    page = form.submit(what="Sovitut toimet", ground="consent", how="told", to_whom="Kaisa Naapuri", status=422)
    assert "The consent names Pauli Nuorisotalo." in page.field_error("to_whom")
    assert given(matter) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"answer": Answer.REFUSED},
        {"valid_to": date(2026, 11, 22)},
        {"valid_from": date(2026, 12, 1)},
        {"has_scope": False},
        {"kind": ConsentKind.OUTSIDER_PARTICIPATION},
    ],
)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_consent_that_does_not_stand_is_not_offered(
    matter: Matter, saara: Client, changes: dict[str, object]
) -> None:
    a_disclosure_consent(matter, "Pauli Nuorisotalo", **changes)
    page = form_of(saara, matter)
    assert not page.has("Pauli Nuorisotalo")
    refused = page.form("Give it").fill(**TEACHERS | {"ground": "consent"}).submit(status=422)
    assert "needs a valid written consent" in refused.field_error("ground")
    assert given(matter) == []


def test_a_consent_withdrawn_while_the_form_was_open_is_refused(matter: Matter, saara: Client) -> None:
    consent = a_disclosure_consent(matter, "Pauli Nuorisotalo")
    form = form_of(saara, matter).form("Give it").choose(consent="Pauli Nuorisotalo")
    with matter.village.ledger.transaction() as transaction:
        outsider = transaction.session.get_one(ExpressionOfWill, consent).outsider_id
    a_disclosure_consent(
        matter, "Pauli Nuorisotalo", answer=Answer.WITHDRAWN, outsider_id=outsider, given_on=date(2026, 11, 23)
    )
    page = form.submit(what="Sovitut toimet", ground="consent", how="told", status=422)
    assert page.errors
    assert given(matter) == []


def test_a_consent_of_another_matter_opens_nothing(matter: Matter, saara: Client) -> None:
    foreign = a_will(matter.village, None, matter.student, ConsentKind.DISCLOSURE, named=matter.mirja)
    page = form_of(saara, matter).form("Give it")
    assert "consent" not in page.options
    assert refused_lacks(matter, foreign) == (DisclosureLack.CONSENT,)
    assert refused_lacks(matter, a_disclosure_consent(matter, "Pauli Nuorisotalo")) is None


def refused_lacks(matter: Matter, consent: UUID) -> tuple[DisclosureLack, ...] | None:
    """What is told to an action that names a consent, whatever the form has offered."""
    document = {"what": "x", "to_whom": "Pauli", "ground": DisclosureGround.CONSENT.value, "consent": consent.hex}
    new = NewEntry(kind=EntryKind.DISCLOSURE, occurred_on=date(2026, 11, 23), office=Role.CURATOR, document=document)
    try:
        with matter.work(matter.saara, Permission.DISCLOSURE_RECORD) as (work, case):
            disclose(work, case, new)
    except DisclosureRefusedError as error:
        return error.lacks
    return None


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_grounds_of_other_schools_are_not_offered(matter: Matter, saara: Client) -> None:
    words = " ".join(form_of(saara, matter).form("Give it").options["ground"])
    assert "Necessary for teaching" in words
    assert "upper secondary" not in words
    assert "vocational" not in words


def test_a_member_decides_on_what_is_each_ones_own_duty_and_the_lead_on_the_rest(
    matter: Matter, mirja: Client, saara: Client
) -> None:
    own = "\n".join(form_of(mirja, matter).form("Give it").options["ground"])
    assert "Assessing a threat to life or health" in own
    assert "Necessary for teaching" not in own
    assert "Necessary for teaching" in "\n".join(form_of(saara, matter).form("Give it").options["ground"])
    form_of(mirja, matter).form("Give it").fill(
        **TEACHERS | {"ground": "threat_to_life", "to_whom": "Poliisi"}
    ).submit()
    assert saara.get(matter.url).has("Disclosure: Poliisi")


def test_a_disclosure_that_rests_on_a_consent_is_corrected_and_goes_on_resting_on_it(
    matter: Matter, saara: Client
) -> None:
    a_disclosure_consent(matter, "Pauli Nuorisotalo")
    form = form_of(saara, matter).form("Give it").choose(consent="Pauli Nuorisotalo")
    page = (
        form.submit(what="Sovitut toimet", ground="consent", how="told")
        .follow("The journal’s entry of it")
        .follow("Correct this entry")
    )
    page = page.form("Save the correction").submit(what="Sovitut kolme toimea", reason="Luku puuttui.")
    assert page.has("(consent 2026–27/L/")
    again = page.follow("Correct this entry").form("Save the correction")
    assert "Consent to transfer" not in " ".join(again.options["ground"])
    refused = again.submit(ground="teaching", reason="Väärä peruste.", status=422)
    assert "only what is necessary" in refused.field_error("necessity")


def test_a_closed_matter_gives_nothing(matter: Matter, saara: Client) -> None:
    address = f"/cases/{matter.case_id}/disclosures/new"
    saara.get(address)
    with matter.village.work() as work:
        work.session.get_one(Case, matter.case_id).state = CaseState.CLOSED
    saara.get(address, status=404)


def test_nobody_from_outside_the_group_gives_anything(
    matter: Matter, saara: Client, erja: Someone, visit: Visit
) -> None:
    answers = form_of(saara, matter).form("Give it").fill(**TEACHERS).data
    stranger = visit(erja)
    token = stranger.get("/account").tree.first("input", when=lambda node: node.get("name") == "csrf_token")
    assert token is not None
    answers["csrf_token"] = token.get("value")
    stranger.post(f"/cases/{matter.case_id}/disclosures/new", answers, status=404)
    assert given(matter) == []


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_pages_speak_finnish_and_swedish(matter: Matter, saara: Client) -> None:
    page = form_of(saara, matter).form("Give it").fill(**TEACHERS).submit()
    for language in ("fi", "sv"):
        saara.flask.set_cookie("language", language)
        for address in (page.url, f"/cases/{matter.case_id}/disclosures/new", "/received"):
            assert saara.get(address).language == language


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_page_of_the_matter_tells_what_has_been_given(matter: Matter, saara: Client) -> None:
    form_of(saara, matter).form("Give it").fill(**TEACHERS).submit()
    page = saara.get(f"/cases/{matter.case_id}")
    assert "8B:n opettajat (6)" in page.by_id("disclosures").text
    assert "Told" in page.by_id("disclosures").text
    assert page.follow("Disclose").heading == "Disclose"
