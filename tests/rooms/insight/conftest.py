"""The municipality whose numbers the insight room tells."""

from tests.builders import Village
from tests.builders_access import AUTUMN, ENDED, IN_TIME, LATE, NURSE, SPRING, Municipality
from tests.furnishing import furnishes


@furnishes
def municipality(village: Village) -> Municipality:
    """Four schools of different size, with small numbers in autumn."""
    found = Municipality(village)
    for number, school_id in enumerate(found.schools):
        for term, size, others in ((AUTUMN, 2 + 3 * number, number), (SPRING, 5 + 2 * number, 5 + number)):
            found.receive(school_id, term, IN_TIME, 4 * size)
            found.receive(school_id, term, LATE, size)
            found.receive(school_id, term, ENDED, others)
            found.receive(school_id, term, NURSE, others)
    return found
