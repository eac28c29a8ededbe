"""The three steps of sending as they are drawn, and what is put together from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.organisations.queries import WEEKDAYS, institution_calendar
from welfare.people.models import Person
from welfare.people.pages import PersonName, StudentLine, names_of, student_lines
from welfare.people.queries import is_minor, placements_of, school_for
from welfare.requests.actions.sending import Sender, SendRequest
from welfare.requests.forms.asking import TalkDays
from welfare.requests.pages.parts import first_words
from welfare.requests.pages.safety import safe_lines
from welfare.requests.queries.services import givers_of
from welfare.requests.words import GUARDIAN_TOLD, RECEIVERS, SUBJECTS
from welfare.rules.actors import World
from welfare.rules.deadlines import talk_limit
from welfare.rules.requests import HAS_CLOCK, SenderKind, Service, Urgency
from welfare.rules.sending import GuardianTold
from welfare.ui.formats import date_text, weekday_text
from welfare.ui.layouts import layout_for


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for whom: the ground on which all three steps stand."""

    student: Person
    line: StudentLine
    school: Organisation
    kind: SenderKind
    is_minor: bool
    has_choice: bool
    """Whether the request could be about somebody else as well."""
    layout: str
    days: TalkDays

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "Asking":
        """For a student the actor may ask support for."""
        placed = placements_of(work.session, [student.id], work.facts.on)
        school = school_for(placed, work.actor)
        here = next(place for place in placed if place.school.id == school.id)
        return cls(
            student=student,
            line=student_lines(work, [here])[0],
            school=school,
            kind=sender_kind(work, student),
            is_minor=is_minor(student, work.facts.on),
            has_choice=work.actor.world is World.STAFF or len(work.actor.ward_ids) > 1,
            layout=layout_for(work.actor),
            days=talk_days(work, school),
        )

    @property
    def is_citizens(self) -> bool:
        """Whether one of the family asks."""
        return self.kind is not SenderKind.STAFF

    @property
    def title(self) -> str:
        """The heading of the steps."""
        return {
            SenderKind.STUDENT: _("Ask for help"),
            SenderKind.GUARDIAN: _("Ask for support for your child"),
        }.get(self.kind, _("Ask for support for a pupil"))

    @property
    def step_names(self) -> Sequence[str]:
        """The steps in words."""
        if self.kind is SenderKind.STUDENT:
            return (_("What you need"), _("Safe contact"), _("Check and send"))
        return (_("Who and what"), _("Told and together?"), _("Check and send"))


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One answer to be sent, and the step it is changed on."""

    label: str
    value: str
    step: str
    note: str = ""
    is_urgent: bool = False
    is_voice: bool = False


@dataclass(frozen=True, slots=True)
class CheckPage:
    """Everything that will be sent, and who will see it."""

    rows: Sequence[CheckRow]
    seen_by: str

    @classmethod
    def of(cls, work: UnitOfWork, asking: Asking, command: SendRequest) -> "CheckPage":
        """Draw a filled-in request."""
        rows = [row for row in _rows(work, asking, command) if row.value]
        return cls(rows, _seen_by(work, asking, command.service))


def sender_kind(work: UnitOfWork, student: Person) -> SenderKind:
    """In which capacity the actor asks for this student."""
    if work.actor.world is not World.CITIZEN:
        return SenderKind.STAFF
    return SenderKind.STUDENT if work.actor.person_id == student.id else SenderKind.GUARDIAN


def sender_of(work: UnitOfWork, asking: Asking) -> Sender:
    """The sender's name and office as they go with the request."""
    person = work.session.get(Person, work.actor.person_id) if work.actor.person_id else None
    name = PersonName.of(work, person).full if person else ""
    return Sender(kind=asking.kind, name=name, role=_office(work, asking))


def talk_days(work: UnitOfWork, school: Organisation) -> TalkDays:
    """By when a talk would be held if the request were sent today."""
    calendar, today = institution_calendar(work.session, school.id), work.facts.on
    return TalkDays(
        urgent_on=talk_limit(today, Urgency.URGENT, calendar, WEEKDAYS).on,
        normal_on=talk_limit(today, Urgency.NORMAL, calendar, WEEKDAYS).on,
    )


