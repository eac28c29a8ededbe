"""A municipality of four schools under two providers, with requests put straight into the database."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from tests.builders import Village
from welfare.insight.aggregates import RequestFigures, request_figures
from welfare.insight.releasing import release_settled
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.requests.models import ContactRequest
from welfare.rules.requests import REGISTER_OF, RequestState, SenderKind, Service
from welfare.rules.service_access import Pace, year_of
from welfare.rules.suppression import Figure
from welfare.rules.suppression_dimensions import ALL
from welfare.rules.suppression_plan import Cell
from welfare.rules.terms import SchoolTerm

AUTUMN, SPRING = SchoolTerm(date(2025, 8, 1)), SchoolTerm(date(2026, 1, 1))
DAYS = {AUTUMN: datetime(2025, 10, 6, 9, tzinfo=UTC), SPRING: datetime(2026, 3, 2, 9, tzinfo=UTC)}
IN_TIME, LATE, ENDED, NURSE = (
    (Service.CURATOR, Pace.IN_TIME),
    (Service.PSYCHOLOGIST, Pace.LATE),
    (Service.UNSURE, Pace.NO_LIMIT),
    (Service.NURSE, Pace.NO_LIMIT),
)


class Municipality:
    """Two providers: three schools and one, and a pupil in whose name everything is asked."""

    def __init__(self, village: Village) -> None:
        self.village, self.county_id = village, village.county_id
        self.schools = [village.school_id, village.another_school(), village.another_school("Niemen koulu", "NIE")]
        self.student = village.student("Aada Metsäpelto", village.a_class("8B"))
        self.other_provider, other_school = uuid4(), uuid4()
        with village.work() as work:
            county = {"parent_id": self.county_id, "county_id": self.county_id}
            provider = Organisation(
                id=self.other_provider, kind=OrganisationKind.PROVIDER, name_fi="Saari", name_sv="Ön", **county
            )
            work.session.add(provider)
            work.session.flush()
        outer = replace(village, provider_id=self.other_provider)
        with village.work() as work:
            outer.add_school(work, other_school, "Saaren koulu", "SAA")
        self.schools.append(other_school)

    @property
    def places(self) -> list[UUID]:
        return [*self.schools, self.village.provider_id, self.other_provider, self.county_id]

    def receive(self, school_id: UUID, term: SchoolTerm, kind: tuple[Service, Pace], count: int) -> None:
        """So many requests of a kind, put straight into the database."""
        with self.village.work() as work:
            for _number in range(count):
                row = self._request(school_id, DAYS[term], *kind)
                work.encrypt_document(row, ContactRequest.document, {"subject": "other"})
                work.session.add(row)
            work.session.flush()

    def _request(self, school_id: UUID, at: datetime, service: Service, pace: Pace) -> ContactRequest:
        due_on = None if pace is Pace.NO_LIMIT else at.date() + timedelta(days=9)
        held = {Pace.IN_TIME: due_on, Pace.LATE: at.date() + timedelta(days=12), Pace.NO_LIMIT: at.date()}.get(pace)
        return ContactRequest(
            id=uuid4(),
            receipt=uuid4().hex[:12],
            student_id=self.student.person_id,
            school_id=school_id,
            controller_id=self.county_id,
            register=REGISTER_OF[service],
            service=service,
            sender_kind=SenderKind.STUDENT,
            state=RequestState.CLOSED,
            is_urgent=False,
            received_at=at,
            due_on=due_on,
            queue_on=due_on or at.date(),
            talk_held_on=held,
            closed_at=at + timedelta(days=20),
        )

    def release(self, floor: int = 5) -> int:
        with self.village.work() as work:
            return release_settled(work, self.county_id, floor)

    def figures(self) -> Mapping[UUID, Sequence[RequestFigures]]:
        with self.village.work() as work:
            return request_figures(work.session, self.places)

    def of(self, place_id: UUID, term: SchoolTerm = SPRING, *, is_year: bool = False) -> RequestFigures:
        found = self.figures()[place_id]
        return next(each for each in found if (each.term, each.is_year) == (term, is_year))

    def published(self) -> dict[Cell, Figure]:
        """Every figure of the school year, as a reader lays them beside each other."""
        return {
            (ALL if place == self.county_id else place, year_of(each.term) if each.is_year else each.term, kind): figure
            for place, periods in self.figures().items()
            for each in periods
            if each.term in DAYS
            for kind, figure in each.kinds.items()
        }
