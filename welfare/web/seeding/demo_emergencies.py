"""Emergency openings of the demonstration: one that has been reviewed, and one that waits for it."""

from welfare.cases.models import Case
from welfare.emergencies.actions import OpenMatter, Review, end_emergency, open_matter, review_emergency
from welfare.emergencies.queries import load_emergency, load_endangered
from welfare.rules.emergencies import EmergencyFinding, EmergencyReason, EmergencySection
from welfare.rules.permissions import Permission
from welfare.web.seeding.demo_matters import Matter
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

OFFICER, SENIOR, DOCTOR = "torsti", "linnea", "aulis"
MISSING = OpenMatter(
    reason=EmergencyReason.MISSING_PUPIL,
    words="Oppilas ei tullut kouluun eikä kotiin. Poliisi kysyi, onko tiedossa paikkaa, jonne hän olisi voinut mennä.",
    sections=(EmergencySection.MATTER, EmergencySection.PLAN),
)
OUT_OF_REACH = OpenMatter(
    reason=EmergencyReason.LEAD_OUT_OF_REACH,
    words="Oppilas tuli itkien vastaanotolle. Vastuuhenkilöä ja ryhmää ei tavoitettu, ja huoltaja odotti puhelimessa.",
    sections=(EmergencySection.MATTER,),
)
FOUND = Review(
    finding=EmergencyFinding.JUSTIFIED,
    words="Avattiin vain suunnitelma ja ryhmän jäsenet, ja tieto annettiin poliisille tunnin sisällä. Oppilas löytyi.",
)


def opened(troupe: Troupe, first: Matter, second: Matter) -> list[Thread]:
    """The senior curator a fortnight ago, the doctor yesterday."""
    return [_reviewed(troupe, first), _waiting(troupe, second)]


def _reviewed(troupe: Troupe, matter: Matter) -> Thread:
    yield troupe.at(-9, "15.40")
    asked = open_for(troupe, SENIOR, matter, MISSING)
    yield troupe.at(-9, "16.05")
    with troupe.stage.scene(troupe.players[SENIOR].id, Permission.EMERGENCY_END, asked) as (work, row):
        end_emergency(work, row)
    yield troupe.at(-7, "9.50")
    with troupe.stage.scene(troupe.players[OFFICER].id, Permission.EMERGENCY_REVIEW, asked) as (work, row):
        review_emergency(work, row, FOUND)


def _waiting(troupe: Troupe, matter: Matter) -> Thread:
    yield troupe.at(-1, "12.35")
    open_for(troupe, DOCTOR, matter, OUT_OF_REACH)


def open_for(troupe: Troupe, who: str, matter: Matter, command: OpenMatter) -> Asked:
    """One of the cast opens a matter in an emergency."""
    asked = Asked("student", load_endangered, troupe.pupils[matter.pupil].id)
    with troupe.stage.scene(troupe.players[who].id, Permission.EMERGENCY_OPEN, asked) as (work, _student):
        case = work.session.get_one(Case, matter.case_id)
        return Asked("emergency", load_emergency, open_matter(work, case, command).id)
