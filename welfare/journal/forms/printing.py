"""Why a part of the record is printed: minutes, a plan."""

from flask_babel import lazy_gettext as _l

from welfare.journal.forms.texts import EntryLine
from welfare.rules.printing import PrintPurpose
from welfare.ui.print_forms import PrintedForForm, foot_line, purpose_tiles

PURPOSE_WORDS = {
    PrintPurpose.READING: _l("To be read through with the pupil"),
    PrintPurpose.PARTY: _l("For the pupil or a guardian, who asked for it"),
    PrintPurpose.GROUP: _l("For the work of the group"),
    PrintPurpose.DISCLOSURE: _l("For somebody outside, by a disclosure recorded in the journal"),
    PrintPurpose.OVERSIGHT: _l("For an authority that oversees or hears an appeal"),
    PrintPurpose.OTHER: _l("Another purpose"),
}


class PrintForm(PrintedForForm):
    """What a record of the group is printed for."""

    purposes = PURPOSE_WORDS
    purpose = purpose_tiles(PURPOSE_WORDS)
    words = foot_line(EntryLine)
