"""Words for what an import has left to look at, and for how one ended."""

from flask_babel import lazy_gettext as _l

from welfare.people.models import PersonKind
from welfare.people.roster.applying.reviews import MARK_GONE, UNIT_TYPE_UNKNOWN
from welfare.people.roster.errands import Failure
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import EndReason
from welfare.people.roster.words import MESSAGES

KIND_WORDS = {
    PersonKind.STUDENT: _l("Student"),
    PersonKind.GUARDIAN: _l("Guardian or parent"),
    PersonKind.STAFF: _l("Staff"),
}
FILE_WORDS = {
    RosterFile.ORGS: _l("Schools"),
    RosterFile.ACADEMIC_SESSIONS: _l("School years and terms"),
    RosterFile.CLASSES: _l("Classes"),
    RosterFile.USERS: _l("People"),
    RosterFile.ENROLLMENTS: _l("Places in classes"),
}
REVIEW_WORDS: dict[str, str] = {
    EndReason.VANISHED.value: _l("Is no longer in the roster, and has been ended with posts and ties."),
    EndReason.MARKED.value: _l("Is marked as gone in the roster, and has been ended with posts and ties."),
    UNIT_TYPE_UNKNOWN: _l("The roster does not tell what this school gives. Choose it on the page of the school."),
    MARK_GONE: _l(
        "Is no longer marked in the roster as hidden for safety. The non-disclosure stands: two persons end it."
    ),
    **{code.value: words for code, words in MESSAGES.items()},
}
FAILURE_WORDS = {
    Failure.ERROR: _l("Something unexpected happened."),
    Failure.CHANGED: _l(
        "Meanwhile somebody else has imported a roster, so this one would do something else than was shown."
    ),
    Failure.GONE: _l("The file was an hour old and has been removed."),
    Failure.UNSOUND: _l("Meanwhile the roster no longer fits what is here."),
}