def receiver_words(work: UnitOfWork, asking: Asking, service: Service) -> str:
    """The service and the people who give it at the school; the service alone to whom the school is not told."""
    if not asking.line.school_name:
        return str(RECEIVERS[service])
    givers = givers_of(work.session, asking.school.id, service, work.facts.on)
    names = names_of(work, (giver.person for giver in givers))
    people = first_words(names[giver.person.id].full for giver in givers)
    words = str(RECEIVERS[service])
    return f"{words} {people}" if people else words


def _office(work: UnitOfWork, asking: Asking) -> str:
    posts = work.actor.posts
    here = [post for post in posts if asking.school.id in post.school_ids] or posts
    return here[0].role if here else ""


def _rows(work: UnitOfWork, asking: Asking, command: SendRequest) -> list[CheckRow]:
    is_urgent = command.urgency is Urgency.URGENT
    own = asking.kind is SenderKind.STUDENT
    chosen_at = "choose" if asking.has_choice else ""
    return [
        CheckRow(_("Pupil"), "" if own else asking.line.full, chosen_at),
        CheckRow(_("Receiver"), receiver_words(work, asking, command.service), "ask"),
        CheckRow(
            _("Urgency"),
            _("Urgent") if is_urgent else _("Not urgent"),
            "ask",
            note=_limit_words(asking, command),
            is_urgent=is_urgent,
        ),
        CheckRow(_("Why urgent"), command.urgency_reason if is_urgent else "", "ask"),
        CheckRow(_("Subject"), str(SUBJECTS[command.subject]) if command.subject else "", "ask"),
        CheckRow(_("What it is about"), command.description, "ask", is_voice=own),
        CheckRow(_("Made together"), _together_words(command), "tell"),
        CheckRow(_("Pupil told"), _day(command.student_told_on), "tell"),
        CheckRow(_("Guardian told"), _guardian_words(command), "tell"),
        CheckRow(_("Your wish") if own else _("The pupil's wish"), command.wish, "tell", is_voice=True),
        CheckRow(_("Earlier support"), command.earlier_support, "tell"),
        *(CheckRow(term, value, "tell") for term, value in safe_lines(command.safe_contact)),
        CheckRow(_("Good time") if asking.is_citizens else _("Best time and way"), command.contact_way, "tell"),
    ]


def _limit_words(asking: Asking, command: SendRequest) -> str:
    if command.service not in HAS_CLOCK:
        return _("You can also go to the school nurse without an appointment")
    day = asking.days.urgent_on if command.urgency is Urgency.URGENT else asking.days.normal_on
    return _("A talk at the latest %(day)s", day=weekday_text(day))


def _together_words(command: SendRequest) -> str:
    if command.together is None:
        return ""
    return _("Yes") if command.together else _("No. %(reason)s", reason=command.together_reason)


def _guardian_words(command: SendRequest) -> str:
    if command.guardian_told is None:
        return ""
    words = str(GUARDIAN_TOLD[command.guardian_told])
    if command.guardian_told is GuardianTold.NOT_YET and command.together is not None:
        words = _("Not yet. The receiver gets the task")
    parts = [words, _day(command.guardian_told_on), command.guardian_reason]
    return ". ".join(part for part in parts if part)


def _day(day: date | None) -> str:
    return date_text(day) if day else ""


def _seen_by(work: UnitOfWork, asking: Asking, service: Service) -> str:
    receiver = receiver_words(work, asking, service)
    if asking.kind is SenderKind.STUDENT:
        return _(
            "%(receiver)s. Your teachers do not see it, and nobody tells your guardians that you have asked. You get "
            "a receipt number and see how far it is: received, talk offered, handled.",
            receiver=receiver,
        )
    return _(
        "%(receiver)s and the pupil. You keep a receipt number and the state: received, talk offered, handled. "
        "You no longer see the content after sending.",
        receiver=receiver,
    )
