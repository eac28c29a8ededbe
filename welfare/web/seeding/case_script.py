"""How planned matters are played, scene by scene."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from welfare.cases.actions import ProposeCase
from welfare.consents.actions import RecordWill
from welfare.rules.answers import default_valid_to
from welfare.rules.cases import CaseState, Initiator
from welfare.rules.consent import Answer
from welfare.rules.journal import EntryKind
from welfare.web.seeding import case_scenes
from welfare.web.seeding.case_plans import CasePlan, Course, Fate
from welfare.web.seeding.company import User
from welfare.web.seeding.director import Diary, Thread, moment
from welfare.web.seeding.stage import Stage
from welfare.web.seeding.texts import NOTES, SUBJECTS, Marks
from welfare.web.seeding.wills import Question, answers, handling, membership, prohibition

INITIATORS = tuple(Initiator)
EXPIRED_AGO, EXPIRES_IN = -3, timedelta(days=9)
HANDLING_REFUSED = {Course.UNHANDLED, Course.DROPPED}


@dataclass
class SeededCase:
    """What became of a plan."""

    plan: CasePlan
    id: UUID
    number: str
    background: str
    initiator: Initiator
    entry_texts: list[str] = field(default_factory=list)


@dataclass
class CaseScript:
    """Plays plans and keeps what they became."""

    stage: Stage
    diary: Diary
    rng: Random
    played: list[SeededCase] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Lay out the marks."""
        self._marks = Marks(self.rng)

    def thread(self, plan: CasePlan) -> Thread:
        """The life of one matter."""
        began = -plan.begins
        yield self._at(began)
        case = self._propose(plan)
        if plan.course is Course.UNASKED:
            return
        yield self._at(began + 1)
        self._ask(plan, case)
        if plan.course in {Course.UNHANDLED, Course.READY}:
            return
        yield self._at(began + 2)
        if plan.course is Course.DROPPED:
            self._step(case, CaseState.CLOSED, "Oppilas ei halunnut ryhmää.")
            return
        self._step(case, CaseState.OPEN)
        self._open_journal(case)
        yield from self._work(case, began + 3)
        yield from self._end(case)

    def _work(self, case: SeededCase, day: int) -> Thread:
        """The group writes; who was asked later and refuses never gets in; conflicts and prohibitions come up."""
        plan = case.plan
        yield self._at(day)
        refused = [user for user, fate in plan.members if fate is Fate.REFUSED]
        if refused:
            self._record(case, [membership(user.person_id, None) for user in refused], Answer.REFUSED)
        if plan.excluded is not None:
            words = "Työntekijä on oppilaan lähisukulainen."
            case_scenes.shut_out(self.stage, plan.lead.id, case.id, plan.excluded.person_id, words)
        yield self._at(day + 1)
        if plan.left_out_id is not None:
            self._leave_out(case, plan.left_out_id)
        writers = [plan.lead, *(user for user, fate in plan.members if fate is not Fate.REFUSED)]
        for place, writer in enumerate(writers[:3]):
            yield self._at(day + 2 + 2 * place)
            self._note(case, writer)

    def _end(self, case: SeededCase) -> Thread:
        course = case.plan.course
        if course is Course.REOPENED:
            yield self._at(-8)
            self._step(case, CaseState.CLOSED)
        for user, fate in case.plan.members:
            if fate is Fate.WITHDRAWN:
                yield self._at(-6)
                case_scenes.withdraw(self.stage, case.plan.lead.id, case.id, user.person_id)
        if course is Course.REOPENED:
            yield self._at(-5)
            self._step(case, CaseState.OPEN, "Asia nousi uudelleen esiin.")
        if course in {Course.FOLLOWED_UP, Course.CLOSED}:
            yield self._at(-2)
            self._step(case, CaseState.FOLLOW_UP if course is Course.FOLLOWED_UP else CaseState.CLOSED)

    def _propose(self, plan: CasePlan) -> SeededCase:
        subject, title, background = SUBJECTS[plan.subject]
        marked = self._marks.put_on(background)
        command = ProposeCase(
            subject=subject,
            title=title,
            background=marked,
            initiator=self.rng.choice(INITIATORS),
            initiated_on=self.stage.today,
        )
        made = case_scenes.propose(self.stage, plan.lead.id, plan.pupil.id, command)
        case = SeededCase(plan, made.id, made.number, marked, command.initiator)
        self.played.append(case)
        return case

    def _ask(self, plan: CasePlan, case: SeededCase) -> None:
        """Record the answers about the handling and every member but those who are asked for later."""
        today = self.stage.today
        if plan.course in HANDLING_REFUSED:
            self._record(case, [handling(today)], Answer.REFUSED)
            return
        asked = [(user, fate) for user, fate in plan.members if fate is not Fate.REFUSED]
        questions = [membership(user.person_id, self._ends(fate, today)) for user, fate in asked]
        own = membership(plan.lead.person_id, default_valid_to(today))
        self._record(case, [handling(today), own, *questions])

    def _ends(self, fate: Fate, today: date) -> date:
        if fate is Fate.EXPIRED:
            return self.diary.day(EXPIRED_AGO)
        return self.diary.today + EXPIRES_IN if fate is Fate.EXPIRING else default_valid_to(today)

    def _record(self, case: SeededCase, questions: list[Question], answer: Answer = Answer.GIVEN) -> list[UUID]:
        pupil, today = case.plan.pupil, self.stage.today
        commands: list[RecordWill] = [will for each in questions for will in answers(pupil, each, today, answer)]
        return case_scenes.record(self.stage, case.plan.lead.id, case.id, commands)

    def _leave_out(self, case: SeededCase, guardian_id: UUID) -> None:
        plan, words = case.plan, "Oppilas on perustellut toiveensa; siitä ei ole hänelle haittaa."
        said = prohibition(plan.pupil, guardian_id, self.stage.today)
        (will_id,) = case_scenes.record(self.stage, plan.lead.id, case.id, [said])
        case_scenes.assess(self.stage, plan.lead.id, plan.pupil.id, will_id, (words, "Kielto on voimassa."))

    def _open_journal(self, case: SeededCase) -> None:
        _, title, background = SUBJECTS[case.plan.subject]
        text = self._marks.put_on(background)
        document = {"subject": title, "background": text, "initiator": case.initiator.value}
        self._write(case, case.plan.lead, EntryKind.OPENING, document, text)

    def _note(self, case: SeededCase, writer: User) -> None:
        text = self._marks.put_on(self.rng.choice(NOTES))
        self._write(case, writer, EntryKind.NOTE, {"heading": "", "information": text}, text)

    def _write(self, case: SeededCase, writer: User, kind: EntryKind, document: dict[str, str], text: str) -> None:
        case_scenes.write(self.stage, writer.id, case.id, kind, document)
        case.entry_texts.append(text)

    def _step(self, case: SeededCase, wanted: CaseState, reason: str = "") -> None:
        case_scenes.step(self.stage, case.plan.lead.id, case.id, wanted, reason)

    def _at(self, distance: int) -> datetime:
        """Some moment of a working day so far from today."""
        return moment(self.diary.day(distance), f"{self.rng.randint(8, 15)}.{self.rng.randint(0, 59)}")
