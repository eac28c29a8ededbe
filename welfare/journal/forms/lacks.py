"""What keeps data from being disclosed, said at the fields of whichever form tells of a disclosure."""

from collections.abc import Iterable

from flask_babel import gettext as _

from welfare.journal.forms.entry import EntryForm
from welfare.rules.disclosure import DisclosureLack


def refuse_disclosure(form: EntryForm, lacks: Iterable[DisclosureLack]) -> None:
    """Say at the fields what is lacking (OHL 22-23 §; rules 24 and 25)."""
    by_consent = _("This ground needs a valid written consent. Choose one, or another ground.")
    words = {
        DisclosureLack.WHAT: ("what", _("Write what is given.")),
        DisclosureLack.TO_WHOM: ("to_whom", _("Write to whom it is given.")),
        DisclosureLack.GROUND: ("ground", _("Choose the ground of the disclosure.")),
        DisclosureLack.CONSENT: ("ground", by_consent),
        DisclosureLack.NECESSITY: ("necessity", _("This ground allows only what is necessary. Write why it is.")),
        DisclosureLack.QUESTION: ("question", _("Write what is asked of the expert.")),
        DisclosureLack.RECEIVER: (
            "reader",
            _("This ground does not let data go to this person. Choose another reader, or another ground."),
        ),
        DisclosureLack.DECIDER: ("ground", _("On this ground the responsible person decides.")),
    }
    for lack in lacks:
        name, said = words[lack]
        form.refuse(name if name in form else None, said)
