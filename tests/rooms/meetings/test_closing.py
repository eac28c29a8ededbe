"""Closing a matter that has meetings: unfinished minutes are named and asked about, coming meetings fall away."""

from sqlalchemy import select

from tests.builders import Village
from tests.builders_cases import a_will
from tests.builders_meetings import an_amendment
from tests.builders_minutes import are_whole, is_running
from tests.client import Page, PageForm
from tests.furnishing import furnishes
from tests.mail.office import give_address
from tests.rooms.meetings.conftest import Final, Sitting
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.cases.models import Case, CaseStep
from welfare.mail.queries import deliveries_about
from welfare.meetings.models import Meeting, MeetingItem, MinuteSection
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.meetings import ItemState, MeetingState
from welfare.rules.orders import MailKind

EVALUATION = {"reached": "The mornings work.", "judges": ["group"]}
REASON = "The family took the consent back before the minutes were ready."


def closing(visit: Visit, sitting: Sitting) -> Page:
    return visit(sitting.saara).get(f"/cases/{sitting.aadas_case}/steps/close")


def the_form(page: Page) -> PageForm:
    return page.form("Close the matter").fill(**EVALUATION)


def state_of(ledger: Ledger, sitting: Sitting) -> CaseState:
    with ledger.transaction() as transaction:
        return transaction.session.get_one(Case, sitting.aadas_case).state


@furnishes
def handled(village: Village, sitting: Sitting) -> Sitting:
    """Aada's item has been handled, and its minutes are written but not final; Elias's waits."""
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara, sitting.mirja)
    are_whole(village, sitting.aadas, sitting.saara)
    with village.work() as work:
        work.session.get_one(MeetingItem, sitting.aadas).state = ItemState.HANDLED
    return sitting


def test_closing_names_the_meeting_whose_minutes_are_not_final_and_leads_to_them(
    visit: Visit, handled: Sitting
) -> None:
    page = closing(visit, handled)
    assert page.has("Unfinished minutes")
    assert page.has("Meeting of an expert group 23 Nov 2026 at 9:30")
    assert page.has("Pupil and Student Welfare Act, section 20(3)")
    assert not page.has("Elias")
    minutes = page.follow("Finish the minutes: 23 Nov 2026 at 9:30")
    assert minutes.url == f"/meetings/{handled.meeting}/items/{handled.aadas}/minutes"


def test_without_a_tick_and_a_reason_the_matter_stays_open(visit: Visit, ledger: Ledger, handled: Sitting) -> None:
    refused = the_form(closing(visit, handled)).submit(status=422)
    assert "Finish the minutes first" in refused.field_error("leave_unfinished")
    assert "Write why the minutes are left unfinished." in refused.field_error("reason")
    assert refused.form("Close the matter").data.get("reached") == EVALUATION["reached"]
    assert state_of(ledger, handled) is CaseState.OPEN


def test_with_both_it_closes_and_the_reason_is_kept_sealed_with_the_step(
    village: Village, visit: Visit, ledger: Ledger, handled: Sitting
) -> None:
    the_form(closing(visit, handled)).submit(reason=REASON, leave_unfinished="yes")
    assert state_of(ledger, handled) is CaseState.CLOSED
    with village.work() as work:
        step = work.session.scalars(select(CaseStep).where(CaseStep.became == CaseState.CLOSED.value)).one()
        assert work.decrypt(step, CaseStep.reason) == REASON
        assert work.session.scalars(select(MinuteSection).where(MinuteSection.item_id == handled.aadas)).all()


def test_when_the_minutes_are_final_closing_asks_nothing_more(visit: Visit, ledger: Ledger, final: Final) -> None:
    page = closing(visit, final.sitting)
    assert not page.has("Unfinished minutes")
    the_form(page).submit()
    assert state_of(ledger, final.sitting) is CaseState.CLOSED


def test_a_proposal_without_an_answer_is_unfinished_too(village: Village, visit: Visit, final: Final) -> None:
    an_amendment(village, final.sitting.aadas, final.sitting.mirja)
    page = closing(visit, final.sitting)
    assert page.has("A proposed amendment waits for an answer")
    assert the_form(page).submit(status=422).field_error("leave_unfinished")
    links = [url for words, url in page.links.items() if words.startswith("Answer")]
    assert links == [final.record]


def test_where_the_consent_is_gone_the_lead_closes_with_a_reason_and_is_led_nowhere(
    village: Village, visit: Visit, ledger: Ledger, handled: Sitting
) -> None:
    a_will(village, handled.aadas_case, handled.aada, ConsentKind.GROUP_HANDLING, Answer.WITHDRAWN)
    page = closing(visit, handled)
    assert page.has("The minutes are not final")
    assert not any("Finish the minutes" in words for words in page.links)
    the_form(page).submit(reason=REASON, leave_unfinished="yes")
    assert state_of(ledger, handled) is CaseState.CLOSED


def test_minutes_left_unfinished_since_the_page_was_opened_are_not_overlooked(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    late = the_form(closing(visit, sitting))
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara)
    refused = late.submit(status=422)
    assert refused.has("Unfinished minutes")
    assert state_of(ledger, sitting) is CaseState.OPEN


def test_from_a_coming_meeting_the_closed_matter_falls_away_and_the_other_stays(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    for who in (sitting.tiina, sitting.jari):
        give_address(village, who, f"{who.name.split()[0].lower()}@example.org")
    page = closing(visit, sitting)
    assert page.has("Meetings that fall away")
    assert page.has("30 Nov 2026 at 9:30")
    the_form(page).submit()
    with ledger.transaction() as transaction:
        items = transaction.session.scalars(select(MeetingItem.id)).all()
        state = transaction.session.get_one(Meeting, sitting.meeting).state
        mails = {each.person_id: each.kind for each in deliveries_about(transaction.session, sitting.meeting)}
    assert (items, state) == ([sitting.eliass], MeetingState.PLANNED)
    assert mails[sitting.tiina.person_id] is MailKind.MEETING_CANCELLED
    assert mails[sitting.jari.person_id] is MailKind.MEETING_CHANGED
    visit(sitting.petri).get(f"/meetings/{sitting.meeting}", status=404)


def test_a_meeting_about_nothing_else_is_called_off(visit: Visit, ledger: Ledger, sitting: Sitting) -> None:
    visit(sitting.saara).get(f"/meetings/{sitting.meeting}/agenda/{sitting.eliass}/remove").form(
        "Take off the agenda"
    ).submit()
    the_form(closing(visit, sitting)).submit()
    with ledger.transaction() as transaction:
        assert transaction.session.get_one(Meeting, sitting.meeting).state is MeetingState.CANCELLED
        assert transaction.session.scalars(select(MeetingItem.id)).all() == [sitting.aadas]


def test_closed_while_it_is_handled_the_matter_is_put_aside_and_nobody_stays(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara, sitting.mirja)
    the_form(closing(visit, sitting)).submit(reason=REASON, leave_unfinished="yes")
    with ledger.transaction() as transaction:
        assert transaction.session.get_one(MeetingItem, sitting.aadas).state is ItemState.HANDLED
        assert transaction.session.get_one(Meeting, sitting.meeting).state is MeetingState.RUNNING
