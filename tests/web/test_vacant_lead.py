"""The whole cast against a lead that nobody holds any more: what the access matrix cannot show while Saara leads."""

from uuid import UUID

from flask import Flask

from tests.builders import Village
from tests.builders_cases import a_bare_case, leaves_employment
from tests.web.cast import Cast, a_cast
from welfare.access.needs import Reading
from welfare.audit.ledger import Ledger
from welfare.cases.queries import load_case
from welfare.rules.permissions import Permission, decide


def who_may_take_the_lead(ledger: Ledger, cast: Cast, case_id: UUID) -> set[str]:
    now = ledger.clock()
    with ledger.transaction() as transaction:
        session = transaction.session
        return {
            name
            for name, actor in cast.actors(session, now).items()
            if (loaded := load_case(Reading(session, actor, now, {}), case_id))
            and decide(actor, Permission.CASE_TAKE_LEAD, loaded.facts).is_granted
        }


def test_an_open_matter_is_led_on_by_its_members_alone(app: Flask, village: Village, ledger: Ledger) -> None:
    del app
    cast = a_cast(village)
    assert who_may_take_the_lead(ledger, cast, cast.things["case_id"]) == set()
    leaves_employment(village, cast.people["saara_curator"], ledger.clock().date())
    # OHL 14 § 4: the group names one from among itself; a consent that has ended, or a conflict, is no membership.
    assert who_may_take_the_lead(ledger, cast, cast.things["case_id"]) == {"oona_own_teacher", "mirja_nurse"}


def test_an_empty_proposal_is_taken_over_by_those_who_might_have_proposed_it(
    app: Flask, village: Village, ledger: Ledger
) -> None:
    del app
    cast = a_cast(village)
    case_id = a_bare_case(village, cast.people["aada_herself"], cast.people["saara_curator"])
    assert who_may_take_the_lead(ledger, cast, case_id) == set()
    leaves_employment(village, cast.people["saara_curator"], ledger.clock().date())
    # HL 27-28 §: Eeva is the pupil's relative in this matter as well.
    assert who_may_take_the_lead(ledger, cast, case_id) == {
        "curator_colleague",
        "psychologist",
        "mirja_nurse",
        "pirkko_withdrawn",
    }
