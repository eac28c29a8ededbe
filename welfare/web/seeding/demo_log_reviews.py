"""The log review of the demonstration: one opening explained, one that waits, and one that became a breach."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from welfare.breaches.actions import OpenBreach
from welfare.emergencies.actions import Review, review_emergency
from welfare.log_reviews.actions import Explain, explain_finding, find_breach
from welfare.log_reviews.keeping import look_through
from welfare.log_reviews.models import Finding
from welfare.log_reviews.queries import load_finding
from welfare.log_reviews.visits import visits_behind
from welfare.rules.breaches import BreachKind, Risk
from welfare.rules.emergencies import EmergencyFinding
from welfare.rules.log_review import Explanation, FindingState, Scale
from welfare.rules.permissions import Permission
from welfare.web.seeding.demo_emergencies import DOCTOR, OFFICER, OUT_OF_REACH, SENIOR, open_for
from welfare.web.seeding.demo_matters import Matter
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

EXPLAINED = Explain(
    explanation=Explanation.OWN_TASK,
    words="Johtava kuraattori kertoi poliisin kyselystä. Hätäavaus on arvioitu erikseen, ja se oli tarpeen.",
)
NOT_NEEDED = Review(
    finding=EmergencyFinding.NOT_JUSTIFIED,
    words="Vastaanottoa ei ollut sunnuntai-iltana, eikä oppilas ollut lääkärin asiakas. Käsitellään loukkauksena.",
)
BREACH = OpenBreach(
    kind=BreachKind.SEEN,
    risk=Risk.HIGH,
    what="Lääkäri avasi oppilaan asian sunnuntai-iltana kotoaan. Hän kertoi halunneensa tietää, miten asia etenee.",
    effects="Oppilaan luottamus opiskeluhuoltoon voi kärsiä. Tietoa ei ole annettu eteenpäin.",
    measures="Lääkäriä on kuultu, ja esihenkilö on ohjannut häntä. Käyttöoikeudet on tarkistettu.",
)


def watched(troupe: Troupe, matter: Matter) -> Thread:
    """The doctor opens one matter too many; the officer hears everybody."""
    yield _sunday_before(troupe.at(-3, "9.00"))
    emergency = open_for(troupe, DOCTOR, matter, OUT_OF_REACH)
    yield troupe.at(-3, "9.15")
    _look(troupe)
    officer = troupe.players[OFFICER].id
    with troupe.stage.scene(officer, Permission.LOG_REVIEW_HANDLE, _finding(troupe, SENIOR, matter)) as (work, row):
        explain_finding(work, row, EXPLAINED)
    yield troupe.at(-2, "10.20")
    with troupe.stage.scene(officer, Permission.EMERGENCY_REVIEW, emergency) as (work, row):
        review_emergency(work, row, NOT_NEEDED)
    yield troupe.at(0, "8.10")
    _look(troupe)
    with troupe.stage.scene(officer, Permission.LOG_REVIEW_HANDLE, _finding(troupe, DOCTOR, matter)) as (work, row):
        find_breach(work, row, BREACH, {visit.key for visit in visits_behind(work.session, row) if visit.is_of(row)})


def _look(troupe: Troupe) -> None:
    has_more = True
    while has_more:
        with troupe.stage.behind_the_scenes() as work:
            has_more = look_through(work, Scale())


def _finding(troupe: Troupe, who: str, matter: Matter) -> Asked:
    player, pupil = troupe.players[who], troupe.pupils[matter.pupil]
    wanted = (
        Finding.account_id == player.id,
        Finding.student_id == pupil.id,
        Finding.state == FindingState.OPEN,
    )
    with troupe.stage.ledger.transaction() as transaction:
        found: UUID = transaction.session.scalars(select(Finding.id).where(*wanted)).one()
    return Asked("finding", load_finding, found)


def _sunday_before(moment: datetime) -> datetime:
    sunday = moment - timedelta(days=moment.weekday() + 1)
    return sunday.replace(hour=22, minute=40)
