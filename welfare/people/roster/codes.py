"""What can be wrong with a roster and how much it matters. Remedies: remedies.py; words: words.py."""

from enum import StrEnum


class Severity(StrEnum):
    """Whether a problem stops the import or is listed for somebody to look at."""

    ERROR = "error"
    REVIEW = "review"


class ProblemCode(StrEnum):
    """One member per thing that can be wrong."""

    # the folder or ZIP
    NOT_A_ROSTER = "not_a_roster"
    BAD_ARCHIVE = "bad_archive"
    ENCRYPTED_ARCHIVE = "encrypted_archive"
    FILES_IN_SUBFOLDER = "files_in_subfolder"
    LINK_INSTEAD_OF_FILE = "link_instead_of_file"
    SAME_FILE_TWICE = "same_file_twice"
    TOO_LARGE = "too_large"
    TOO_MANY_FILES = "too_many_files"
    # whose roster it is
    UNKNOWN_SENDER = "unknown_sender"
    FOREIGN_PROVIDER = "foreign_provider"
    # the manifest
    MISSING_MANIFEST = "missing_manifest"
    UNKNOWN_VERSION = "unknown_version"
    UNKNOWN_MODE = "unknown_mode"
    MISSING_FILE = "missing_file"
    FILE_NOT_ANNOUNCED = "file_not_announced"
    # one file
    NOT_UTF8 = "not_utf8"
    NOT_CSV = "not_csv"
    NOT_COMMAS = "not_commas"
    EMPTY_FILE = "empty_file"
    MISSING_COLUMN = "missing_column"
    SAME_COLUMN_TWICE = "same_column_twice"
    WRONG_NUMBER_OF_CELLS = "wrong_number_of_cells"
    # one cell
    CONTROL_CHARACTER = "control_character"
    TOO_LONG = "too_long"
    BLANK = "blank"
    BAD_CHOICE = "bad_choice"
    BAD_DATE = "bad_date"
    BAD_BOOLEAN = "bad_boolean"
    BAD_ID = "bad_id"
    SAME_ID_TWICE = "same_id_twice"
    DELETED_IN_BULK = "deleted_in_bulk"
    BAD_GRADE = "bad_grade"
    BAD_LANGUAGE = "bad_language"
    BAD_MUNICIPALITY = "bad_municipality"
    UNKNOWN_COUNTY = "unknown_county"
    BAD_EMAIL = "bad_email"
    BAD_PHONE = "bad_phone"
    SAME_USERNAME_TWICE = "same_username_twice"
    UNKNOWN_TITLE = "unknown_title"
    MISSING_TITLE = "missing_title"
    # the identity code
    IDENTITY_CODE_FORMAT = "identity_code_format"
    IDENTITY_CODE_SEPARATOR = "identity_code_separator"
    IDENTITY_CODE_DATE = "identity_code_date"
    IDENTITY_CODE_NUMBER = "identity_code_number"
    IDENTITY_CODE_ARTIFICIAL = "identity_code_artificial"
    IDENTITY_CODE_CHECK = "identity_code_check"
    SAME_IDENTITY_CODE_TWICE = "same_identity_code_twice"
    SHARED_IDENTITY_CODE = "shared_identity_code"
    KNOWN_IDENTITY_CODE = "known_identity_code"
    BIRTH_DATE_DISAGREES = "birth_date_disagrees"
    NO_BIRTH_DATE = "no_birth_date"
    # rows that do not fit together
    UNKNOWN_REFERENCE = "unknown_reference"
    WRONG_PARENT = "wrong_parent"
    NOT_A_SCHOOL = "not_a_school"
    PERIOD_BACKWARDS = "period_backwards"
    WRONG_SCHOOL = "wrong_school"
    WRONG_ROLE_IN_CLASS = "wrong_role_in_class"
    SEVERAL_RESPONSIBLE_TEACHERS = "several_responsible_teachers"
    STUDENT_WITHOUT_SCHOOL = "student_without_school"
    AGENT_OF_WRONG_ROLE = "agent_of_wrong_role"
    ONE_SIDED_RELATION = "one_sided_relation"
    RIGHT_WITHOUT_RELATION = "right_without_relation"
    RIGHT_OF_WRONG_ROLE = "right_of_wrong_role"
    MINOR_WITHOUT_GUARDIAN = "minor_without_guardian"


FOR_REVIEW = frozenset(
    {
        ProblemCode.FILE_NOT_ANNOUNCED,
        ProblemCode.BAD_EMAIL,
        ProblemCode.BAD_PHONE,
        ProblemCode.UNKNOWN_TITLE,
        ProblemCode.MISSING_TITLE,
        ProblemCode.SHARED_IDENTITY_CODE,
        ProblemCode.SEVERAL_RESPONSIBLE_TEACHERS,
        ProblemCode.MINOR_WITHOUT_GUARDIAN,
    }
)
"""Listed, but the import goes on. Everything else stops it: a wrong guess could show a child to the wrong adult."""
