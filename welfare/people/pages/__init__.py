"""What pages say about people."""

from welfare.people.pages.names import PersonName, StudentLine, names_of, student_lines
from welfare.people.pages.whereabouts import Whereabouts

__all__ = ["PersonName", "StudentLine", "Whereabouts", "names_of", "student_lines"]
