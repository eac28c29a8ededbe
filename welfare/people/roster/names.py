"""The files of OneRoster 1.1 that are read, by name; every other file is left alone."""

from enum import StrEnum

MANIFEST = "manifest.csv"


class RosterFile(StrEnum):
    """The seven files this product reads, in the order in which they are read."""

    ORGS = "orgs"
    ACADEMIC_SESSIONS = "academicSessions"
    COURSES = "courses"
    CLASSES = "classes"
    USERS = "users"
    ENROLLMENTS = "enrollments"
    DEMOGRAPHICS = "demographics"

    @property
    def file_name(self) -> str:
        """The name of the CSV file."""
        return f"{self.value}.csv"


READ_NAMES = frozenset({MANIFEST, *(file.file_name for file in RosterFile)})
