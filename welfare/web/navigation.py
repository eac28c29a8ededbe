"""What stands around every page: the places this actor may go to, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask, g, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from flask_wtf.csrf import generate_csrf

from config.settings import Settings
from welfare.access.gate import Gate
from welfare.emergencies.queries import open_now
from welfare.rules.actors import NOBODY, WELFARE_PROFESSIONALS, Actor, Facts, World
from welfare.rules.permissions import Permission, decide
from welfare.ui.chrome import SHORTCUTS_COOKIE, Chrome, Emergency, HelpLine, Link, NavItem, Session, languages_by


@dataclass(frozen=True)
class Place:
    """One place of the main menu: its words, its page, its icon and the room it lights up for."""

    label: str
    endpoint: str
    icon: str
    portal_label: str = ""
    """What students and guardians call it, where they call it otherwise."""
    first: str = ""
    """A page that comes before it for those who may go there."""


PLACES: Sequence[Place] = (
    Place(_l("Worklist"), "worklist.show", "inbox", portal_label=_l("Home"), first="portal.choose"),
    Place(_l("Requests"), "requests.sent", "speech", portal_label=_l("My requests"), first="requests.queue"),
    Place(_l("Matters"), "cases.mine", "folder"),
    Place(_l("Clients"), "service_notes.clients", "person"),
    Place(_l("Meetings"), "meetings.mine", "calendar"),
    Place(_l("Plans"), "plans.mine", "target", portal_label=lazy_pgettext("menu", "Plan")),
    Place(_l("Own words"), "portal.choose_words", "speech"),
    Place(_l("Who has read"), "portal.choose_reads", "eye"),
    Place(_l("Communal work"), "communal.overview", "people"),
    Place(_l("Ideas of the class"), "participation.own", "speech", portal_label=_l("Ideas")),
    Place(_l("Arrangements and forms"), "arrangements.overview", "note"),
    Place(_l("Given to me"), "disclosures.received", "share"),
    Place(_l("Audit trail"), "oversight.events", "eye"),
    Place(_l("Emergency openings"), "emergencies.index", "alert"),
    Place(_l("Log review"), "log_reviews.index", "flag"),
    Place(_l("Non-disclosure"), "non_disclosures.index", "lock"),
    Place(_l("Breaches"), "breaches.index", "alert"),
    Place(_l("Log requests"), "datarights.desk", "inbox"),
    Place(_l("Copies of data"), "access_copies.desk", "share"),
    Place(_l("Corrections asked for"), "rectifications.desk", "note"),
    Place(_l("Retention"), "retention.overview", "clock"),
    Place(_l("Organisations"), "organisations.overview", "home"),
    Place(_l("Roster"), "people.roster", "people"),
    Place(_l("Letters to the own pages"), "family_letters.classes", "note"),
    Place(_l("Accounts"), "accounts.administration", "key"),
    Place(_l("Background jobs"), "upkeep.failed", "clock"),
)

ALSO = {
    "cases": frozenset({"consents", "journal", "arrangements", "assessments", "feedback"}),
    "communal": frozenset(
        {
            "guidance",
            "indicators",
            "insight",
            "participation",
            "programmes",
            "school_year",
            "staffing",
            "statutory_plans",
        }
    ),
    "arrangements": frozenset({"assessments", "feedback", "phrases"}),
}
"""Rooms whose pages lie within a matter, or among what a provider keeps: the place of these in the menu is lit."""

WITHIN = {"disclosures": "cases", "service_disclosures": "service_notes"}
"""A room that has a place of its own in the menu, though most of its pages lie within a matter."""

APART = {
    "disclosures.received": "disclosures",
    "disclosures.copy": "disclosures",
    "disclosures.partners": "organisations",
    "disclosures.know_partner": "organisations",
}
"""Pages of such a room that lie elsewhere."""

OWN_PAGES = {
    "portal.choose": frozenset({"portal.choose", "portal.show", "portal.meeting_feedback"}),
    "portal.choose_words": frozenset({"portal.choose_words", "portal.matters_to_write_in", "portal.words"}),
    "portal.choose_reads": frozenset(
        {
            "portal.choose_reads",
            "portal.reads",
            "datarights.begin_asking",
            "access_copies.own_copies",
            "rectifications.own_rectifications",
        }
    ),
}
"""Places that lie in one room."""

OWN = ("accounts.own", "accounts.kept")
"""Pages of one's own account: not the place where an administrator sees to those of others."""


