"""What pages say about people."""

from welfare.people.pages.names import PersonName, StudentLine, names_of, student_lines

__all__ = ["PersonName", "StudentLine", "names_of", "student_lines"]
