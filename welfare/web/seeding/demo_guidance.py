"""Three school years of instructions, needs and training in a school."""

from uuid import UUID

from welfare.communal.loaders import load_unit
from welfare.guidance.actions import Event, Wording, give_instruction, keep_need, plan_training, read_instruction
from welfare.guidance.actions.instructing import Validity
from welfare.guidance.queries import load_instruction
from welfare.rules.permissions import Permission
from welfare.rules.school_years import school_year_of
from welfare.web.seeding.demo_participation import day_of
from welfare.web.seeding.director import Thread
from welfare.web.seeding.guidance_texts import INSTRUCTIONS, NEEDS, TRAININGS
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

LEAD = "karoliina"


def guided(troupe: Troupe, school_id: UUID) -> Thread:
    """The principal's library and calendar; the staff read what is theirs."""
    yield troupe.at(-12, "13.45")
    unit, lead = Asked("unit", load_unit, school_id), troupe.players[LEAD].id
    given: list[tuple[UUID, tuple[str, ...]]] = []
    with troupe.stage.scene(lead, Permission.COMMUNITY_WRITE, unit) as (work, school):
        for ago, readers, title_fi, title_sv, text_fi, text_sv, names in INSTRUCTIONS:
            if not troupe.turn.has(ago[0]):
                continue
            wording = Wording(title_fi=title_fi, title_sv=title_sv, text_fi=text_fi, text_sv=text_sv, link="")
            validity = Validity(readers, day_of(work.facts.on, ago), None)
            given.append((give_instruction(work, school, wording, validity).id, names))
        year = school_year_of(work.facts.on).begins_in
        for area, counts in NEEDS:
            for number, (of_staff, need) in enumerate(reversed(counts[-troupe.turn.years :])):
                keep_need(work, school, year - number, area, (of_staff, min(of_staff, troupe.turn.count(need))))
    _hold_trainings(troupe, unit, lead)
    yield troupe.at(-11, "8.10")
    for instruction_id, names in given:
        asked = unit, Asked("instruction", load_instruction, instruction_id)
        for name in (each for each in names if each in troupe.players):
            with troupe.stage.scene(troupe.players[name].id, Permission.COMMUNITY_READ, *asked) as (work, instruction):
                read_instruction(work, instruction)


def _hold_trainings(troupe: Troupe, unit: Asked, lead: UUID) -> None:
    with troupe.stage.scene(lead, Permission.COMMUNITY_WRITE, unit) as (work, school):
        for ago, title_fi, title_sv, area, organiser, sectors, participants, grade, outcome, names in TRAININGS:
            if not troupe.turn.has(ago[0]):
                continue
            event = Event(
                held_on=day_of(work.facts.on, ago),
                title_fi=title_fi,
                title_sv=title_sv,
                area=area,
                organiser=organiser,
                sectors=sectors,
                participants=participants,
                grade=grade,
                outcome=outcome,
            )
            present = {troupe.players[name].id for name in names if name in troupe.players}
            plan_training(work, school, event, present)