@dataclass(frozen=True)
class Navigation:
    """Draws the chrome of a request from what the gate would say."""

    app: Flask
    gate: Gate
    settings: Settings

    def chrome(self) -> Chrome:
        """The chrome for whoever asks; for nobody only languages and footer."""
        actor: Actor = g.get("actor", NOBODY)
        is_known = actor.account_id is not None and actor.full_sign_in
        visitors = self.app.extensions["visitors"]
        return Chrome(
            brand_url=url_for("worklist.show") if is_known else url_for("accounts.sign_in"),
            nav=self._places(actor) if is_known else (),
            search_url=url_for("worklist.search") if is_known and self._may(actor, "worklist.search") else None,
            account_name=visitors.account_name() if is_known else "",
            account_role=visitors.account_role() if is_known else "",
            account_url=url_for("accounts.own") if is_known else None,
            session=self._session() if is_known else None,
            languages=languages_by(lambda code: url_for("public.language", code=code, next=_here())),
            csrf=generate_csrf(),
            footer=(
                Link(_l("Accessibility statement"), url_for("public.accessibility")),
                Link(_l("Privacy"), url_for("public.privacy")),
            ),
            keys_url=url_for("public.keys"),
            help_lines=self._help_lines() if is_known and actor.world is World.CITIZEN else (),
            leave_url=self.settings.leave_url if is_known and actor.world is World.CITIZEN else "",
            has_shortcuts=is_known and request.cookies.get(SHORTCUTS_COOKIE) == "on",
            is_demo=visitors.is_demo(),
            is_read_only=self.gate.is_read_only(),
            emergency=self._emergency(actor) if is_known else None,
        )

    def _help_lines(self) -> Sequence[HelpLine]:
        lines = (
            HelpLine(_("Emergency number"), self.settings.emergency_number),
            HelpLine(_("Phone for children and young people"), self.settings.youth_line),
            HelpLine(_("Social emergency service"), self.settings.social_line),
        )
        return [line for line in lines if line.number]

    def _emergency(self, actor: Actor) -> Emergency | None:
        """What the reader has open in an emergency: it stands on every page until it ends."""
        work = g.get("work")
        if work is None or not WELFARE_PROFESSIONALS & actor.roles:
            return None
        row = open_now(work.session, actor.account_id, g.now)
        return None if row is None else Emergency(row.ends_at, url_for("emergencies.show", emergency=row.id))

    def bare(self) -> Chrome:
        """What stands around a page of a house that may be broken: only that its people are invented, if they are."""
        return Chrome(is_demo=self.app.extensions["visitors"].is_demo())

    def _places(self, actor: Actor) -> Sequence[NavItem]:
        endpoint = request.endpoint or ""
        room = "" if endpoint.startswith(OWN) else endpoint.partition(".")[0]
        room = APART.get(endpoint) or WITHIN.get(room, room)
        return tuple(
            NavItem(_label(p, actor), url_for(page), p.icon, is_current=_is_lit(page, room))
            for p in PLACES
            if (page := self._page_of(p, actor)) is not None
        )

    def _page_of(self, place: Place, actor: Actor) -> str | None:
        return next((each for each in (place.first, place.endpoint) if each and self._may(actor, each)), None)

    def _may(self, actor: Actor, endpoint: str) -> bool:
        passage = self.gate.passages.get(endpoint)
        if passage is None or not isinstance(passage.needs, Permission):
            return False
        return decide(actor, passage.needs, Facts(on=g.now.date())).is_granted

    def _session(self) -> Session | None:
        sign_in = g.get("sign_in")
        if sign_in is None:
            return None
        idle: timedelta = self.app.extensions["visitors"].policy.idle
        return Session(
            ends_at=sign_in.ends_at,
            idle_seconds=int(idle.total_seconds()),
            stay_url=url_for("accounts.stay"),
            sign_out_url=url_for("accounts.sign_out"),
        )


def _is_lit(page: str, room: str) -> bool:
    if page in OWN_PAGES:
        return (request.endpoint or "") in OWN_PAGES[page]
    own = page.partition(".")[0]
    return room == own or room in ALSO.get(own, ())


def _label(place: Place, actor: Actor) -> str:
    is_portal = actor.world is World.CITIZEN and place.portal_label
    return str(place.portal_label if is_portal else place.label)


def _here() -> str:
    return request.full_path.rstrip("?") if request.method == "GET" else "/"
