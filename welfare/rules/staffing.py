"""How many students one curator and one psychologist may have at most, and whether the posts are enough (OHL 9 a §).

The county in which an institution lies arranges both services for all its students; a private provider and the State
may arrange their own (OHL 9 § 2). Service is given in the student's own language, Finnish or Swedish (OHL 9 § 3).
Posts are reckoned in hundredths of a whole one, so that parts of posts add up without rounding.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from welfare.rules.citations import Citation, Statute

STAFFING_LAW = Citation(Statute.OHL, "9 a")
WHOLE = 100
"""Hundredths of a whole post."""
COUNTED_ON = (9, 20)
"""Pupils are counted on 20 September, as the country's own statistics count them."""


class StaffedService(StrEnum):
    """The services whose staffing the act binds."""

    CURATOR = "curator"
    PSYCHOLOGIST = "psychologist"


class ServiceLanguage(StrEnum):
    """In which national language service is given, or pupils are taught; some teaching is in neither."""

    FINNISH = "fi"
    SWEDISH = "sv"
    OTHER = "other"


NATIONAL = (ServiceLanguage.FINNISH, ServiceLanguage.SWEDISH)
STUDENTS_AT_MOST: Mapping[StaffedService, int] = {StaffedService.CURATOR: 670, StaffedService.PSYCHOLOGIST: 780}
"""Students for each whole post (OHL 9 a §)."""


@dataclass(frozen=True, slots=True)
class Posts:
    """Posts of one service in hundredths: with a worker, without one, and bought from somebody else."""

    filled: int = 0
    vacant: int = 0
    bought: int = 0

    @property
    def at_work(self) -> int:
        """What serves: a vacant post serves nobody."""
        return self.filled + self.bought

    def __add__(self, other: "Posts") -> "Posts":
        return Posts(self.filled + other.filled, self.vacant + other.vacant, self.bought + other.bought)


@dataclass(frozen=True, slots=True)
class Need:
    """One service for so many students, and the posts that there are for them."""

    service: StaffedService
    students: int
    posts: Posts

    @property
    def needed(self) -> int:
        """Hundredths of a post that so many students call for at least, rounded up."""
        return ceil(posts_needed(self.service, self.students) * WHOLE)

    @property
    def is_enough(self) -> bool:
        """Whether what serves is enough."""
        return is_enough(self.service, self.students, self.posts.at_work)

    @property
    def missing(self) -> int:
        """Hundredths that are lacking; nothing where there is enough."""
        return max(0, self.needed - self.posts.at_work)

    @property
    def students_each(self) -> int | None:
        """Students for each whole post at work, rounded up; None without any."""
        return ceil(Fraction(self.students * WHOLE, self.posts.at_work)) if self.posts.at_work else None


def all_posts(parts: Iterable[Posts]) -> Posts:
    """Posts together."""
    return sum(parts, start=Posts())


def posts_needed(service: StaffedService, students: int) -> Fraction:
    """Whole posts that so many students call for at least. ValueError for a negative number."""
    if students < 0:
        raise ValueError(students)
    return Fraction(students, STUDENTS_AT_MOST[service])


def is_enough(service: StaffedService, students: int, hundredths: int) -> bool:
    """Whether posts, in hundredths of a whole one, are enough for so many students."""
    return Fraction(hundredths, WHOLE) >= posts_needed(service, students)


def taught_in(codes: str) -> tuple[ServiceLanguage, ...]:
    """The languages in which a school's pupils are counted, by the codes of its teaching languages."""
    found = {
        ServiceLanguage(code) if code in {each.value for each in NATIONAL} else ServiceLanguage.OTHER
        for code in codes.split(",")
        if code
    }
    return tuple(each for each in ServiceLanguage if each in found) or (ServiceLanguage.FINNISH,)
