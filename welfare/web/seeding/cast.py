"""The demonstration's people: who they are in the shipped municipality, and how they sign in.

Light on purpose: `welfare demo` prints this at every start without loading the house.
"""

from base64 import b32encode
from dataclasses import dataclass
from hashlib import sha1

from welfare.rules.actors import Role

MARK = "demo"
"""The instance mark's name: who carries it is invented, or a trial."""
LOADED = "lakeuskoski"
"""The mark of a finished demonstration."""
OF_ROSTER = "roster"
"""The mark of one made from somebody's own roster."""
LOADING = "loading"
"""The mark while it is being made: what was interrupted is not gone on with."""
PASSWORD = "kaakao-kello-kolme"  # noqa: S105 - known to everybody, and good only in a marked database
SECRET_BYTES = 20


@dataclass(frozen=True, slots=True)
class Part:
    """One of the cast. ``source_id`` is the roster's; those without one are named by hand."""

    role: Role
    name: str
    username: str
    source_id: str = ""

    @property
    def has_second_factor(self) -> bool:
        """Whether more than a password is asked for: of staff, not of families."""
        return self.role not in {Role.STUDENT, Role.GUARDIAN}

    @property
    def totp_secret(self) -> str:
        """The secret of the second factor (base32), the same in every demonstration."""
        return secret_of(self.username)


def secret_of(username: str) -> str:
    """A demonstration's second factor: as well known as its password."""
    return b32encode(sha1(f"demo:{username}".encode()).digest()[:SECRET_BYTES]).decode()  # noqa: S324 - no secret


CAST = (
    Part(Role.TEACHER, "Marjatta Tuovinen", "marjatta.tuovinen", "s00045"),
    Part(Role.SPECIAL_TEACHER, "Maarit Virtanen", "maarit.virtanen", "s00036"),
    Part(Role.STUDY_COUNSELLOR, "Rauno Salminen", "rauno.salminen", "s00038"),
    Part(Role.PRINCIPAL, "Karoliina Mustonen", "karoliina.mustonen", "s00034"),
    Part(Role.CURATOR, "Elli Puhakka", "elli.puhakka", "s00114"),
    Part(Role.SENIOR_CURATOR, "Linnea Hakkarainen", "linnea.hakkarainen", "s00117"),
    Part(Role.PSYCHOLOGIST, "Linda Makkonen", "linda.makkonen", "s00119"),
    Part(Role.NURSE, "Maria Anttila", "maria.anttila", "s00123"),
    Part(Role.DOCTOR, "Aulis Holmström", "aulis.holmstrom", "s00126"),
    Part(Role.WELFARE_COORDINATOR, "Inger Lidén", "inger.liden", "s00128"),
    Part(Role.PROVIDER_COORDINATOR, "Matti Koponen", "matti.koponen", "s00129"),
    Part(Role.ADMINISTRATOR, "Sirkku Kortelahti", "sirkku.kortelahti"),
    Part(Role.DATA_PROTECTION_OFFICER, "Torsti Vaahtera", "torsti.vaahtera"),
    Part(Role.STUDENT, "Milja Nevalainen", "milja.nevalainen", "p000916"),
    Part(Role.GUARDIAN, "Elina Nevalainen", "elina.nevalainen", "g000968"),
    Part(Role.GUARDIAN, "Juhani Nevalainen", "juhani.nevalainen", "g000969"),
    Part(Role.GUARDIAN, "Helinä Suominen", "helina.suominen", "g000217"),
)
