"""What the sender of a roster should do about each problem. Words: words.py."""

from enum import StrEnum

from welfare.people.roster.codes import ProblemCode


class Remedy(StrEnum):
    """What the sender of the roster should do."""

    GIVE_FOLDER_OR_ZIP = "give_folder_or_zip"
    PACK_AGAIN = "pack_again"
    PACK_WITHOUT_PASSWORD = "pack_without_password"  # noqa: S105 - a remedy, no password
    PACK_AT_TOP = "pack_at_top"
    PUT_FILE_ITSELF = "put_file_itself"
    SPLIT_OR_RAISE_LIMIT = "split_or_raise_limit"
    SEND_ORGS = "send_orgs"
    ASK_OTHER_ADMINISTRATOR = "ask_other_administrator"
    ADD_MANIFEST = "add_manifest"
    EXPORT_AS_1_1 = "export_as_1_1"
    CORRECT_MANIFEST = "correct_manifest"
    ADD_FILE_OR_SAY_ABSENT = "add_file_or_say_absent"
    SAVE_AS_UTF8 = "save_as_utf8"
    EXPORT_AGAIN = "export_again"
    EXPORT_WITH_COMMAS = "export_with_commas"
    ADD_COLUMN = "add_column"
    REMOVE_COLUMN = "remove_column"
    QUOTE_CELLS = "quote_cells"
    REMOVE_CHARACTER = "remove_character"
    SHORTEN = "shorten"
    FILL_IN = "fill_in"
    USE_LISTED_VALUE = "use_listed_value"
    USE_ISO_DATE = "use_iso_date"
    USE_TRUE_OR_FALSE = "use_true_or_false"
    USE_PLAIN_ID = "use_plain_id"
    GIVE_EACH_ITS_OWN = "give_each_its_own"
    LEAVE_STATUS_BLANK = "leave_status_blank"
    USE_GRADE_CODE = "use_grade_code"
    USE_TWO_LETTERS = "use_two_letters"
    USE_MUNICIPALITY_CODE = "use_municipality_code"
    USE_COUNTY_CODE = "use_county_code"
    CORRECT_LATER = "correct_later"
    ADD_TITLE_TO_MAPPING = "add_title_to_mapping"
    CHECK_IDENTITY_CODE = "check_identity_code"
    MERGE_ROWS = "merge_rows"
    CONFIRM_SAME_PERSON = "confirm_same_person"
    CHECK_BOTH = "check_both"
    ADD_ROW_OR_CORRECT = "add_row_or_correct"
    CORRECT_LINK = "correct_link"
    SWAP_DATES = "swap_dates"
    NAME_BOTH_WAYS = "name_both_ways"
    REMOVE_RIGHT = "remove_right"
    ADD_GUARDIAN = "add_guardian"


