"""Words for expressions of will, as the people they concern say them (IND §11)."""

from flask_babel import lazy_gettext as _l

from welfare.rules.ability import Ability
from welfare.rules.answers import ConsentStatus
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way, WillLack
from welfare.rules.prohibition import ProhibitionStatus

KIND_WORDS = {
    ConsentKind.GROUP_HANDLING: _l("Handling the matter in an expert group"),
    ConsentKind.GROUP_MEMBER: _l("A member of the expert group"),
    ConsentKind.OUTSIDER_PARTICIPATION: _l("A partner or relative takes part"),
    ConsentKind.DISCLOSURE: _l("Giving information to someone outside the group"),
    ConsentKind.TRANSFER: _l("Transfer of welfare information to a new provider"),
    ConsentKind.MINOR_PROHIBITION: _l("A minor leaves a guardian out"),
}
KIND_NOTES = {
    ConsentKind.GROUP_HANDLING: _l("The first one needed: without it the group cannot meet or keep a journal."),
    ConsentKind.GROUP_MEMBER: _l("One for each expert, by name. It gives the right to see the matter."),
    ConsentKind.OUTSIDER_PARTICIPATION: _l("Specific and in writing. It gives no account and no right to the journal."),
    ConsentKind.DISCLOSURE: _l("Specific and in writing: what, to whom and for what."),
    ConsentKind.TRANSFER: _l("When the pupil changes to another education provider."),
    ConsentKind.MINOR_PROHIBITION: _l("For a weighty reason; a social or health professional assesses the interest."),
}
ANSWER_WORDS = {
    Answer.GIVEN: _l("Consented"),
    Answer.REFUSED: _l("Refused"),
    Answer.WITHDRAWN: _l("Withdrawn"),
}
CAPACITY_WORDS = {
    GiverCapacity.SELF: _l("the pupil"),
    GiverCapacity.GUARDIAN: _l("guardian"),
    GiverCapacity.REPRESENTATIVE: _l("legal representative"),
}
WAY_WORDS = {
    Way.PAPER: _l("In writing on paper"),
    Way.SIGNED_ESERVICE: _l("Signed in an electronic service"),
    Way.ORAL_IN_MEETING: _l("By word of mouth"),
}
WAY_SHORT = {
    Way.PAPER: _l("in writing"),
    Way.SIGNED_ESERVICE: _l("signed electronically"),
    Way.ORAL_IN_MEETING: _l("by word of mouth"),
}
STATUS_WORDS = {
    ConsentStatus.VALID: _l("In force"),
    ConsentStatus.COMING: _l("Begins later"),
    ConsentStatus.EXPIRED: _l("Expired"),
    ConsentStatus.REFUSED: _l("Refused"),
    ConsentStatus.WITHDRAWN: _l("Withdrawn"),
    ConsentStatus.SUPERSEDED: _l("Replaced"),
    ConsentStatus.MISSING: _l("Not complete"),
}
ABILITY_WORDS = {
    Ability.ABLE: _l("The pupil understands what the consent means"),
    Ability.UNABLE: _l("The pupil cannot judge what the consent means"),
}
PROHIBITION_WORDS = {
    ProhibitionStatus.NONE: _l("No prohibition"),
    ProhibitionStatus.INCOMPLETE: _l("Not complete"),
    ProhibitionStatus.AWAITS_ASSESSMENT: _l("Awaits assessment"),
    ProhibitionStatus.AGAINST_INTEREST: _l("Against the interest"),
    ProhibitionStatus.STANDS: _l("In force"),
    ProhibitionStatus.WITHDRAWN: _l("Withdrawn"),
}
LACK_WORDS = {
    WillLack.PERSON: _l("Say who is meant."),
    WillLack.GIVER: _l("Choose who answers."),
    WillLack.ABILITY_FINDING: _l(
        "Only when the pupil cannot judge what the consent means does a guardian answer in the pupil's place. "
        "Record the finding, or let the pupil answer."
    ),
    WillLack.WRITTEN: _l(
        "The act asks for this consent in writing. Choose another way, or record it once it is signed."
    ),
    WillLack.SCOPE: _l("Say which information the consent covers: it must be specific."),
    WillLack.INFORMATION: _l("Say in which language the pupil or guardian was informed."),
    WillLack.VALIDITY: _l("The consent cannot begin before it was given or end before it begins. Check the days."),
    WillLack.DATE: _l("The answer cannot be from the future. Check the day."),
}
LANGUAGE_WORDS = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
"""The languages of the information texts, each by its own name."""

KIND_SLUGS = {kind: kind.value.replace("_", "-") for kind in ConsentKind}
"""How kinds stand in addresses."""
