"""Who decides about consents in a student's matter (OHL 14 § 4, 19 §; LHL 3 and 5 §; IND §6.4)."""

from dataclasses import dataclass
from datetime import date

from welfare.rules.ids import PersonId, StudentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciders:
    """The student, and those who decide in the student's place where a finding says that the student cannot.

    Without a finding the student decides, at any age: the act knows no limit, and a guardian's consent needs the
    finding (rule 11). From 18 the student decides alone (IND §6.4): a finding made of the minor then gives the decision
    to a representative, if there is one, but never leaves nobody to decide (inference). In pre-primary education the
    form of teaching is ground enough for a finding (SiVM 14/2013).
    """

    student_id: StudentId
    adult_from: date
    """The day of coming of age (rules/ages.py): from it no guardian decides (LHL 3 §; rule 35)."""
    is_able: bool = True
    """No finding in force that the student cannot judge the meaning of the consent."""
    guardian_ids: frozenset[PersonId] = frozenset()
    """Guardians who decide. They do so together (LHL 5 §)."""
    representative_ids: frozenset[PersonId] = frozenset()
    """Other legal representatives, also of an adult."""
    prevented_ids: frozenset[PersonId] = frozenset()
    """Guardians recorded as unable to act while delay would harm: the others suffice (LHL 5 §)."""

    def on(self, day: date) -> frozenset[PersonId]:
        """Whose answers count on a day."""
        if self.is_able:
            return frozenset({self.student_id})
        if day < self.adult_from:
            return self.representative_ids | self.guardian_ids
        return self.representative_ids or frozenset({self.student_id})
