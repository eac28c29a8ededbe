"""The log review of the demonstration: one opening explained, one that waits, one that became a breach; a list lost."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.actions import Learnt, OpenBreach, open_by_hand
from welfare.breaches.models import Breach
from welfare.breaches.naming import name_concerned
from welfare.breaches.queries import load_breach, load_concerned
from welfare.cases.models import Case
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
LOST = OpenBreach(
    kind=BreachKind.LOST,
    risk=Risk.RISK,
    what="Opettaja jätti luokan seurantalistan linja-autoon. Listassa on kuusi nimeä ja poissaolotunnit.",
    effects="Joku on voinut nähdä nimet ja poissaolot. Terveyttä koskevia tietoja listassa ei ollut.",
    measures="Liikennöitsijältä on kysytty, ja lista palautettiin aamulla. Listoja ei enää tulosteta.",
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
    lost = troupe.at(-1, "16.10")
    with troupe.stage.scene(officer, Permission.BREACH_OPEN) as (work, _nothing):
        file = open_by_hand(
            work, Learnt(controller_id=_controller_of(work, matter), noticed_at=lost, since=None, about_so_many=6), LOST
        )
        named = [
            Asked("breach", load_breach, file.id),
            Asked("student", load_concerned, troupe.pupils[matter.pupil].id),
        ]
    with troupe.stage.scene(officer, Permission.BREACH_HANDLE, *named) as (work, student):
        name_concerned(work, work.session.get_one(Breach, file.id), student)


def _controller_of(work: UnitOfWork, matter: Matter) -> UUID:
    return work.session.get_one(Case, matter.case_id).controller_id


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
