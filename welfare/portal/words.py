"""Easy words of the own pages."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.rules.cases import CaseState
from welfare.rules.goals import Rater

MATTER_WORDS = {
    CaseState.PROPOSED: _l("We are asking who may take part. Nothing begins without a yes."),
    CaseState.OPEN: _l("The group is working on this."),
    CaseState.FOLLOW_UP: _l("The group is looking how it goes on."),
    CaseState.CLOSED: _l("This is over."),
}
RATED_BY = {
    Rater.STUDENT: lazy_pgettext("rated", "the pupil’s own view"),
    Rater.WORKER: lazy_pgettext("rated", "a worker’s view"),
}