REMEDY_OF = {
    ProblemCode.NOT_A_ROSTER: Remedy.GIVE_FOLDER_OR_ZIP,
    ProblemCode.BAD_ARCHIVE: Remedy.PACK_AGAIN,
    ProblemCode.ENCRYPTED_ARCHIVE: Remedy.PACK_WITHOUT_PASSWORD,
    ProblemCode.FILES_IN_SUBFOLDER: Remedy.PACK_AT_TOP,
    ProblemCode.LINK_INSTEAD_OF_FILE: Remedy.PUT_FILE_ITSELF,
    ProblemCode.SAME_FILE_TWICE: Remedy.PACK_AGAIN,
    ProblemCode.TOO_LARGE: Remedy.SPLIT_OR_RAISE_LIMIT,
    ProblemCode.TOO_MANY_FILES: Remedy.PACK_AGAIN,
    ProblemCode.UNKNOWN_SENDER: Remedy.SEND_ORGS,
    ProblemCode.FOREIGN_PROVIDER: Remedy.ASK_OTHER_ADMINISTRATOR,
    ProblemCode.MISSING_MANIFEST: Remedy.ADD_MANIFEST,
    ProblemCode.UNKNOWN_VERSION: Remedy.EXPORT_AS_1_1,
    ProblemCode.UNKNOWN_MODE: Remedy.CORRECT_MANIFEST,
    ProblemCode.MISSING_FILE: Remedy.ADD_FILE_OR_SAY_ABSENT,
    ProblemCode.FILE_NOT_ANNOUNCED: Remedy.CORRECT_MANIFEST,
    ProblemCode.NOT_UTF8: Remedy.SAVE_AS_UTF8,
    ProblemCode.NOT_CSV: Remedy.EXPORT_AGAIN,
    ProblemCode.NOT_COMMAS: Remedy.EXPORT_WITH_COMMAS,
    ProblemCode.EMPTY_FILE: Remedy.EXPORT_AGAIN,
    ProblemCode.MISSING_COLUMN: Remedy.ADD_COLUMN,
    ProblemCode.SAME_COLUMN_TWICE: Remedy.REMOVE_COLUMN,
    ProblemCode.WRONG_NUMBER_OF_CELLS: Remedy.QUOTE_CELLS,
    ProblemCode.CONTROL_CHARACTER: Remedy.REMOVE_CHARACTER,
    ProblemCode.TOO_LONG: Remedy.SHORTEN,
    ProblemCode.BLANK: Remedy.FILL_IN,
    ProblemCode.BAD_CHOICE: Remedy.USE_LISTED_VALUE,
    ProblemCode.BAD_DATE: Remedy.USE_ISO_DATE,
    ProblemCode.BAD_BOOLEAN: Remedy.USE_TRUE_OR_FALSE,
    ProblemCode.BAD_ID: Remedy.USE_PLAIN_ID,
    ProblemCode.SAME_ID_TWICE: Remedy.GIVE_EACH_ITS_OWN,
    ProblemCode.DELETED_IN_BULK: Remedy.LEAVE_STATUS_BLANK,
    ProblemCode.BAD_GRADE: Remedy.USE_GRADE_CODE,
    ProblemCode.BAD_LANGUAGE: Remedy.USE_TWO_LETTERS,
    ProblemCode.BAD_MUNICIPALITY: Remedy.USE_MUNICIPALITY_CODE,
    ProblemCode.UNKNOWN_COUNTY: Remedy.USE_COUNTY_CODE,
    ProblemCode.BAD_EMAIL: Remedy.CORRECT_LATER,
    ProblemCode.BAD_PHONE: Remedy.CORRECT_LATER,
    ProblemCode.SAME_USERNAME_TWICE: Remedy.GIVE_EACH_ITS_OWN,
    ProblemCode.UNKNOWN_TITLE: Remedy.ADD_TITLE_TO_MAPPING,
    ProblemCode.MISSING_TITLE: Remedy.FILL_IN,
    ProblemCode.IDENTITY_CODE_FORMAT: Remedy.CHECK_IDENTITY_CODE,
    ProblemCode.IDENTITY_CODE_SEPARATOR: Remedy.CHECK_IDENTITY_CODE,
    ProblemCode.IDENTITY_CODE_DATE: Remedy.CHECK_IDENTITY_CODE,
    ProblemCode.IDENTITY_CODE_NUMBER: Remedy.CHECK_IDENTITY_CODE,
    ProblemCode.IDENTITY_CODE_ARTIFICIAL: Remedy.CHECK_IDENTITY_CODE,
    ProblemCode.IDENTITY_CODE_CHECK: Remedy.CHECK_IDENTITY_CODE,
    ProblemCode.SAME_IDENTITY_CODE_TWICE: Remedy.MERGE_ROWS,
    ProblemCode.SHARED_IDENTITY_CODE: Remedy.CONFIRM_SAME_PERSON,
    ProblemCode.KNOWN_IDENTITY_CODE: Remedy.CHECK_IDENTITY_CODE,
    ProblemCode.BIRTH_DATE_DISAGREES: Remedy.CHECK_BOTH,
    ProblemCode.NO_BIRTH_DATE: Remedy.FILL_IN,
    ProblemCode.UNKNOWN_REFERENCE: Remedy.ADD_ROW_OR_CORRECT,
    ProblemCode.WRONG_PARENT: Remedy.CORRECT_LINK,
    ProblemCode.NOT_A_SCHOOL: Remedy.CORRECT_LINK,
    ProblemCode.PERIOD_BACKWARDS: Remedy.SWAP_DATES,
    ProblemCode.WRONG_SCHOOL: Remedy.CHECK_BOTH,
    ProblemCode.WRONG_ROLE_IN_CLASS: Remedy.CHECK_BOTH,
    ProblemCode.SEVERAL_RESPONSIBLE_TEACHERS: Remedy.CHECK_BOTH,
    ProblemCode.STUDENT_WITHOUT_SCHOOL: Remedy.CORRECT_LINK,
    ProblemCode.AGENT_OF_WRONG_ROLE: Remedy.CORRECT_LINK,
    ProblemCode.ONE_SIDED_RELATION: Remedy.NAME_BOTH_WAYS,
    ProblemCode.RIGHT_WITHOUT_RELATION: Remedy.NAME_BOTH_WAYS,
    ProblemCode.RIGHT_OF_WRONG_ROLE: Remedy.REMOVE_RIGHT,
    ProblemCode.MINOR_WITHOUT_GUARDIAN: Remedy.ADD_GUARDIAN,
}
