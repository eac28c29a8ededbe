"""Words for the codes of the rights desk."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from welfare.datarights.asked import IdentityWay, SentBy
from welfare.rules.log_requests import Asker, Light, LogRefusal, LogState, Mandate
from welfare.rules.registers import Register

STATE_WORDS = {
    LogState.RECEIVED: lazy_pgettext("log request", "Received"),
    LogState.GRANTED: lazy_pgettext("log request", "Report made"),
    LogState.REFUSED: lazy_pgettext("log request", "Refused"),
    LogState.SENT: lazy_pgettext("log request", "Sent"),
    LogState.CLOSED: lazy_pgettext("log request", "Closed"),
}
STATE_LOOKS = {
    LogState.RECEIVED: ("go", "inbox"),
    LogState.GRANTED: ("go", "note"),
    LogState.REFUSED: ("late", "lock"),
    LogState.SENT: ("good", "share"),
    LogState.CLOSED: ("", "check"),
}
LIGHT_LOOKS = {
    Light.LATE: ("late", "alert"),
    Light.TODAY: ("soon", "clock"),
    Light.SOON: ("soon", "clock"),
    Light.LATER: ("good", "clock"),
    Light.MET: ("good", "check"),
    Light.MISSED: ("late", "alert"),
}
ASKER_WORDS = {
    Asker.ONESELF: _l("The person whom it is about"),
    Asker.GUARDIAN: _l("A guardian"),
    Asker.REPRESENTATIVE: _l("Another legal representative, or somebody with a mandate"),
}
MANDATE_WORDS = {
    Mandate.PERSON: _l("A mandate of the person whom it is about"),
    Mandate.GUARDIAN: _l("A mandate of a guardian"),
    Mandate.APPOINTED: _l("A decision of an authority or a court"),
}
IDENTITY_WORDS = {
    IdentityWay.DOCUMENT: _l("Showed an identity document"),
    IdentityWay.SIGNED_IN: _l("Asked while signed in"),
    IdentityWay.KNOWN: _l("Known to the officer in person"),
    IdentityWay.NOT_SURE: _l("Not made sure yet"),
}
SENT_WORDS = {
    SentBy.HANDED_OVER: _l("Handed over against an identity document"),
    SentBy.POST: _l("By post"),
    SentBy.SECURE_MAIL: _l("By secure mail"),
    SentBy.OWN_PAGE: _l("On the person’s own page"),
}
REFUSAL_WORDS = {
    LogRefusal.DANGER_TO_HEALTH: _l("Knowing it could seriously endanger the person’s health or care"),
    LogRefusal.RIGHTS_OF_OTHERS: _l("Knowing it could seriously endanger the rights of somebody else"),
    LogRefusal.CRIME_PREVENTION: _l("Knowing it could hinder the prevention or investigation of crime"),
    LogRefusal.PUBLIC_SECURITY: _l("Knowing it could endanger public security"),
    LogRefusal.TOO_OLD: _l("Older than two years, and no special reason was given"),
    LogRefusal.NO_RIGHT: _l("Whoever asks has not shown a right to the information"),
}
LANGUAGE_WORDS = {"fi": _l("Finnish"), "sv": _l("Swedish"), "en": _l("English")}
OWN_REGISTER_WORDS = {
    Register.WELFARE: _l("What the group at school has written"),
    Register.SOCIAL: _l("The curator’s records"),
    Register.PSYCHOLOGY: _l("The psychologist’s records"),
    Register.HEALTH: _l("The nurse’s and the doctor’s records"),
}
"""The registers in plain words, for the own pages."""
