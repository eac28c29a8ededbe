"""An ordinary week of a school, seeded: those who work there leave hardly a false alarm behind."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from tests.builders import Someone
from tests.builders_cases import a_bare_case
from tests.builders_log_reviews import at_home
from tests.builders_requests import at_work
from tests.rooms.log_reviews.conftest import Desk
from tests.rooms.log_reviews.test_stories import a_parent, opens
from welfare.people.models import Person
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.permissions import Permission

SURNAMES = [
    name
    for line in (
        "Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen",
        "Lehtinen Saarinen Salminen Heinonen Niemi Heikkilä Kinnunen Salonen Turunen Salo Laitinen Tuominen",
        "Rantanen Karjalainen Jokinen Mattila Savolainen Lahtinen Ahonen Ojala Leppänen Väisänen Hiltunen",
        "Kallio Miettinen Leinonen Pitkänen Aaltonen Manninen Koivisto Hakala Anttila Laaksonen Hirvonen",
        "Räsänen Lehto Rautio Peltola Kettunen",
    )
    for name in line.split()
]
STREETS = [
    f"{tree}{kind}" for tree in ("Koivu", "Kuusi", "Haapa", "Leppä", "Pihlaja") for kind in ("tie", "kuja", "polku")
]
PUPILS = 45
MOST_FALSE = 3
MONDAY = datetime.fromisoformat("2026-11-30T08:00:00+02:00")


@dataclass
class School:
    """A curator, a nurse, a psychologist and a special teacher, each with matters of their own, two of them parents.

    Nobody has a task with the own child; whoever is a parent has colleagues who take that matter.
    """

    desk: Desk
    luck: Random
    workers: list[Someone] = field(default_factory=list)
    matters: dict[UUID, list[UUID]] = field(default_factory=dict)
    pupils: list[Someone] = field(default_factory=list)

    def fill(self) -> None:
        """People come, and live somewhere."""
        village = self.desk.village
        classes = [village.a_class(name) for name in ("7A", "7B", "8A", "9A")]
        for number in range(PUPILS):
            name = f"Oppilas{number} {self.luck.choice(SURNAMES)}"
            self.pupils.append(village.student(name, self.luck.choice(classes), street=self._address()))
        for role in (Role.CURATOR, Role.NURSE, Role.PSYCHOLOGIST, Role.SPECIAL_TEACHER):
            who = village.staff(role, f"Työntekijä {self.luck.choice(SURNAMES)}")
            at_home(village, who, self._address())
            self.workers.append(who)
        for who, child in zip(self.workers[2:], self.pupils[:2], strict=True):
            a_parent(self.desk, who, child)
        for number, child in enumerate(self.luck.sample(self.pupils[2:], 24)):
            who = self.workers[number % 4]
            case_id = a_bare_case(village, child, who, state=CaseState.OPEN)
            self.matters.setdefault(who.account_id, []).append(case_id)

    def work_a_day(self, morning: datetime) -> None:
        """Each works from eight to four, now and then later."""
        for at, who, deed in sorted(self._deeds(morning), key=lambda each: each[0]):
            self.desk.clock.now = at
            self._do(who, deed)

    def _deeds(self, morning: datetime) -> Iterator[tuple[datetime, Someone, str]]:
        for who in self.workers:
            for _each in range(self.luck.randint(6, 11)):
                deed = self.luck.choices(("read", "search", "print"), (8, 2, 1))[0]
                yield morning + timedelta(minutes=self.luck.triangular(0, 8 * 60)), who, deed
        yield morning + timedelta(hours=12, minutes=self.luck.randint(0, 90)), self.luck.choice(self.workers), "read"

    def _do(self, who: Someone, deed: str) -> None:
        if deed == "search":
            with at_work(self.desk.village, who, Permission.SEARCH) as work:
                work.decrypt_document(
                    work.session.get_one(Person, self.luck.choice(self.pupils).person_id), Person.identity
                )
            return
        permission = Permission.PLAN_PRINT if deed == "print" else Permission.CASE_READ
        opens(self.desk, who, self.luck.choice(self.matters[who.account_id]), permission)

    def _address(self) -> str:
        return f"{self.luck.choice(STREETS)} {self.luck.randint(1, 60)}"


def test_an_innocent_week_gives_three_false_alarms_at_most_and_the_one_who_is_not_is_found(desk: Desk) -> None:
    school = School(desk, Random(20261130))  # noqa: S311 - the same week each time
    desk.clock.now = MONDAY - timedelta(hours=1)
    school.fill()
    for day in range(5):
        school.work_a_day(MONDAY + timedelta(days=day))
        desk.look_through()
    false_ones = desk.findings()
    assert len(false_ones) <= MOST_FALSE, [(each.role, each.signals) for each in false_ones]
    desk.clock.now = MONDAY + timedelta(days=5, hours=15)
    opens(desk, school.workers[0], school.matters[school.workers[1].account_id][0])
    desk.look_through()
    assert len(desk.findings()) == len(false_ones) + 1
