"""Many threads of life on one stage, each scene at its moment: the log of a day is that of a day."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import count

from welfare.access.gate import HOME_ZONE
from welfare.organisations.calendar import SuccessiveCalendars
from welfare.organisations.queries import WEEKDAYS
from welfare.rules.working_days import SchoolDaysElseWeekdays
from welfare.web.seeding.stage import Stage

Thread = Iterator[datetime]
"""One matter's life: yields the moment of its next scene, and plays it when it is taken up again."""
ONE_DAY = timedelta(days=1)
Tell = Callable[[str], None]
"""Told in words how far the work has come."""
SCENES_BETWEEN_WORDS = 25


class Diary:
    """Days of one school counted from today, so that invented weeks lie where working days are."""

    def __init__(self, today: date, calendar: SuccessiveCalendars | None) -> None:
        self.today = today
        self.days = SchoolDaysElseWeekdays(calendar, WEEKDAYS)

    def day(self, distance: int) -> date:
        """The working day so many before (negative) or after today; 0 is today or else the next one."""
        step = ONE_DAY if distance >= 0 else -ONE_DAY
        found = self.today if distance >= 0 else self.today + step
        left = distance if distance >= 0 else -distance - 1
        while left or not self.days.is_working_day(found):
            left -= self.days.is_working_day(found)
            found += step
        return found

    @property
    def coming(self) -> date:
        """The next working day after today."""
        return self.day(0) if self.day(0) > self.today else self.day(1)

    def before(self, day: date, count: int) -> date:
        """The day whose count-th working day after it is the day given."""
        found, left = day, count
        while left:
            found -= ONE_DAY
            left -= self.days.is_working_day(found)
        return found

    def at(self, distance: int, clock: str) -> datetime:
        """A moment of a working day, as in ``at(-3, "9.40")``."""
        return moment(self.day(distance), clock)


def moment(day: date, clock: str) -> datetime:
    """A moment by the school's clock, as in ``9.40``."""
    hour, _, minute = clock.partition(".")
    return datetime.combine(day, time(int(hour), int(minute)), HOME_ZONE)


def perform(stage: Stage, threads: Iterable[Thread], ends: datetime, tell: Tell) -> None:
    """Play every thread to its end, scene by scene in the order of time; nothing happens after ``ends``."""
    order = count()
    waiting: list[tuple[datetime, int, Thread]] = []
    for thread in threads:
        _go_on(waiting, thread, next(order))
    played = 0
    while waiting:
        at, place, thread = heappop(waiting)
        stage.clock.move_to(min(at, ends))
        _go_on(waiting, thread, place)
        played += 1
        if played % SCENES_BETWEEN_WORDS == 0:
            tell(f"{at:%d.%m.}: {played} scenes played")


def _go_on(waiting: list[tuple[datetime, int, Thread]], thread: Thread, place: int) -> None:
    following = next(thread, None)
    if following is not None:
        heappush(waiting, (following, place, thread))
