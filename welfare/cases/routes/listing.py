"""One's own matters."""

from flask import render_template, request, url_for

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.pages import CaseList, vacant_leads
from welfare.cases.pages.lists import PAGE_SIZE, SORTS
from welfare.cases.queries import cases_visible_to
from welfare.cases.routes.blueprint import bp
from welfare.cases.words import STATE_WORDS
from welfare.rules.actors import Facts
from welfare.rules.cases import CaseState
from welfare.rules.permissions import Permission, decide
from welfare.ui.paging import Page, page_number

SLUGS = {state.value.replace("_", "-"): state for state in CaseState}


@bp.get("/cases", needs=Permission.CASE_LIST)
def mine(work: UnitOfWork) -> str:
    """The matters that one may see today, by state, a page at a time."""
    state, sort = SLUGS.get(request.args.get("state", "")), _sort()
    number = page_number(request.args.get("page"))
    seen = cases_visible_to(work.session, work.actor, work.facts.on)
    found = CaseList.of(work, seen, state, sort, number)
    pages = Page(found.lines, number, PAGE_SIZE, found.total, lambda n: _url(state, sort, n))
    return render_template(
        "cases/mine.html",
        page=found,
        pages=pages,
        states=[(None, found_count(found)), *((each, found.counts[each]) for each in CaseState)],
        words=STATE_WORDS,
        state=state,
        sort=sort,
        url=_url,
        vacant=vacant_leads(work),
        may_propose=decide(work.actor, Permission.CASE_PROPOSE, Facts(on=work.facts.on)).is_granted,
    )


def found_count(found: CaseList) -> int:
    """How many matters there are in all states together."""
    return sum(found.counts.values())


def _sort() -> str:
    asked = request.args.get("sort", "")
    return asked if asked in SORTS else SORTS[0]


def _url(state: CaseState | None, sort: str, number: int = 1) -> str:
    slug = state.value.replace("_", "-") if state else None
    return url_for(
        "cases.mine", state=slug, sort=sort if sort != SORTS[0] else None, page=number if number > 1 else None
    )
