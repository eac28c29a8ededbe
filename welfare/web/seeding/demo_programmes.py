"""Three school years of programmes, by the school's own staff."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import load_unit
from welfare.programmes import actions
from welfare.programmes.models import Programme
from welfare.programmes.queries import load_programme
from welfare.rules.permissions import Permission
from welfare.rules.programmes import ProgrammeState
from welfare.rules.school_years import school_year_of
from welfare.rules.terms import YEAR_BEGINS, term_in, term_of
from welfare.web.seeding.ages import Ages, ages_in
from welfare.web.seeding.director import Thread
from welfare.web.seeding.programme_texts import SCRIPTS, Script
from welfare.web.seeding.stage import Asked, Stage
from welfare.web.seeding.troupe import Troupe
from welfare.web.seeding.turns import ALL_YEARS, Turn

LEAD = "karoliina"


def carried_out(troupe: Troupe, school_id: UUID) -> Thread:
    """What the school does, put down by its principal."""
    yield troupe.at(-30, "15.10")
    people = {name: player.id for name, player in troupe.players.items()}
    Carrying(troupe.stage, school_id, people[LEAD], people, troupe.turn).play()


@dataclass(frozen=True, slots=True)
class Carrying:
    """The programmes of one school; who is not among its people coordinates nothing."""

    stage: Stage
    school_id: UUID
    lead_id: UUID
    people: Mapping[str, UUID]
    turn: Turn
    scripts: Sequence[Script] = ()
    """What is carried out where it is no school's."""

    def play(self) -> None:
        """Every programme, year by year."""
        this_year = school_year_of(self.stage.today).begins_in
        for script in self.scripts or self._ages().scripts(SCRIPTS):
            began = this_year - ALL_YEARS + 1 + script.since
            first = max(began, this_year - self.turn.years + 1)
            programme_id = self._start(script, first)
            self._count(script, first - began, programme_id)
            for year in range(first + 1, this_year + 1):
                with self._at(programme_id, Permission.COMMUNITY_WRITE) as (work, programme):
                    programme_id = actions.carry_on(work, programme).id
                self._count(script, year - began, programme_id)
            self._change(script, programme_id)

    def _start(self, script: Script, year: int) -> UUID:
        content = actions.Content(
            state=ProgrammeState.RUNNING,
            coordinator_id=self.people.get(script.coordinator),
            details=script.details,
            name_fi=script.names[0],
            name_sv=script.names[1],
        )
        with self.stage.scene(self.lead_id, Permission.COMMUNITY_WRITE, self._unit) as (work, school):
            programme = actions.start_programme(work, school, script.kind, year, content)
            for texts in script.steps[:1]:
                actions.write_steps(work, programme, texts, programme.revision)
            for name in set(script.staff) & set(self.people):
                actions.name_staff(work, programme, self.people[name], date(year, YEAR_BEGINS, 12))
            return programme.id

    def _count(self, script: Script, number: int, programme_id: UUID) -> None:
        now = term_of(self.stage.today)
        with self._at(programme_id, Permission.PROGRAMME_RECORD) as (work, programme):
            for salt, (tally, season, answers, counts) in enumerate(script.counts):
                if counts[number] and term_in(programme.year, season) <= now:
                    count = self.turn.count(counts[number], salt)
                    new = actions.NewEntry(tally=tally, season=season, answers=answers, count=count)
                    actions.record_entry(work, programme, new)

    def _change(self, script: Script, programme_id: UUID) -> None:
        with self._at(programme_id, Permission.COMMUNITY_WRITE) as (work, programme):
            content = actions.Content(
                state=ProgrammeState.RUNNING,
                coordinator_id=programme.coordinator_id,
                details={**programme.details, **script.change},
                name_fi=programme.name_fi,
                name_sv=programme.name_sv,
            )
            actions.change_programme(work, programme, content, programme.revision)
            for texts in script.steps[1:]:
                actions.write_steps(work, programme, texts, programme.revision)

    def _ages(self) -> Ages:
        with self.stage.ledger.transaction() as reading:
            return ages_in(reading.session, self.school_id)

    @property
    def _unit(self) -> Asked:
        return Asked("unit", load_unit, self.school_id)

    def _at(self, programme_id: UUID, permission: Permission) -> AbstractContextManager[tuple[UnitOfWork, Programme]]:
        programme = Asked("programme", load_programme, programme_id)
        return self.stage.scene(self.lead_id, permission, self._unit, programme)
