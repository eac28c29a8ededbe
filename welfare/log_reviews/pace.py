"""How fast a reader goes: many pupils one after the other, many prints."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from datetime import datetime

from welfare.log_reviews.reading import Id, Read
from welfare.rules.log_review import Scale


@dataclass
class Pace:
    """What one reader has opened lately."""

    pupils: OrderedDict[Id, datetime] = field(default_factory=OrderedDict)
    """When each was opened last, the longest ago first."""
    prints: deque[datetime] = field(default_factory=deque)

    def step(self, read: Read, student_id: Id, scale: Scale) -> None:
        """Take in one more, and let go of what is too long ago."""
        self.pupils[student_id] = read.at
        self.pupils.move_to_end(student_id)
        if read.is_print:
            self.prints.append(read.at)
        since = read.at - scale.lately
        while next(iter(self.pupils.values())) < since:
            self.pupils.popitem(last=False)
        while self.prints and self.prints[0] < since:
            self.prints.popleft()
