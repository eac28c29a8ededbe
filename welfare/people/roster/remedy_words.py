"""What to do about it, in the reader's language: one sentence for each remedy."""

from flask_babel import lazy_gettext as _l

from welfare.people.roster.remedies import Remedy

REMEDIES: dict[Remedy, str] = {
    Remedy.GIVE_FOLDER_OR_ZIP: _l("Choose a folder or ZIP file with OneRoster CSV files."),
    Remedy.PACK_AGAIN: _l("Pack the CSV files again with an ordinary program, nothing else with them."),
    Remedy.PACK_WITHOUT_PASSWORD: _l("Pack the files without a password."),
    Remedy.PACK_AT_TOP: _l("Pack the files themselves, not the folder they are in."),
    Remedy.PUT_FILE_ITSELF: _l("Put the file itself here."),
    Remedy.SPLIT_OR_RAISE_LIMIT: _l("Send fewer schools at a time, or ask the administrator for a higher limit."),
    Remedy.SEND_ORGS: _l("Send orgs.csv with the education provider in it."),
    Remedy.ASK_OTHER_ADMINISTRATOR: _l("Ask an administrator of that provider to import the roster."),
    Remedy.ADD_MANIFEST: _l("Add manifest.csv, which says what each file is."),
    Remedy.EXPORT_AS_1_1: _l("Export again and choose OneRoster 1.1 CSV."),
    Remedy.CORRECT_MANIFEST: _l("Write bulk, delta or absent for the file in manifest.csv."),
    Remedy.ADD_FILE_OR_SAY_ABSENT: _l("Add the file, or write absent for it in manifest.csv."),
    Remedy.SAVE_AS_UTF8: _l("Save the file as CSV in UTF-8."),
    Remedy.EXPORT_AGAIN: _l("Export the file again, and check that the export was not interrupted."),
    Remedy.EXPORT_WITH_COMMAS: _l("Save the file as CSV separated by commas."),
    Remedy.ADD_COLUMN: _l("Add the column to the export; its cells may be empty where nothing is known."),
    Remedy.REMOVE_COLUMN: _l("Keep one of the columns and remove the other."),
    Remedy.QUOTE_CELLS: _l("Put quotation marks around cells that hold a comma, and export again."),
    Remedy.REMOVE_CHARACTER: _l("Delete the cell and type it again."),
    Remedy.SHORTEN: _l("Shorten the text."),
    Remedy.FILL_IN: _l("Fill in the cell."),
    Remedy.USE_LISTED_VALUE: _l("Use a value that OneRoster 1.1 and these instructions list for the column."),
    Remedy.USE_ISO_DATE: _l("Write the date as year-month-day, such as 2026-08-11."),
    Remedy.USE_TRUE_OR_FALSE: _l("Write true or false."),
    Remedy.USE_PLAIN_ID: _l("Use an id without commas."),
    Remedy.GIVE_EACH_ITS_OWN: _l("Give each row a value of its own, or remove the extra row."),
    Remedy.LEAVE_STATUS_BLANK: _l("Leave the row out, or send the file as delta."),
    Remedy.USE_GRADE_CODE: _l("Use KG, or 01 to 12 with two digits."),
    Remedy.USE_TWO_LETTERS: _l("Use the two-letter code of ISO 639-1, such as fi, sv or so."),
    Remedy.USE_MUNICIPALITY_CODE: _l("Use the three-digit code with its leading zeros, or leave the cell empty."),
    Remedy.USE_COUNTY_CODE: _l("Use the two-digit code of the county."),
    Remedy.CORRECT_LATER: _l("Correct it in the source; it comes with the next import."),
    Remedy.ADD_TITLE_TO_MAPPING: _l(
        "Ask the administrator to add the title to config/policy/titles.toml, or give the role by hand."
    ),
    Remedy.CHECK_IDENTITY_CODE: _l(
        "Check the personal identity code against the population register, or leave the cell empty."
    ),
    Remedy.MERGE_ROWS: _l("Give the person one row with one sourcedId, or correct the code."),
    Remedy.CONFIRM_SAME_PERSON: _l("Check that both rows are the same person."),
    Remedy.CHECK_BOTH: _l("Check both and correct the wrong one."),
    Remedy.ADD_ROW_OR_CORRECT: _l("Add the row that is named here, or correct the name."),
    Remedy.CORRECT_LINK: _l("Correct the sourcedId in this cell."),
    Remedy.SWAP_DATES: _l("Correct the dates."),
    Remedy.NAME_BOTH_WAYS: _l("Name the student and the guardian or parent on each other’s rows, or on neither."),
    Remedy.REMOVE_RIGHT: _l("Empty the cell, or correct the role."),
    Remedy.ADD_GUARDIAN: _l("Check who has custody, and add the guardian to the export."),
}
