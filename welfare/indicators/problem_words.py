"""What is wrong with a file of numbers, in words, each with what to do."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.indicators.importing.problems import Problem, ProblemCode

PROBLEM_WORDS = {
    ProblemCode.TOO_LARGE: _l("The file is larger than 8 MB. Fetch fewer indicators or years at a time."),
    ProblemCode.EMPTY_FILE: _l("The file is empty. Choose the file again."),
    ProblemCode.NOT_UTF8: _l("The file is not UTF-8 text. Save it as UTF-8 and hand it over again."),
    ProblemCode.WRONG_SEPARATOR: _l(
        "The columns are not separated by semicolons. Save the file with ; between columns."
    ),
    ProblemCode.MISSING_COLUMN: _l(
        "A column is missing or stands twice. Keep the first line as the publisher gives it."
    ),
    ProblemCode.NOT_CSV: _l("The line is no CSV: a quotation mark is not closed."),
    ProblemCode.NOT_JSON: _l("This is no JSON list of numbers. Save the publisher’s answer as it is."),
    ProblemCode.TOO_MANY_ROWS: _l("The file has too many rows. Fetch fewer indicators or years at a time."),
    ProblemCode.WRONG_NUMBER_OF_CELLS: _l("The row has more or fewer cells than the first line."),
    ProblemCode.BAD_CODE: _l("The code is missing, is longer than 60 characters or has signs that cannot be read."),
    ProblemCode.BAD_YEAR: _l("The year is missing or is no year. Write four figures."),
    ProblemCode.BAD_GROUP: _l("The group is unknown. Write total, male or female."),
    ProblemCode.DECIMAL_COMMA: _l("The number has a decimal comma. Write a decimal point: 7.9."),
    ProblemCode.BAD_NUMBER: _l("This is no number. Leave a number that was not published empty."),
    ProblemCode.OUT_OF_RANGE: _l("The number cannot be one of this indicator: a share is from 0 to 100."),
    ProblemCode.MISSING_N: _l("How many answered is missing or is no whole number. A school’s result needs it."),
    ProblemCode.SAME_CELL_TWICE: _l("The same place, year and group stand twice with different numbers. Remove one."),
    ProblemCode.UNKNOWN_INDICATOR: _l("No indicator of the library is known by this code."),
    ProblemCode.UNKNOWN_REGION: _l(
        "The region is not followed here, or its number is not known: hand over the list of regions."
    ),
    ProblemCode.UNKNOWN_SCHOOL: _l("No school here has this code or name."),
    ProblemCode.NOT_AT_THIS_LEVEL: _l("The indicator is not known at this level."),
    ProblemCode.NOT_OF_THIS_UNIT: _l("A school imports its own results alone."),
    ProblemCode.FOREIGN_COLUMN: _l(
        "The file has columns that are not asked for. Only counts are taken, never a list of pupils: "
        "leave the nine columns alone."
    ),
    ProblemCode.IDENTITY_CODE: _l(
        "There is a personal identity code in the row. Only counts are taken, never anything of one pupil."
    ),
    ProblemCode.BAD_TERM: _l("The term is not known or has not begun. Write autumn or spring, and its calendar year."),
    ProblemCode.BAD_CATEGORY: _l("The category is not known. Use the names of the list on the page of the import."),
    ProblemCode.BAD_REASON: _l("The reason is not known, or is not one of this category. Leave it empty if unsure."),
    ProblemCode.BAD_GRADE: _l("The class level is not known. Write a whole number from 0 to 10."),
    ProblemCode.TWO_PARTS: _l("The row has a class level and a reason. Tell them on two rows."),
    ProblemCode.BAD_COUNT: _l("Pupils and hours are whole numbers from 0 on. Round the hours."),
    ProblemCode.HALF_COUNT: _l("Write both how many pupils and how many hours, or nought for both."),
    ProblemCode.MISSING_ENROLLED: _l(
        "How many pupils the school has is missing, differs within the term, or is fewer than were away."
    ),
    ProblemCode.MISSING_TOTAL: _l(
        "The row without class level and reason is missing: each category needs its total in the same file."
    ),
    ProblemCode.NOT_THE_SUM: _l("The class levels do not add up to the total, or the reasons are more than it."),
}


def problem_text(problem: Problem) -> str:
    """What is wrong, where, and what stands there."""
    words = str(PROBLEM_WORDS[problem.code])
    return f"{_('Row %(number)s', number=problem.row)}: {words}" if problem.row else words
