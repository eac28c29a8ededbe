"""Words of groups, seats and voices (COM §6)."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.communal.models import GroupSeat, WelfareGroup
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.words import LANGUAGE_WORDS
from welfare.rules.unit_types import UnitType
from welfare.rules.welfare_groups import Duty, GroupKind, SeatHolder, SpanLack, Voice
from welfare.ui.formats import date_range_text, date_text

GROUP_WORDS = {
    GroupKind.SCHOOL: _l("School welfare group"),
    GroupKind.STEERING: _l("Steering group of student welfare"),
    GroupKind.REGIONAL: _l("Regional cooperation group"),
    GroupKind.LAPE: _l("LAPE cooperation group"),
}
OWN_GROUPS = {
    UnitType.PRE_PRIMARY: _l("Welfare group of pre-primary education"),
    UnitType.EARLY_CHILDHOOD: _l("Wellbeing group of early childhood education"),
}
"""What the group of a unit is called where it is no school; that of early childhood education no act asks for."""
KINDS_OF = {
    OrganisationKind.SCHOOL: (GroupKind.SCHOOL,),
    OrganisationKind.PROVIDER: (GroupKind.STEERING, GroupKind.LAPE),
    OrganisationKind.COUNTY: (GroupKind.REGIONAL, GroupKind.LAPE),
}
"""The groups of each level, as COM §2 has them."""
HOLDER_WORDS = {
    SeatHolder.PUPILS: _l("Representatives of pupils"),
    SeatHolder.GUARDIANS: _l("Representatives of guardians"),
    SeatHolder.PARTNER: _l("A partner organisation"),
}
DUTY_WORDS = {
    Duty.CHAIR: _l("Chair"),
    Duty.DEPUTY: _l("Deputy chair"),
    Duty.SECRETARY: _l("Secretary"),
    Duty.MEMBER: _l("Member"),
}
VOICE_WORDS = {
    Voice.LEADER: _l("A leader whom the provider has named"),
    Voice.TEACHING: _l("Teaching staff"),
    Voice.HEALTH: _l("School or student health care"),
    Voice.PSYCHOLOGY: _l("Psychologist services"),
    Voice.CURATOR: _l("Curator services"),
    Voice.PUPILS: _l("Pupils"),
    Voice.GUARDIANS: _l("Guardians"),
    Voice.SERVICES: _l("Staff of the student welfare services"),
    Voice.PROVIDERS: _l("Education providers"),
    Voice.PARTNERS: _l("Associations, parishes and other partners"),
    Voice.BOTH_LANGUAGES: _l("Both national languages"),
}
LANGUAGE_GROUPS = {
    "fi": _l("Finnish-language group"),
    "sv": _l("Swedish-language group"),
}


def group_name(group: WelfareGroup, unit: Organisation) -> str:
    """What a group is called, with its language where the languages have groups of their own."""
    words = str(kind_words(group.kind, unit))
    return f"{words}, {LANGUAGE_WORDS[group.language]}" if group.language else words


def kind_words(kind: GroupKind, unit: Organisation) -> str:
    """What a kind of group is called in a unit."""
    own = OWN_GROUPS.get(unit.unit_type) if unit.unit_type and kind is GroupKind.SCHOOL else None
    return str(own or GROUP_WORDS[kind])


def term_text(group: WelfareGroup) -> str:
    """The days of a group."""
    return date_range_text(group.begins_on, group.ends_on)


def seat_days(seat: GroupSeat, group: WelfareGroup) -> str:
    """The days of a seat where they are not the group's own."""
    if seat.begins_on == group.begins_on and seat.ends_on in {None, group.ends_on}:
        return ""
    if seat.ends_on is None:
        return _("from %(day)s", day=date_text(seat.begins_on))
    return date_range_text(seat.begins_on, seat.ends_on)


def lack_words(lack: SpanLack, term: str) -> str:
    """Why days cannot be so, and what to do; ``term`` is what they collide with, or must lie within."""
    return {
        SpanLack.REVERSED: _("The last day is before the first. Check the days."),
        SpanLack.TOO_LONG: _("A group is named for four years at most, the term of a council. Shorten the term."),
        SpanLack.OVERLAPPING: _("These days overlap with %(term)s. Let one end before the other begins.", term=term),
        SpanLack.OUTSIDE_TERM: _("The days do not lie within the term of the group, %(term)s.", term=term),
        SpanLack.SECOND_CHAIR: _("The group has another chair on some of these days. End that seat first."),
    }[lack]
