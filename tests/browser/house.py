"""One prepared house for many looks: a database with everybody and an example of everything, served for a module."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask
from playwright.sync_api import BrowserContext

from config.settings import Settings
from tests.browser.serving import serving
from tests.builders import Someone, Village, system_work
from tests.builders_cases import a_bare_case, a_case, a_will
from tests.builders_groups import a_group
from tests.clock import Clock
from tests.databases import Copies
from tests.web.cast import Cast, a_cast
from welfare.accounts.models import Account, Level
from welfare.accounts.sessions import SessionPolicy, begin_session
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.welfare_groups import GroupKind
from welfare.web.app import close, create_app

FAMILIES = ("aada_herself", "another_student", "aadas_guardian", "another_guardian")
FILES = {"papers.form_file", "papers.hand_out", "insight.paper", "insight.report", "insight.report_table"}
NOT_PAGES = FILES | {
    "static",
    "bootstrap.static",
    "public.language",
    "public.healthz",
    "public.readyz",
    "accounts.stay",
}
LONG_NAME = "Maximiliane-Hannaelisabeth Vähä-Kuusilehto-Rautiainen"


@dataclass(frozen=True)
class House:
    """An application with everybody in it, and where it is served."""

    app: Flask
    village: Village
    cast: Cast
    address: str
    looked_at: set[str] = field(default_factory=set)
    """The main parts of pages that somebody has been shown, and the shapes of those."""

    @property
    def names(self) -> tuple[str, ...]:
        """What may stand in no window's title: everybody's name, and of pupils and families each part of it."""
        people = self.cast.people
        parts = [part for who in people if who in FAMILIES for part in people[who].name.split()]
        return (*(someone.name for someone in people.values()), *parts, *LONG_NAME.split())

    def is_new(self, part: str) -> bool:
        """Whether nobody has been shown this; from now on somebody has."""
        if part in self.looked_at:
            return False
        self.looked_at.add(part)
        return True

    def let_in(self, context: BrowserContext, who: Someone) -> None:
        """Give a browser the cookie of a fresh session; the sign-in pages have tests of their own."""
        policy: SessionPolicy = self.app.extensions["visitors"].policy
        with system_work(self.village.ledger) as work:
            token = begin_session(work, work.session.get_one(Account, who.account_id), Level.FULL, policy, "test")
        context.add_cookies([{"name": policy.cookie, "value": token, "url": self.address}])

    def kind_of_page(self, url: str) -> str | None:
        """What a page is, whatever it is about: its endpoint with those arguments that are no ids; None if no page.

        Raises NotFound for an address of this house that leads nowhere.
        """
        parts = urlsplit(url)
        if parts.netloc != urlsplit(self.address).netloc:
            return None
        endpoint, arguments = self.app.url_map.bind("").match(parts.path, "GET")
        if endpoint in NOT_PAGES:
            return None
        plain = [str(value) for _name, value in sorted(arguments.items()) if not isinstance(value, UUID | int)]
        return "/".join([endpoint, *plain, *(["?"] if parts.query else [])])


@contextmanager
def a_house(copies: Copies, folder: Path) -> Iterator[House]:
    """A house in a folder, for as long as somebody looks at it."""
    with copies(folder) as store:
        settings = Settings.from_env({"WELFARE_INSTANCE": str(store.instance), "DATABASE_URL": store.url})
        app = create_app(settings, Clock())
        village = Village.of(app)
        cast = _with_the_county(village, a_cast(village))
        _furnish(village, cast)
        with serving(app) as address:
            yield House(app, village, cast, address)
        close(app)


def _with_the_county(village: Village, cast: Cast) -> Cast:
    """The cast, and who answers for the schools of a whole county; the offices above the school have groups too."""
    inger, kaisa = village.staff(Role.WELFARE_COORDINATOR, "Inger Lidén"), cast.people["coordinator"]
    a_group(village, kaisa, GroupKind.STEERING, unit_id=village.provider_id)
    a_group(village, inger, GroupKind.REGIONAL, unit_id=village.county_id)
    return replace(cast, people={**cast.people, "county_coordinator": inger})


def _furnish(village: Village, cast: Cast) -> None:
    """Matters in every state, an answer of every kind, and a name that is long."""
    people, case_id = cast.people, cast.things["case_id"]
    aada, saara = people["aada_herself"], people["saara_curator"]
    a_will(village, case_id, aada, ConsentKind.OUTSIDER_PARTICIPATION)
    a_will(village, case_id, aada, ConsentKind.DISCLOSURE, Answer.REFUSED)
    a_will(village, case_id, aada, ConsentKind.MINOR_PROHIBITION, named=people["aadas_guardian"], has_scope=False)
    long = village.student(LONG_NAME, village.a_class("7A-erityisluokka"))
    a_bare_case(village, long, saara)
    for state in (CaseState.FOLLOW_UP, CaseState.CLOSED):
        a_case(village, long, saara, people["oona_own_teacher"], state=state)
