"""Files of numbers as publishers give them out, and as senders spoil them."""

import io

HEADER = "indicator;region;year;gender;primary value;absolute value"
SCHOOL_HEADER = "indicator;school;year;group;value;n"
BULLYING = "bullied-weekly-8-9"
FOREIGN = "90001"
"""An invented code of a publisher: the library knows none."""

HUNDRED_MEGABYTES = 100 * 1024**2


class Endless(io.RawIOBase):
    """A hundred megabytes that nobody has to hold: it tells how much was taken."""

    taken = 0

    def read(self, size: int = -1, /) -> bytes:
        self.taken += size
        return b"0" * min(size, HUNDRED_MEGABYTES)


def sotkanet(*rows: str, header: str = HEADER) -> bytes:
    """A CSV in the published form."""
    return ("\n".join([header, *rows]) + "\n").encode()


def schools(*rows: str) -> bytes:
    """A CSV of schools' results."""
    return sotkanet(*rows, header=SCHOOL_HEADER)


REGIONS = """[
  {"id": 77001, "category": "KUNTA", "title": {"fi": "Kokkola", "sv": "Karleby", "en": "Kokkola"}},
  {"id": 77002, "category": "HYVINVOINTIALUE", "title": {"fi": "Keski-Pohjanmaan hyvinvointialue"}},
  {"id": 77003, "category": "MAAKUNTA", "title": {"fi": "Keski-Pohjanmaa", "sv": "Mellersta Österbotten"}},
  {"id": 77004, "category": "EUROOPPA", "title": {"fi": "Norja", "sv": "Norge", "en": "Norway"}}
]""".encode()
