"""Requests for the test profiles: every service, kind of sender and state; some urgent, some late."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import product
from random import Random
from uuid import UUID

from welfare.requests.actions.sending import Sender, SendRequest
from welfare.rules.actors import Role
from welfare.rules.ages import is_minor
from welfare.rules.outcomes import outcomes_open_to
from welfare.rules.requests import ROLES_OF, RequestState, SenderKind, Service, Urgency
from welfare.rules.sending import GuardianTold
from welfare.rules.subjects import CHOICES
from welfare.rules.talks import TalkAnswer
from welfare.web.seeding import request_scenes
from welfare.web.seeding.company import Company, Pupil, User
from welfare.web.seeding.director import Diary, Thread, moment
from welfare.web.seeding.stage import Stage
from welfare.web.seeding.texts import APART_REASON, REQUESTS, URGENT_REASON, Marks

STATES = tuple(RequestState)
KINDS = (SenderKind.STAFF, SenderKind.STUDENT, SenderKind.GUARDIAN, SenderKind.STAFF, SenderKind.OTHER)
"""In turn. Somebody outside the school rings a professional, who writes the request down."""
SENT_AGO = {
    RequestState.RECEIVED: 2,
    RequestState.CLAIMED: 4,
    RequestState.TALK_OFFERED: 5,
    RequestState.TALK_HELD: 9,
    RequestState.CLOSED: 14,
}
LATE_AGO = 10
"""So many working days ago that the seven of the law have run out."""
TOLD = (GuardianTold.TOLD, GuardianTold.NOT_YET, GuardianTold.STUDENT_FORBIDS)


@dataclass(frozen=True, slots=True)
class RequestPlan:
    """One request before it is played."""

    pupil: Pupil
    sender: User
    kind: SenderKind
    service: Service
    state: RequestState
    handler: User
    sent: int
    """Working days ago."""
    is_urgent: bool = False
    told: GuardianTold = GuardianTold.TOLD
    together: bool = True


@dataclass(slots=True)
class SeededRequest:
    """What became of a plan."""

    plan: RequestPlan
    id: UUID
    receipt: str
    text: str


@dataclass
class RequestPlanner:
    """Finds somebody who may ask, somebody to be asked for, and somebody of the service, for each combination."""

    company: Company
    rng: Random
    left_out: frozenset[UUID] = frozenset()
    """Pupils of whom a worker of the services is shut out: nobody else might be there to answer."""

    def plans(self) -> Iterator[RequestPlan]:
        """Every service in every state with the kinds of sender in turn, then the urgent and the late."""
        for place, (service, state) in enumerate(product(Service, STATES)):
            yield self._plan(place, service, state, SENT_AGO[state])
        for place, state in enumerate((RequestState.RECEIVED, RequestState.CLAIMED)):
            yield self._plan(place, Service.CURATOR, state, LATE_AGO)
            yield self._plan(3 * place, Service.PSYCHOLOGIST, state, 1, is_urgent=True)
        yield self._plan(0, Service.CURATOR, RequestState.RECEIVED, 1, is_urgent=True)
        yield self._plan(3, Service.PSYCHOLOGIST, RequestState.RECEIVED, LATE_AGO)

    def _plan(
        self, place: int, service: Service, state: RequestState, sent: int, *, is_urgent: bool = False
    ) -> RequestPlan:
        kind = KINDS[place % len(KINDS)]
        pupil, sender, handler = self.rng.choice(list(self._castings(kind, service)))
        return RequestPlan(
            pupil=pupil,
            sender=sender,
            kind=kind,
            service=service,
            state=state,
            handler=handler,
            sent=sent,
            is_urgent=is_urgent,
            told=TOLD[place % len(TOLD)],
            together=place % 2 == 0,
        )

    def _castings(self, kind: SenderKind, service: Service) -> Iterator[tuple[Pupil, User, User]]:
        for pupil in (each for each in self.company.pupils if each.id not in self.left_out):
            handlers = self.company.staff_at(pupil.school_id, *ROLES_OF[service])
            for sender in self._senders(kind, pupil):
                others = [handler for handler in handlers if handler.id != sender.id]
                if others:
                    yield pupil, sender, self.rng.choice(others)

    def _senders(self, kind: SenderKind, pupil: Pupil) -> list[User]:
        if kind is SenderKind.STUDENT:
            return [user for user in (self.company.account_of(pupil.id),) if user]
        if kind is SenderKind.GUARDIAN:
            return [user for guardian in pupil.guardian_ids if (user := self.company.account_of(guardian))]
        if kind is SenderKind.OTHER:
            return self.company.staff_at(pupil.school_id, Role.CURATOR, Role.NURSE)
        teacher = self.company.account_of(self.company.teachers[pupil.class_id])
        wide = self.company.staff_at(pupil.school_id, Role.PRINCIPAL, Role.SPECIAL_TEACHER, Role.STUDY_COUNSELLOR)
        return [*wide, *([teacher] if teacher else [])]


@dataclass
class RequestScript:
    """Plays plans and keeps what they became."""

    stage: Stage
    diary: Diary
    rng: Random
    played: list[SeededRequest] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Lay out the marks."""
        self._marks = Marks(self.rng)

    def thread(self, plan: RequestPlan) -> Thread:
        """The life of one request as far as its state."""
        yield self._at(-plan.sent)
        request = self._send(plan)
        goal = STATES.index(plan.state)
        if goal < STATES.index(RequestState.CLAIMED):
            return
        yield self._at(min(1 - plan.sent, -1))
        request_scenes.claim(self.stage, plan.handler.id, request.id)
        if goal < STATES.index(RequestState.TALK_OFFERED):
            return
        yield self._at(2 - plan.sent)
        is_over = goal > STATES.index(RequestState.TALK_OFFERED)
        at = self._at(5 - plan.sent if is_over else 1)
        talk_id = request_scenes.offer(self.stage, plan.handler.id, request.id, at)
        if not is_over:
            return
        yield self._at(6 - plan.sent)
        request_scenes.answer(self.stage, plan.handler.id, request.id, talk_id, TalkAnswer.HELD)
        if plan.state is RequestState.CLOSED:
            yield self._at(8 - plan.sent)
            outcomes = sorted(outcomes_open_to(plan.kind, RequestState.TALK_HELD))
            request_scenes.close(self.stage, plan.handler.id, request.id, self.rng.choice(outcomes))

    def _send(self, plan: RequestPlan) -> SeededRequest:
        text = self._marks.put_on(self.rng.choice(REQUESTS))
        command = _command(plan, text, self.stage.today, self.rng)
        is_other = plan.kind is SenderKind.OTHER
        sender = Sender(
            kind=plan.kind,
            name="Nuorisotyöntekijä puhelimessa" if is_other else plan.sender.name,
            role="" if is_other else plan.sender.role.value,
        )
        sent = request_scenes.send(self.stage, plan.sender.id, plan.pupil.id, sender, command)
        request = SeededRequest(plan, sent.id, sent.receipt, text)
        self.played.append(request)
        return request

    def _at(self, distance: int) -> datetime:
        """Some moment of a working day so far from today."""
        return moment(self.diary.day(distance), f"{self.rng.randint(8, 15)}.{self.rng.randint(0, 59)}")


def _command(plan: RequestPlan, text: str, today: date, rng: Random) -> SendRequest:
    """What such a sender is asked for, and no more."""
    is_staff = plan.kind is SenderKind.STAFF
    is_told = is_staff and is_minor(plan.pupil.born, today)
    return SendRequest(
        service=plan.service,
        urgency=Urgency.URGENT if plan.is_urgent else Urgency.NORMAL,
        urgency_reason=URGENT_REASON if plan.is_urgent else "",
        subject=rng.choice(CHOICES),
        description=text,
        together=plan.together if is_staff else None,
        together_reason="" if plan.together or not is_staff else APART_REASON,
        student_told_on=today if is_staff and plan.together else None,
        guardian_told=plan.told if is_told else None,
        guardian_told_on=today if is_told and plan.told is GuardianTold.TOLD else None,
        guardian_reason="Oppilas pelkää riitaa." if is_told and plan.told is GuardianTold.STUDENT_FORBIDS else "",
        contact_way="Koulupäivän aikana",
    )
