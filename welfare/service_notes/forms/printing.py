"""Why a client's plan is printed."""

from flask_babel import lazy_gettext as _l

from welfare.rules.printing import PrintPurpose
from welfare.service_notes.forms.texts import NoteLine
from welfare.ui.print_forms import PrintedForForm, foot_line, purpose_tiles

PURPOSE_WORDS = {
    PrintPurpose.READING: _l("To be read through with the client"),
    PrintPurpose.PARTY: _l("For the client or a guardian, who asked for it"),
    PrintPurpose.OVERSIGHT: _l("For an authority that oversees or hears an appeal"),
    PrintPurpose.OTHER: _l("Another purpose"),
}


class PrintPlanForm(PrintedForForm):
    """What a record of a service is printed for."""

    purposes = PURPOSE_WORDS
    purpose = purpose_tiles(PURPOSE_WORDS)
    words = foot_line(NoteLine)
